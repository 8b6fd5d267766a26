/** Texts beside the settings, loaded with them. */
import { str } from '@lit/localize/internal/str-tag.js';
import type { LocalizedText } from '../../localization/localized-text.ts';
import type { Platform } from '../../networks/platforms.ts';

export const count: LocalizedText<[settled: number, all: number]> = (localize, settled, all) =>
  localize.msg(str`${settled} sur ${all}`, {
    id: 'privacy-walkthrough.count',
    desc: 'Count of settings that were answered. 0: answered, 1: all',
  });

export const reinforced: LocalizedText = (localize) =>
  localize.msg('Pour aller plus loin', {
    id: 'privacy-walkthrough.reinforced',
    desc: 'Heading above optional, stricter settings',
  });

export const finished: LocalizedText<[count: string]> = (localize, count) =>
  localize.msg(str`Réglages faits : ${count}. Le tour est terminé.`, {
    id: 'privacy-walkthrough.finished',
    desc: 'Status when every setting of a network was answered. 0: a count such as “10 of 10”',
  });

export const progress: LocalizedText<[count: string]> = (localize, count) =>
  localize.msg(str`Réglages faits : ${count}`, {
    id: 'privacy-walkthrough.progress',
    desc: 'Status above the settings of a network. 0: a count such as “3 of 10”',
  });

export const platform: LocalizedText = (localize) =>
  localize.msg('Votre appareil', {
    id: 'privacy-walkthrough.platform',
    desc: 'Label of the choice between computer, iPhone and Android',
  });

export const instance: LocalizedText = (localize) =>
  localize.msg('Adresse de votre serveur', {
    id: 'privacy-walkthrough.instance',
    desc: 'Label of a field for the address of one’s own server, for networks such as Mastodon',
  });

export const instanceHint: LocalizedText = (localize) =>
  localize.msg('Par exemple mastodon.example. Elle sert à ouvrir ses réglages et reste dans cette page.', {
    id: 'privacy-walkthrough.instance-hint',
    desc: 'Hint under the field for the server; keep mastodon.example',
  });

export const instanceError: LocalizedText = (localize) =>
  localize.msg('Cette adresse n’est pas celle d’un serveur : écrivez par exemple mastodon.example.', {
    id: 'privacy-walkthrough.instance-error',
    desc: 'Error under the field for the server; keep mastodon.example',
  });

/** The devices whose menus are described. */
export const platformNames: Readonly<Record<Platform, LocalizedText>> = {
  web: (localize) =>
    localize.msg('Ordinateur', { id: 'privacy-walkthrough.platform-web', desc: 'Device to choose (max 20)' }),
  ios: (localize) =>
    localize.msg('iPhone ou iPad', {
      id: 'privacy-walkthrough.platform-ios',
      desc: 'Device to choose; product names (max 20)',
    }),
  android: (localize) =>
    localize.msg('Android', {
      id: 'privacy-walkthrough.platform-android',
      desc: 'Device to choose; product name (max 20)',
    }),
};

export const closing: LocalizedText<[network: string]> = (localize, network) =>
  localize.msg(str`Vous avez fait le tour : ${network}`, {
    id: 'privacy-walkthrough.closing',
    desc: 'Heading of the panel at the end of a network. 0: name of the network, such as Facebook',
  });

export const left: LocalizedText<[count: number]> = (localize, count) =>
  localize.plural(
    count,
    () =>
      localize.msg(str`${localize.number(count)} réglage laissé pour plus tard`, {
        id: 'privacy-walkthrough.left.one',
        desc: 'In the panel at the end of a network. 0: number of settings answered “later”',
      }),
    () =>
      localize.msg(str`${localize.number(count)} réglages laissés pour plus tard`, {
        id: 'privacy-walkthrough.left.other',
        desc: 'In the panel at the end of a network. 0: number of settings answered “later”',
      }),
  );

export const stranger: LocalizedText = (localize) =>
  localize.msg(
    'Regardez maintenant votre profil comme le verrait une personne inconnue : ouvrez une fenêtre de navigation privée, sans vous connecter, et cherchez votre nom.',
    {
      id: 'privacy-walkthrough.stranger',
      desc: 'Advice at the end of a network: look at one’s own profile in a private window',
    },
  );

export const newWindow: LocalizedText = (localize) =>
  localize.msg('(nouvelle fenêtre)', {
    id: 'privacy-walkthrough.new-window',
    desc: 'After a link that opens a new window',
  });

export const next: LocalizedText<[network: string]> = (localize, network) =>
  localize.msg(str`Réseau suivant : ${network}`, {
    id: 'privacy-walkthrough.next',
    desc: 'Button at the end of a network. 0: name of the next network (max 35 with it)',
  });

export const reminder: LocalizedText = (localize) =>
  localize.msg('Rappel tous les trois mois (fichier d’agenda)', {
    id: 'privacy-walkthrough.reminder',
    desc: 'Button that downloads a calendar file (.ics) with a reminder every three months',
  });

export const reminderTitle: LocalizedText = (localize) =>
  localize.msg('Revoir mes réglages de confidentialité', {
    id: 'privacy-walkthrough.reminder-title',
    desc: 'Title of the event in the person’s calendar',
  });

export const reminderText: LocalizedText = (localize) =>
  localize.msg('Les réseaux changent souvent leurs réglages : refaites le tour.', {
    id: 'privacy-walkthrough.reminder-text',
    desc: 'Text of the event in the person’s calendar; the address of the page follows',
  });

export const reminderFailed: LocalizedText = (localize) =>
  localize.msg('Le rappel n’a pas pu être préparé.', {
    id: 'privacy-walkthrough.reminder-failed',
    desc: 'Error after the button of the reminder',
  });

export const title: LocalizedText = (localize) =>
  localize.msg('Régler la confidentialité de vos réseaux', {
    id: 'privacy-walkthrough.title',
    desc: 'Title of the walkthrough through the privacy settings of social networks',
  });

export const fileNotice: LocalizedText = (localize) =>
  localize.msg(
    'Le fichier de votre établissement n’a pas pu être lu : voici les réglages fournis d’origine.',
    {
      id: 'privacy-walkthrough.file-notice',
      desc: 'Notice when the data file of the hospital is broken and the built-in one is shown',
    },
  );

export const reviewNotice: LocalizedText<[date: string]> = (localize, date) =>
  localize.msg(str`Ces indications étaient à revoir le ${date} : les libellés ont peut-être changé.`, {
    id: 'privacy-walkthrough.review-notice',
    desc: 'Notice when the data is old. 0: date on which it should have been checked',
  });

export const privacy: LocalizedText = (localize) =>
  localize.msg('Vos réponses restent dans ce navigateur.', {
    id: 'privacy-walkthrough.privacy',
    desc: 'Under the title; one of the three privacy-walkthrough.kept-… follows',
  });

export const keptSession: LocalizedText = (localize) =>
  localize.msg('Elles sont oubliées quand vous fermez l’onglet.', {
    id: 'privacy-walkthrough.kept-session',
    desc: 'Second sentence: “they” are the answers',
  });

export const keptLocal: LocalizedText = (localize) =>
  localize.msg('Elles sont mémorisées sur cet appareil.', {
    id: 'privacy-walkthrough.kept-local',
    desc: 'Second sentence: “they” are the answers',
  });

export const keptNone: LocalizedText = (localize) =>
  localize.msg('Elles sont oubliées quand vous quittez la page.', {
    id: 'privacy-walkthrough.kept-none',
    desc: 'Second sentence: “they” are the answers',
  });

export const remember: LocalizedText = (localize) =>
  localize.msg('Mémoriser sur cet appareil', {
    id: 'privacy-walkthrough.remember',
    desc: 'Check box: keep the answers on this device',
  });

export const choose: LocalizedText = (localize) =>
  localize.msg('Choisissez un réseau', {
    id: 'privacy-walkthrough.choose',
    desc: 'Label above the buttons with the networks',
  });

export const eraseQuestion: LocalizedText = (localize) =>
  localize.msg('Effacer toutes vos réponses ?', {
    id: 'privacy-walkthrough.erase-question',
    desc: 'Question before all answers are erased',
  });

export const eraseConfirm: LocalizedText = (localize) =>
  localize.msg('Oui, tout effacer', {
    id: 'privacy-walkthrough.erase-confirm',
    desc: 'Button that answers the question: yes (max 30)',
  });

export const eraseCancel: LocalizedText = (localize) =>
  localize.msg('Annuler', {
    id: 'privacy-walkthrough.erase-cancel',
    desc: 'Button that answers the question: no (max 20)',
  });

export const print: LocalizedText = (localize) =>
  localize.msg('Imprimer ce qui reste à faire', {
    id: 'privacy-walkthrough.print',
    desc: 'Button: prints the settings that are not done yet',
  });

export const erase: LocalizedText = (localize) =>
  localize.msg('Tout effacer', {
    id: 'privacy-walkthrough.erase',
    desc: 'Button: erases all answers, after a question (max 25)',
  });

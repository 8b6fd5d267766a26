/** Texts of a setting, loaded with it. */
import { str } from '@lit/localize/internal/str-tag.js';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { LocalizedText } from '../../localization/localized-text.ts';
import type { LocalizeController } from '../../localization/localize-controller.ts';
import type { StepOutcome } from '../../networks/progress.ts';

export const recheck: LocalizedText = (localize) =>
  localize.msg('À revérifier : ce réglage a changé depuis votre réponse.', {
    id: 'privacy-walkthrough.recheck',
    desc: 'Mark on a setting that the network has changed since it was answered',
  });

export const recommended: LocalizedText = (localize) =>
  localize.msg('Choix conseillé', {
    id: 'privacy-walkthrough.recommended',
    desc: 'Label before the recommended value of a setting (max 25)',
  });

export const pathOn: LocalizedText<[platform: string]> = (localize, platform) =>
  localize.msg(str`${platform} :`, {
    id: 'privacy-walkthrough.path-on',
    desc: 'Before the path of another device. 0: name of the device',
  });

export const path: LocalizedText = (localize) =>
  localize.msg('Où', {
    id: 'privacy-walkthrough.path',
    desc: 'Label before the path in the menus of the network: where to find the setting (max 15)',
  });

export const label: LocalizedText = (localize) =>
  localize.msg('Réglage', {
    id: 'privacy-walkthrough.label',
    desc: 'Label before the name of the setting, as the network’s screen has it (max 15)',
  });

/** With its value in a template: it may be an element, in the language of the data. */
export const ownLabel = (localize: LocalizeController, name: unknown): TemplateResult =>
  localize.msg(html`rubrique ${name}`, {
    id: 'privacy-walkthrough.own-label',
    desc: 'Name of a setting whose exact words are not known: never in quotation marks. 0: our own name for it',
  });

export const openApp: LocalizedText<[network: string]> = (localize, network) =>
  localize.msg(str`Ouvrir le réglage dans l’application ${network}`, {
    id: 'privacy-walkthrough.open-app',
    desc: 'Link to the setting in the application of the network. 0: name of the network',
  });

export const open: LocalizedText<[network: string]> = (localize, network) =>
  localize.msg(str`Ouvrir le réglage sur ${network}`, {
    id: 'privacy-walkthrough.open',
    desc: 'Link to the setting on the site of the network. 0: name of the network',
  });

export const openHint: LocalizedText = (localize) =>
  localize.msg('(nouvelle fenêtre, connexion nécessaire)', {
    id: 'privacy-walkthrough.open-hint',
    desc: 'After the link: it opens a new window and the person must be signed in to the network',
  });

export const attested: LocalizedText<[reviewed: string, since: string]> = (localize, reviewed, since) =>
  localize.msg(str`Relu le ${reviewed} (source : ${since})`, {
    id: 'privacy-walkthrough.attested',
    desc: 'Small line under a setting. 0: date on which we checked it, 1: month and year, or year, of the source',
  });

export const reviewed: LocalizedText<[reviewed: string]> = (localize, reviewed) =>
  localize.msg(str`Relu le ${reviewed}`, {
    id: 'privacy-walkthrough.reviewed',
    desc: 'Small line under a setting. 0: date on which we checked it',
  });

export const outcome: LocalizedText = (localize) =>
  localize.msg('Votre réponse', {
    id: 'privacy-walkthrough.outcome',
    desc: 'Label above the four answers to a setting (max 25)',
  });

/** The answers to a setting. */
export const outcomeNames: Readonly<Record<StepOutcome, LocalizedText>> = {
  done: (localize) =>
    localize.msg('Fait', {
      id: 'privacy-walkthrough.outcome-done',
      desc: 'Answer: I have just changed this setting (max 20)',
    }),
  already: (localize) =>
    localize.msg('Déjà en place', {
      id: 'privacy-walkthrough.outcome-already',
      desc: 'Answer: it was so already (max 20)',
    }),
  later: (localize) =>
    localize.msg('Plus tard', {
      id: 'privacy-walkthrough.outcome-later',
      desc: 'Answer: I shall do it later (max 20)',
    }),
  'not-applicable': (localize) =>
    localize.msg('Sans objet', {
      id: 'privacy-walkthrough.outcome-not-applicable',
      desc: 'Answer: it does not concern me (max 20)',
    }),
};

/** Texts of what has not been recorded yet, loaded once something was signed. */
import { str } from '@lit/localize/internal/str-tag.js';
import type { LocalizedText } from '../../localization/localized-text.ts';

export const pendingSince: LocalizedText<[since: string]> = (localize, since) =>
  localize.msg(str`En attente depuis le ${since}.`, {
    id: 'acknowledgement.pending-since',
    desc: 'Under acknowledgement.pending. 0: date and time',
  });

export const signIn: LocalizedText = (localize) =>
  localize.msg('Reconnectez-vous pour terminer', {
    id: 'acknowledgement.sign-in',
    desc: 'Heading when the session of the intranet has ended',
  });

export const otherPerson: LocalizedText = (localize) =>
  localize.msg('Une autre personne est connectée à l’intranet', {
    id: 'acknowledgement.other-person',
    desc: 'Heading when somebody else is signed in to the intranet than the person who signed',
  });

export const pendingDecline: LocalizedText = (localize) =>
  localize.msg('Votre refus n’est pas encore enregistré', {
    id: 'acknowledgement.pending-decline',
    desc: 'Heading while the server has not confirmed the refusal; never say that it is recorded',
  });

export const pending: LocalizedText = (localize) =>
  localize.msg('Votre signature n’est pas encore enregistrée', {
    id: 'acknowledgement.pending',
    desc: 'Heading while the server has not answered; never say that it is signed',
  });

export const reasonNoAnswer: LocalizedText = (localize) =>
  localize.msg('L’intranet n’a pas répondu. L’envoi sera retenté tout seul : vous n’avez rien à faire.', {
    id: 'acknowledgement.reason.no-answer',
    desc: 'Under acknowledgement.pending: the server did not answer',
  });

export const reasonUnreadableIdentity: LocalizedText = (localize) =>
  localize.msg(
    'L’intranet n’a pas transmis correctement votre identité : vous n’y êtes pour rien, c’est un réglage à corriger. Prévenez le service informatique ; l’envoi sera retenté tout seul.',
    {
      id: 'acknowledgement.reason.unreadable-identity',
      desc: 'Under acknowledgement.pending: the server was told who signs in a way that cannot be read; only whoever runs the intranet can put it right',
    },
  );

export const reasonSignIn: LocalizedText = (localize) =>
  localize.msg(
    'L’intranet ne vous reconnaît plus, ou cette page est ouverte depuis trop longtemps. Rechargez-la et reconnectez-vous si l’intranet le demande : l’envoi reprendra tout seul.',
    {
      id: 'acknowledgement.reason.sign-in',
      desc: 'Under acknowledgement.sign-in; a button reloads the page',
    },
  );

export const signInAgain: LocalizedText = (localize) =>
  localize.msg('Se reconnecter', {
    id: 'acknowledgement.sign-in-again',
    desc: 'Button: leads to the page where one signs in, and back to this one (max 30)',
  });

export const reasonSignInAgain: LocalizedText = (localize) =>
  localize.msg(
    'L’intranet ne vous reconnaît plus. Reconnectez-vous : vous reviendrez à cette page, et l’envoi reprendra tout seul.',
    {
      id: 'acknowledgement.reason.sign-in-again',
      desc: 'Under acknowledgement.sign-in; the button acknowledgement.sign-in-again leads to the page where one signs in',
    },
  );

export const reasonSignInHere: LocalizedText = (localize) =>
  localize.msg(
    'L’intranet ne vous reconnaît plus, ou cette page est ouverte depuis trop longtemps. Reconnectez-vous dans un autre onglet, revenez ici, puis réessayez.',
    {
      id: 'acknowledgement.reason.sign-in-here',
      desc: 'Under acknowledgement.sign-in, where reloading the page would lose the signature',
    },
  );

export const reasonNotConfirmed: LocalizedText = (localize) =>
  localize.msg(
    'L’intranet a répondu sans confirmer l’enregistrement. L’envoi sera retenté de temps en temps ; si ce message reste affiché, prévenez le service informatique.',
    {
      id: 'acknowledgement.reason.not-confirmed',
      desc: 'Under acknowledgement.pending: the answer of the server proves nothing',
    },
  );

export const reasonNotAccepted: LocalizedText = (localize) =>
  localize.msg(
    'L’intranet n’a pas accepté cet envoi : la page a peut-être expiré, ou une mise à jour est en cours. Rechargez la page, rien n’est perdu. Si ce message revient, prévenez le service informatique.',
    {
      id: 'acknowledgement.reason.not-accepted',
      desc: 'Under acknowledgement.pending: an error of the page or of the server, not of the signature; a button reloads the page',
    },
  );

export const reasonNotAcceptedHere: LocalizedText = (localize) =>
  localize.msg(
    'L’intranet n’a pas accepté cet envoi : la page a peut-être expiré, ou une mise à jour est en cours. Réessayez dans un moment ; si ce message reste affiché, prévenez le service informatique.',
    {
      id: 'acknowledgement.reason.not-accepted-here',
      desc: 'Under acknowledgement.pending, where reloading the page would lose the signature',
    },
  );

export const reasonOtherPerson: LocalizedText = (localize) =>
  localize.msg(
    'La personne connectée à l’intranet n’est pas celle qui a signé ici. L’envoi partira quand la personne qui a signé se reconnectera.',
    {
      id: 'acknowledgement.reason.other-person',
      desc: 'Under acknowledgement.other-person',
    },
  );

export const keepingDevice: LocalizedText = (localize) =>
  localize.msg('Votre envoi est gardé sur cet appareil : rien n’est perdu, même si vous fermez cette page.', {
    id: 'acknowledgement.keeping.device',
    desc: 'Under acknowledgement.pending: the signature is stored in the browser',
  });

export const keepingEncrypted: LocalizedText = (localize) =>
  localize.msg(
    'Votre envoi est gardé sur ce poste, chiffré : seul l’établissement peut le lire. Vous pouvez terminer et effacer.',
    {
      id: 'acknowledgement.keeping.encrypted',
      desc: 'Under acknowledgement.pending, on a shared computer: the signature is stored encrypted',
    },
  );

export const keepingShared: LocalizedText = (localize) =>
  localize.msg(
    'Ce poste est partagé et rien ne peut y être gardé : attendez la confirmation avant de partir, ou revenez signer plus tard.',
    {
      id: 'acknowledgement.keeping.shared',
      desc: 'Under acknowledgement.pending, on a shared computer where nothing may be stored',
    },
  );

export const keepingPage: LocalizedText = (localize) =>
  localize.msg(
    'Ce navigateur ne peut rien garder : laissez cette page ouverte tant que l’envoi n’est pas confirmé.',
    {
      id: 'acknowledgement.keeping.page',
      desc: 'Under acknowledgement.pending: the browser can store nothing',
    },
  );

export const unsent: LocalizedText<[count: number, since: string]> = (localize, count, since) =>
  localize.plural(
    count,
    () =>
      localize.msg(
        str`${localize.number(count)} signature attend d’être envoyée depuis cet appareil. Elle date du ${since}.`,
        {
          id: 'acknowledgement.unsent.one',
          desc: 'Notice: a signature of this device has not been sent. 0: their number, 1: date and time of signing',
        },
      ),
    () =>
      localize.msg(
        str`${localize.number(count)} signatures attendent d’être envoyées depuis cet appareil. La plus ancienne date du ${since}.`,
        {
          id: 'acknowledgement.unsent.other',
          desc: 'Notice: signatures of this device that have not been sent. 0: their number, 1: date and time of the oldest',
        },
      ),
  );

export const others: LocalizedText<[count: number]> = (localize, count) =>
  localize.plural(
    count,
    () =>
      localize.msg(str`${localize.number(count)} autre signature non envoyée sur cet appareil`, {
        id: 'acknowledgement.others.one',
        desc: 'Heading that can be unfolded: a signature of another charter, address or person. 0: their number',
      }),
    () =>
      localize.msg(str`${localize.number(count)} autres signatures non envoyées sur cet appareil`, {
        id: 'acknowledgement.others.other',
        desc: 'Heading that can be unfolded: signatures of other charters, addresses or persons. 0: their number',
      }),
  );

export const unsentEntry: LocalizedText<[name: string, id: string, version: string, since: string]> = (
  localize,
  name,
  id,
  version,
  since,
) =>
  localize.msg(str`${name}, charte « ${id} », version ${version}, le ${since}.`, {
    id: 'acknowledgement.unsent-entry',
    desc: 'A signature that was not sent. 0: name of the person, 1: id of the charter, 2: version, 3: date and time',
  });

export const otherEncrypted: LocalizedText<[id: string, version: string, since: string]> = (
  localize,
  id,
  version,
  since,
) =>
  localize.msg(str`Signature chiffrée, charte « ${id} », version ${version}, le ${since}.`, {
    id: 'acknowledgement.other-encrypted',
    desc: 'A signature that was not sent and can be read by the hospital alone. 0: id of the charter, 1: version, 2: date and time',
  });

export const otherAddress: LocalizedText<[address: string]> = (localize, address) =>
  localize.msg(str`Elle était destinée à ${address}.`, {
    id: 'acknowledgement.other-address',
    desc: 'After a signature that was not sent. 0: address of a server',
  });

export const otherOld: LocalizedText = (localize) =>
  localize.msg('Elle attend depuis plus de 30 jours : faut-il l’envoyer ou l’effacer ?', {
    id: 'acknowledgement.other-old',
    desc: 'After a signature that was not sent',
  });

export const otherSend: LocalizedText = (localize) =>
  localize.msg('Envoyer à cet intranet', {
    id: 'acknowledgement.other-send',
    desc: 'Button: sends a waiting signature to the address of this page (max 30)',
  });

export const otherDownload: LocalizedText = (localize) =>
  localize.msg('Télécharger', {
    id: 'acknowledgement.other-download',
    desc: 'Button: downloads a waiting signature, which may be of somebody else (max 20)',
  });

export const otherErase: LocalizedText = (localize) =>
  localize.msg('Effacer', {
    id: 'acknowledgement.other-erase',
    desc: 'Button: erases a waiting signature from this device (max 20)',
  });

/** Texts of what came of a signature, loaded once something was signed. */
import { str } from '@lit/localize/internal/str-tag.js';
import type { LocalizedText } from '../../localization/localized-text.ts';

export const declined: LocalizedText = (localize) =>
  localize.msg('Votre refus est enregistré', {
    id: 'acknowledgement.declined',
    desc: 'Heading when the server has recorded the refusal',
  });

export const signed: LocalizedText = (localize) =>
  localize.msg('Votre signature est enregistrée', {
    id: 'acknowledgement.signed',
    desc: 'Heading when the server has recorded the signature',
  });

export const declinedNote: LocalizedText = (localize) =>
  localize.msg('L’établissement l’a bien reçu.', {
    id: 'acknowledgement.declined-note',
    desc: 'Under acknowledgement.declined',
  });

export const signedNote: LocalizedText = (localize) =>
  localize.msg('L’établissement l’a bien reçue. Gardez ce reçu : il dit qui a signé, quel texte et quand.', {
    id: 'acknowledgement.signed-note',
    desc: 'Under acknowledgement.signed, above the receipt',
  });

export const decision: LocalizedText = (localize) =>
  localize.msg('Décision', {
    id: 'acknowledgement.decision',
    desc: 'Label before what the person decided (max 25)',
  });

export const decisionDeclined: LocalizedText = (localize) =>
  localize.msg('Refus de signer', {
    id: 'acknowledgement.decision-declined',
    desc: 'Value of the receipt: the person did not sign',
  });

export const decisionAccepted: LocalizedText = (localize) =>
  localize.msg('Signature', {
    id: 'acknowledgement.decision-accepted',
    desc: 'Value of the receipt: the person signed',
  });

export const charterVersion: LocalizedText<[title: string, version: string]> = (localize, title, version) =>
  localize.msg(str`${title}, version ${version}`, {
    id: 'acknowledgement.charter-version',
    desc: 'Value of the receipt. 0: title of the charter, 1: version',
  });

export const signedAt: LocalizedText = (localize) =>
  localize.msg('Signée le', {
    id: 'acknowledgement.signed-at',
    desc: 'Label before the date by the clock of the device (max 25)',
  });

export const download: LocalizedText = (localize) =>
  localize.msg('Télécharger le reçu', { id: 'acknowledgement.download', desc: 'Button (max 30)' });

export const outdated: LocalizedText = (localize) =>
  localize.msg('La charte a changé entre-temps', {
    id: 'acknowledgement.outdated',
    desc: 'Heading when a newer version of the charter was published meanwhile',
  });

export const outdatedNote: LocalizedText = (localize) =>
  localize.msg(
    'L’établissement a publié une nouvelle version pendant votre lecture : votre signature n’a pas été enregistrée. Lisez ce qui a changé, puis signez la nouvelle version. Votre identité reste remplie.',
    { id: 'acknowledgement.outdated-note', desc: 'Under acknowledgement.outdated' },
  );

export const readNewVersion: LocalizedText = (localize) =>
  localize.msg('Voir la nouvelle version', {
    id: 'acknowledgement.read-new-version',
    desc: 'Button under acknowledgement.outdated (max 30)',
  });

export const failedDecline: LocalizedText = (localize) =>
  localize.msg('Votre refus de signer n’a pas été enregistré', {
    id: 'acknowledgement.failed-decline',
    desc: 'Heading when the server did not take the refusal to sign; the reason follows',
  });

export const failed: LocalizedText = (localize) =>
  localize.msg('Votre signature n’a pas été enregistrée', {
    id: 'acknowledgement.failed',
    desc: 'Heading when the server refused; the reason follows',
  });

export const serverAnswer: LocalizedText = (localize) =>
  localize.msg('Détail technique :', {
    id: 'acknowledgement.server-answer',
    desc: 'Before what the server answered, or what is wrong with its receipt, in English',
  });

export const retry: LocalizedText = (localize) =>
  localize.msg('Réessayer maintenant', { id: 'acknowledgement.retry', desc: 'Button (max 30)' });

export const exportSignature: LocalizedText = (localize) =>
  localize.msg('Télécharger ma signature', {
    id: 'acknowledgement.export',
    desc: 'Button: downloads the record that could not be sent (max 35)',
  });

export const signAnother: LocalizedText = (localize) =>
  localize.msg('Signer pour une autre personne', {
    id: 'acknowledgement.sign-another',
    desc: 'Button after a signature: someone else signs on the same page, not on behalf of the first (max 35)',
  });

export const nextTry: LocalizedText<[time: string]> = (localize, time) =>
  localize.msg(str`Prochain essai à ${time}.`, {
    id: 'acknowledgement.next-try',
    desc: 'After acknowledgement.unsent or acknowledgement.pending-since. 0: time of day',
  });

export const failureEndpointMissing: LocalizedText = (localize) =>
  localize.msg(
    'Aucune adresse d’enregistrement n’est réglée sur cette page. Prévenez le service informatique, puis revenez signer : votre saisie peut être téléchargée.',
    {
      id: 'acknowledgement.failure.endpoint-missing',
      desc: 'Under “was not recorded”: the page has no address to send to. A button to download follows',
    },
  );

export const failureDigestMismatch: LocalizedText = (localize) =>
  localize.msg(
    'Le texte affiché n’est pas celui que l’établissement conserve. Rechargez la page, relisez la charte, puis signez de nouveau.',
    {
      id: 'acknowledgement.failure.digest-mismatch',
      desc: 'Under “was not recorded”: the text on screen is not that of the server',
    },
  );

export const failureSignedInTheFuture: LocalizedText = (localize) =>
  localize.msg('L’horloge de cet appareil est en avance. Mettez-la à l’heure, puis signez de nouveau.', {
    id: 'acknowledgement.failure.signed-in-the-future',
    desc: 'Under “was not recorded”: the clock of the device is wrong',
  });

export const failureIdempotencyMismatch: LocalizedText = (localize) =>
  localize.msg(
    'Une autre signature porte déjà le même numéro. Recommencez la signature : un nouveau numéro lui sera donné.',
    {
      id: 'acknowledgement.failure.idempotency-mismatch',
      desc: 'Under “was not recorded”: another signature has the same number',
    },
  );

export const failurePayloadTooLarge: LocalizedText = (localize) =>
  localize.msg(
    'La signature est trop volumineuse pour le serveur. Téléchargez-la et remettez-la au service informatique.',
    {
      id: 'acknowledgement.failure.payload-too-large',
      desc: 'Under “was not recorded”. A button to download follows',
    },
  );

export const failureNotKept: LocalizedText = (localize) =>
  localize.msg(
    'Ce navigateur n’a pas pu garder votre signature, et rien n’a été envoyé. Réessayez ; si cela se reproduit, prévenez le service informatique.',
    {
      id: 'acknowledgement.failure.not-kept',
      desc: 'Under “was not recorded”: the browser could not hold the signature, nothing was sent',
    },
  );

export const failureReceipt: LocalizedText = (localize) =>
  localize.msg(
    'Le serveur a répondu, mais son reçu ne prouve pas l’enregistrement de votre signature. Téléchargez-la et signalez-le au service informatique.',
    {
      id: 'acknowledgement.failure.receipt',
      desc: 'Under “was not recorded”: the receipt of the server is not authentic',
    },
  );

export const failureReceiptUnsupported: LocalizedText = (localize) =>
  localize.msg(
    'Le serveur a répondu, mais cette page ne peut pas vérifier son reçu : elle n’est pas servie en HTTPS. Téléchargez votre signature et signalez-le au service informatique.',
    {
      id: 'acknowledgement.failure.receipt-unsupported',
      desc: 'Under “was not recorded”: the receipt cannot be checked on plain HTTP',
    },
  );

export const failureRefused: LocalizedText = (localize) =>
  localize.msg(
    'Le serveur a refusé cette signature. Téléchargez-la et transmettez-la au service informatique avec le détail ci-dessous.',
    {
      id: 'acknowledgement.failure.refused',
      desc: 'Under “was not recorded”: any other refusal; technical detail follows',
    },
  );

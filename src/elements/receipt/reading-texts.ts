/** Texts of a receipt and of its checks, loaded with what reads it. */
import type { LocalizedText } from '../../localization/localized-text.ts';

export const decision: LocalizedText = (localize) =>
  localize.msg('Décision', { id: 'receipt.decision', desc: 'Label before “signed” or “declined” (max 25)' });

export const accepted: LocalizedText = (localize) =>
  localize.msg('Charte signée', {
    id: 'receipt.accepted',
    desc: 'Value of the decision: the charter was signed',
  });

export const declined: LocalizedText = (localize) =>
  localize.msg('Refus de signer', {
    id: 'receipt.declined',
    desc: 'Value of the decision: the person declined to sign',
  });

export const refuted: LocalizedText = (localize) =>
  localize.msg('Ce reçu n’est pas valable', {
    id: 'receipt.refuted',
    desc: 'Heading of the result: something in the receipt is false',
  });

export const verified: LocalizedText = (localize) =>
  localize.msg('Ce reçu est authentique', {
    id: 'receipt.verified',
    desc: 'Heading of the result: everything is as it should be',
  });

export const unknown: LocalizedText = (localize) =>
  localize.msg('Ce reçu n’a pas pu être vérifié en entier', {
    id: 'receipt.unknown',
    desc: 'Heading of the result: nothing is false, but not everything could be checked',
  });

export const recordVerified: LocalizedText = (localize) =>
  localize.msg('La signature n’a pas été modifiée depuis sa réception.', {
    id: 'receipt.record-verified',
    desc: 'Result of the first check: the signature is unchanged',
  });

export const recordRefuted: LocalizedText = (localize) =>
  localize.msg('La signature a été modifiée, ou ce reçu est celui d’une autre.', {
    id: 'receipt.record-refuted',
    desc: 'Result of the first check: it was changed, or is not the one of this receipt',
  });

export const signatureVerified: LocalizedText = (localize) =>
  localize.msg('Le reçu porte bien la signature de l’établissement.', {
    id: 'receipt.signature-verified',
    desc: 'Result of the second check: the institution’s own electronic signature on the receipt is right',
  });

export const signatureRefuted: LocalizedText = (localize) =>
  localize.msg('Le reçu ne porte pas la signature de l’établissement.', {
    id: 'receipt.signature-refuted',
    desc: 'Result of the second check: it is wrong',
  });

export const signatureUnknown: LocalizedText = (localize) =>
  localize.msg('La signature de l’établissement n’a pas pu être vérifiée ici.', {
    id: 'receipt.signature-unknown',
    desc: 'Result of the second check: the key or the means are missing here',
  });

export const charterVerified: LocalizedText = (localize) =>
  localize.msg('Le texte signé est celui de la charte affichée ici.', {
    id: 'receipt.charter-verified',
    desc: 'Result of the third check: the digest is that of the charter on this page',
  });

export const charterRefuted: LocalizedText = (localize) =>
  localize.msg('Le texte signé n’est pas celui que cette page connaît sous le même numéro de version.', {
    id: 'receipt.charter-refuted',
    desc: 'Result of the third check: same version number, another text',
  });

export const charterUnknown: LocalizedText = (localize) =>
  localize.msg(
    'Cette page n’a pas la version de la charte qui a été signée : le texte n’a pas été comparé.',
    { id: 'receipt.charter-unknown', desc: 'Result of the third check: this page has another version' },
  );

/** Texts of the review and of the refusal, loaded when a person goes on. */
import type { LocalizedText } from '../../localization/localized-text.ts';

export const reviewDeclineTitle: LocalizedText = (localize) =>
  localize.msg('Vérifiez avant d’envoyer votre refus', {
    id: 'acknowledgement.review-decline-title',
    desc: 'Heading of the last step before a refusal is sent',
  });

export const reviewTitle: LocalizedText = (localize) =>
  localize.msg('Vérifiez ce que vous allez signer', {
    id: 'acknowledgement.review-title',
    desc: 'Heading of the last step before signing',
  });

export const sendDecline: LocalizedText = (localize) =>
  localize.msg('Envoyer mon refus', {
    id: 'acknowledgement.send-decline',
    desc: 'Button that sends the refusal (max 30)',
  });

export const sign: LocalizedText = (localize) =>
  localize.msg('Signer la charte', {
    id: 'acknowledgement.sign',
    desc: 'Button that signs and sends (max 30)',
  });

export const dryRun: LocalizedText = (localize) =>
  localize.msg('Essai terminé : rien n’a été envoyé ni enregistré.', {
    id: 'acknowledgement.dry-run',
    desc: 'Status after the button that signs, where a hospital tries it out',
  });

export const back: LocalizedText = (localize) =>
  localize.msg('Revenir et modifier', {
    id: 'acknowledgement.back',
    desc: 'Button: back to the form (max 30)',
  });

export const reviewChanged: LocalizedText = (localize) =>
  localize.msg('Ce que vous alliez signer a changé entre-temps : vérifiez de nouveau avant de signer.', {
    id: 'acknowledgement.review-changed',
    desc: 'Notice in the last step: the charter, the ticked practices or the identity changed under it',
  });

export const textChanged: LocalizedText = (localize) =>
  localize.msg('Le texte de la charte a changé entre-temps : relisez les engagements avant de signer.', {
    id: 'acknowledgement.text-changed',
    desc: 'Notice above the form: another version of the charter is shown since the person ticked',
  });

export const modify: LocalizedText = (localize) =>
  localize.msg('Modifier', {
    id: 'acknowledgement.modify',
    desc: 'Button beside a part of the review (max 15)',
  });

export const notTicked: LocalizedText = (localize) =>
  localize.msg('Vous n’avez pas coché :', {
    id: 'acknowledgement.not-ticked',
    desc: 'In the review, above the optional statements that the person did not agree to',
  });

export const record: LocalizedText = (localize) =>
  localize.msg('Ce qui quittera ce navigateur', {
    id: 'acknowledgement.record',
    desc: 'Heading of what can be unfolded: the exact record that will be sent',
  });

export const recordNote: LocalizedText = (localize) =>
  localize.msg(
    'Ces lignes, et rien d’autre, sont envoyées à l’établissement. Votre temps de lecture et vos réglages n’en font pas partie.',
    {
      id: 'acknowledgement.record-note',
      desc: 'Above the exact record',
    },
  );

export const reviewDecline: LocalizedText = (localize) =>
  localize.msg('Vérifier avant d’envoyer', {
    id: 'acknowledgement.review-decline',
    desc: 'Button: shows everything once more before the refusal is sent (max 35)',
  });

export const backToForm: LocalizedText = (localize) =>
  localize.msg('Revenir au formulaire', {
    id: 'acknowledgement.back-to-form',
    desc: 'Button: back to what was typed (max 35)',
  });

/** What the lines of a receipt are called, where a signature is reviewed, recorded and checked: loaded late in each. */
import type { LocalizedText } from '../localization/localized-text.ts';

export const charter: LocalizedText = (localize) =>
  localize.msg('Charte', {
    id: 'acknowledgement.charter',
    desc: 'Label before the title of the charter (max 25)',
  });

export const version: LocalizedText = (localize) =>
  localize.msg('Version', {
    id: 'acknowledgement.version',
    desc: 'Label before the version of the charter (max 25)',
  });

export const reason: LocalizedText = (localize) =>
  localize.msg('Raison du refus', {
    id: 'acknowledgement.reason',
    desc: 'Label before the reason for not signing (max 25)',
  });

export const ticked: LocalizedText = (localize) =>
  localize.msg('Bonnes pratiques cochées', {
    id: 'acknowledgement.ticked',
    desc: 'Label before the number of ticked practices',
  });

export const receivedAt: LocalizedText = (localize) =>
  localize.msg('Reçue le', {
    id: 'acknowledgement.received-at',
    desc: 'Label before the date on which the server received the signature (max 25)',
  });

export const number: LocalizedText = (localize) =>
  localize.msg('Numéro', {
    id: 'acknowledgement.number',
    desc: 'Label before the number of the record (max 25)',
  });

export const digest: LocalizedText = (localize) =>
  localize.msg('Empreinte de la charte', {
    id: 'acknowledgement.digest',
    desc: 'Label before a digest (hash) of the text that was signed',
  });

export const recordDigest: LocalizedText = (localize) =>
  localize.msg('Empreinte de la signature', {
    id: 'acknowledgement.record-digest',
    desc: 'Label before a digest (hash) of the record',
  });

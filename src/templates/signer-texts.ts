import type { LocalizedText } from '../localization/localized-text.ts';
import type { Signer } from '../signature/record.ts';

/** What each detail of a signer is called, in the form and on the receipt. */
export const signerLabels: Readonly<Record<keyof Signer, LocalizedText>> = {
  name: (localize) =>
    localize.msg('Nom et prénom', {
      id: 'acknowledgement.name',
      desc: 'Label of a field and of a line of the receipt (max 30)',
    }),
  id: (localize) =>
    localize.msg('Identifiant professionnel', {
      id: 'acknowledgement.id',
      desc: 'Label of a field and of a line of the receipt: login or staff number (max 30)',
    }),
  email: (localize) =>
    localize.msg('Adresse électronique', {
      id: 'acknowledgement.email',
      desc: 'Label of a field and of a line of the receipt (max 30)',
    }),
  role: (localize) =>
    localize.msg('Fonction', {
      id: 'acknowledgement.role',
      desc: 'Label of a field and of a line of the receipt: job, such as nurse (max 30)',
    }),
  department: (localize) =>
    localize.msg('Service', {
      id: 'acknowledgement.department',
      desc: 'Label of a field and of a line of the receipt: hospital department, such as emergency (max 30)',
    }),
};

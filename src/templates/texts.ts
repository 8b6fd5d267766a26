/** Texts that several elements show at once. */
import type { LocalizedText } from '../localization/localized-text.ts';

export const loading: LocalizedText = (localize) =>
  localize.msg('Chargement de la charte…', {
    id: 'charter.loading',
    desc: 'Shown while the charter is on its way',
  });

export const failed: LocalizedText = (localize) =>
  localize.msg('La charte n’a pas pu être affichée.', {
    id: 'charter.failed',
    desc: 'First line of the message in place of a charter that cannot be shown',
  });

export const failedAdvice: LocalizedText = (localize) =>
  localize.msg(
    'Réessayez dans un instant. Si cela se reproduit, transmettez le détail ci-dessous au service informatique.',
    {
      id: 'charter.failed-advice',
      desc: 'Below charter.failed; the technical detail follows in English',
    },
  );

export const retry: LocalizedText = (localize) =>
  localize.msg('Réessayer', { id: 'charter.retry', desc: 'Button below charter.failed (max 30)' });

export const newMark: LocalizedText = (localize) =>
  localize.msg('Nouveau', {
    id: 'viewer.new',
    desc: 'Small mark beside the title of a section that is new (max 15)',
  });

export const changedMark: LocalizedText = (localize) =>
  localize.msg('Modifié', { id: 'viewer.changed', desc: 'mark beside a title (max 12)' });

export const printReceipt: LocalizedText = (localize) =>
  localize.msg('Imprimer le reçu', { id: 'acknowledgement.print', desc: 'Button (max 30)' });

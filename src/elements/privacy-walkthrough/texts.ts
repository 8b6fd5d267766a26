/** Texts of the walkthrough while its settings are not there; those beside the settings are loaded with them. */
import type { LocalizedText } from '../../localization/localized-text.ts';

export const erased: LocalizedText = (localize) =>
  localize.msg('Vos réponses sont effacées de ce navigateur.', {
    id: 'privacy-walkthrough.erased',
    desc: 'Status after all answers were erased',
  });

export const loading: LocalizedText = (localize) =>
  localize.msg('Chargement des réglages…', {
    id: 'privacy-walkthrough.loading',
    desc: 'Shown while the settings are on their way',
  });

export const failed: LocalizedText = (localize) =>
  localize.msg('Les réglages n’ont pas pu être affichés.', {
    id: 'privacy-walkthrough.failed',
    desc: 'Error in place of the settings',
  });

export const retry: LocalizedText = (localize) =>
  localize.msg('Réessayer', {
    id: 'privacy-walkthrough.retry',
    desc: 'Button below privacy-walkthrough.failed (max 30)',
  });

export const refused: LocalizedText = (localize) =>
  localize.msg('Ce navigateur refuse de mémoriser vos réponses.', {
    id: 'privacy-walkthrough.refused',
    desc: 'Warning when the browser’s storage is off',
  });

/** Texts of the verification of a receipt, before there is one. */
import type { LocalizedText } from '../../localization/localized-text.ts';

export const title: LocalizedText = (localize) =>
  localize.msg('Vérifier un reçu', {
    id: 'receipt.title',
    desc: 'Title of the element that checks a receipt',
  });

export const file: LocalizedText = (localize) =>
  localize.msg('Choisissez le fichier du reçu, ou déposez-le ici', {
    id: 'receipt.file',
    desc: 'Label of the file field, onto which a file can also be dropped',
  });

export const local: LocalizedText = (localize) =>
  localize.msg('Le fichier est lu dans ce navigateur : il n’est envoyé nulle part.', {
    id: 'receipt.local',
    desc: 'Under the file field',
  });

export const notLoaded: LocalizedText = (localize) =>
  localize.msg(
    'La vérification n’a pas pu être chargée. Vérifiez votre connexion, puis choisissez de nouveau le fichier.',
    { id: 'receipt.not-loaded', desc: 'Error: a part of the script could not be loaded' },
  );

export const unreadable: LocalizedText = (localize) =>
  localize.msg(
    'Ce fichier n’est pas un reçu. Choisissez celui que vous avez téléchargé après avoir signé : son nom commence par « charte- ».',
    {
      id: 'receipt.unreadable',
      desc: 'Error: the file is something else. The name “charte-” is that of the file in every language',
    },
  );

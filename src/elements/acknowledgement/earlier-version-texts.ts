/** Texts of the version that a person has signed before, loaded where there is one. */
import { str } from '@lit/localize/internal/str-tag.js';
import type { LocalizedText } from '../../localization/localized-text.ts';

export const signedVersionOn: LocalizedText<[version: string, date: string]> = (localize, version, date) =>
  localize.msg(str`Vous avez signé la version ${version} le ${date}.`, {
    id: 'acknowledgement.signed-version-on',
    desc: 'Notice above the form. 0: version, 1: date',
  });

export const signedVersion: LocalizedText<[version: string]> = (localize, version) =>
  localize.msg(str`Vous avez lu ou signé la version ${version}.`, {
    id: 'acknowledgement.signed-version',
    desc: 'Notice above the form. 0: version',
  });

export const changed: LocalizedText<[version: string]> = (localize, version) =>
  localize.msg(str`La charte est passée à la version ${version} : lisez ce qui a changé, puis signez-la.`, {
    id: 'acknowledgement.changed',
    desc: 'After acknowledgement.signed-version: there is a newer one. 0: version',
  });

export const renewalDue: LocalizedText = (localize) =>
  localize.msg('L’établissement vous demande de relire la charte et de la signer de nouveau.', {
    id: 'acknowledgement.renewal-due',
    desc: 'the signature is too old, the version is still in force',
  });

export const signedCurrent: LocalizedText = (localize) =>
  localize.msg('C’est la version en vigueur : vous n’avez rien à faire.', {
    id: 'acknowledgement.signed-current',
    desc: 'After acknowledgement.signed-version: nothing to do',
  });

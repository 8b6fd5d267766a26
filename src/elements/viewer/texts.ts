/** Texts around a charter. */
import { str } from '@lit/localize/internal/str-tag.js';
import type { LocalizedText } from '../../localization/localized-text.ts';

export const changes: LocalizedText<[version: string]> = (localize, version) =>
  localize.msg(str`Ce qui a changé depuis la version ${version}`, {
    id: 'viewer.changes',
    desc: 'Heading above what changed. 0: version number that the reader knows',
  });

export const reviewedOn: LocalizedText<[date: string]> = (localize, date) =>
  localize.msg(str`(relu le ${date})`, {
    id: 'viewer.reviewed-on',
    desc: 'After a source in the list of sources. 0: date on which it was last read',
  });

export const practices: LocalizedText = (localize) =>
  localize.msg('Les bonnes pratiques', {
    id: 'viewer.practices',
    desc: 'Heading above the good practices of the charter, in the text and in the contents list',
  });

export const sources: LocalizedText = (localize) =>
  localize.msg('Sources', {
    id: 'viewer.sources',
    desc: 'Heading above the documents that the charter relies on',
  });

export const versionFrom: LocalizedText<[version: string, since: string]> = (localize, version, since) =>
  localize.msg(str`Version ${version}, en vigueur à compter du ${since}`, {
    id: 'viewer.version-from',
    desc: 'Under the title of the charter. 0: version number, 1: date',
  });

export const version: LocalizedText<[version: string]> = (localize, version) =>
  localize.msg(str`Version ${version}`, {
    id: 'viewer.version',
    desc: 'Under the title of the charter. 0: version number',
  });

export const plain: LocalizedText = (localize) =>
  localize.msg('Version facile à lire', {
    id: 'viewer.plain',
    desc: 'Switch between the full text and the version in plain language (easy to read) (max 35)',
  });

export const print: LocalizedText = (localize) =>
  localize.msg('Imprimer la charte', { id: 'viewer.print', desc: 'Button above the charter (max 30)' });

export const contents: LocalizedText = (localize) =>
  localize.msg('Sommaire', { id: 'viewer.contents', desc: 'Heading of the contents list (max 20)' });

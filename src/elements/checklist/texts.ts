/** Texts of the checklist. */
import { str } from '@lit/localize/internal/str-tag.js';
import type { LocalizedText } from '../../localization/localized-text.ts';

export const required: LocalizedText = (localize) =>
  localize.msg('(obligatoire)', {
    id: 'checklist.required',
    desc: 'After a practice that must be ticked; the brackets belong to it',
  });

export const title: LocalizedText = (localize) =>
  localize.msg('Cocher les bonnes pratiques', { id: 'checklist.title', desc: 'Title of the checklist' });

export const clear: LocalizedText = (localize) =>
  localize.msg('Tout décocher', {
    id: 'checklist.clear',
    desc: 'Button below the list: takes all ticks away (max 25)',
  });

export const requiredMissing: LocalizedText = (localize) =>
  localize.msg('Cochez les pratiques obligatoires.', {
    id: 'checklist.required-missing',
    desc: 'Error of the form, when a practice that must be ticked is not',
  });

export const progress: LocalizedText<[count: number, all: number]> = (localize, count, all) =>
  localize.plural(
    count,
    () =>
      localize.msg(str`${localize.number(count)} pratique cochée sur ${localize.number(all)}`, {
        id: 'checklist.progress.one',
        desc: 'Progress above the practices. 0: ticked practices, 1: all practices',
      }),
    () =>
      localize.msg(str`${localize.number(count)} pratiques cochées sur ${localize.number(all)}`, {
        id: 'checklist.progress.other',
        desc: 'Progress above the practices. 0: ticked practices, 1: all practices',
      }),
  );

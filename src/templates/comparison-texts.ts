/** Texts of the comparison of two versions, loaded with it. */
import type { LocalizedText } from '../localization/localized-text.ts';

export const sectionsNew: LocalizedText = (localize) =>
  localize.msg('Nouvelles sections', { id: 'changes.sections-new', desc: 'heading of a list of titles' });

export const sectionsChanged: LocalizedText = (localize) =>
  localize.msg('Sections modifiées', { id: 'changes.sections-changed', desc: 'heading of a list of titles' });

export const sectionsRemoved: LocalizedText = (localize) =>
  localize.msg('Sections retirées', { id: 'changes.sections-removed', desc: 'heading of a list of titles' });

export const practicesNew: LocalizedText = (localize) =>
  localize.msg('Nouvelles bonnes pratiques', { id: 'changes.practices-new', desc: 'heading of a list' });

export const practicesChanged: LocalizedText = (localize) =>
  localize.msg('Bonnes pratiques modifiées', { id: 'changes.practices-changed', desc: 'heading of a list' });

export const practicesRemoved: LocalizedText = (localize) =>
  localize.msg('Bonnes pratiques retirées', { id: 'changes.practices-removed', desc: 'heading of a list' });

export const statements: LocalizedText = (localize) =>
  localize.msg('Engagements nouveaux ou modifiés', { id: 'changes.statements', desc: 'heading of a list' });

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { speaksTo } from '../charter/audiences.ts';
import type { Audience, Charter } from '../charter/charter.ts';
import type { CharterComparison } from '../charter/compare.ts';
import type { LocalizeController } from '../localization/localize-controller.ts';
import { richText } from './rich-text.ts';

export interface ChangesView {
  readonly charter: Charter;
  readonly audience: Audience;
  readonly comparison: CharterComparison;
  readonly localize: LocalizeController;
  /** Words of the interface, among those of the charter. */
  readonly say: (words: string) => unknown;
}

/** What is new, changed and gone, by name. */
export function renderComparison({ audience, comparison, localize, say }: ChangesView): TemplateResult {
  const { msg } = localize;
  const { sections, practices, statements } = comparison;
  const isSeen = (item: { audiences?: readonly Audience[] | undefined }): boolean => speaksTo(item, audience);
  const lines: [string, readonly unknown[]][] = [
    [
      msg('Nouvelles sections', { id: 'changes.sections-new', desc: 'heading of a list of titles' }),
      sections.added.filter(isSeen).map(({ title }) => title),
    ],
    [
      msg('Sections modifiées', { id: 'changes.sections-changed', desc: 'heading of a list of titles' }),
      sections.changed.filter(({ after }) => isSeen(after)).map(({ after }) => after.title),
    ],
    [
      msg('Sections retirées', { id: 'changes.sections-removed', desc: 'heading of a list of titles' }),
      sections.removed.filter(isSeen).map(({ title }) => title),
    ],
    [
      msg('Nouvelles bonnes pratiques', { id: 'changes.practices-new', desc: 'heading of a list' }),
      practices.added.filter(isSeen).map(({ text }) => richText(text)),
    ],
    [
      msg('Bonnes pratiques modifiées', { id: 'changes.practices-changed', desc: 'heading of a list' }),
      practices.changed.filter(({ after }) => isSeen(after)).map(({ after }) => richText(after.text)),
    ],
    [
      msg('Bonnes pratiques retirées', { id: 'changes.practices-removed', desc: 'heading of a list' }),
      practices.removed.filter(isSeen).map(({ text }) => richText(text)),
    ],
    [
      msg('Engagements nouveaux ou modifiés', { id: 'changes.statements', desc: 'heading of a list' }),
      [...statements.added, ...statements.changed.map(({ after }) => after)].map(({ text }) => text),
    ],
  ];
  return html`${lines.map(([label, items]) =>
    items.length === 0
      ? nothing
      : html`<div>
          <p><strong>${say(label)}</strong></p>
          <ul class="list">
            ${items.map((item) => html`<li>${item}</li>`)}
          </ul>
        </div>`,
  )}`;
}

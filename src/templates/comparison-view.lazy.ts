import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { speaksTo } from '../charter/audiences.ts';
import type { Audience, Charter } from '../charter/charter.ts';
import type { CharterComparison } from '../charter/compare.ts';
import type { LocalizeController } from '../localization/localize-controller.ts';
import * as comparisonTexts from './comparison-texts.ts';
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
  const { sections, practices, statements } = comparison;
  const isSeen = (item: { audiences?: readonly Audience[] | undefined }): boolean => speaksTo(item, audience);
  const lines: [string, readonly unknown[]][] = [
    [comparisonTexts.sectionsNew(localize), sections.added.filter(isSeen).map(({ title }) => title)],
    [
      comparisonTexts.sectionsChanged(localize),
      sections.changed.filter(({ after }) => isSeen(after)).map(({ after }) => after.title),
    ],
    [comparisonTexts.sectionsRemoved(localize), sections.removed.filter(isSeen).map(({ title }) => title)],
    [
      comparisonTexts.practicesNew(localize),
      practices.added.filter(isSeen).map(({ text }) => richText(text)),
    ],
    [
      comparisonTexts.practicesChanged(localize),
      practices.changed.filter(({ after }) => isSeen(after)).map(({ after }) => richText(after.text)),
    ],
    [
      comparisonTexts.practicesRemoved(localize),
      practices.removed.filter(isSeen).map(({ text }) => richText(text)),
    ],
    [
      comparisonTexts.statements(localize),
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

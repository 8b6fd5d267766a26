import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { LocalizeController } from '../localization/localize-controller.ts';
import * as texts from './texts.ts';

/** How an item of the charter differs from the version that the reader knows. */
export type Difference = 'new' | 'changed';

interface ItemsThatDiffer {
  readonly added: readonly { readonly id: string }[];
  readonly changed: readonly { readonly after: { readonly id: string } }[];
}

/** How each item of a list that differs does so, by id. */
export function differencesIn({ added, changed }: ItemsThatDiffer): Map<string, Difference> {
  const differences = new Map<string, Difference>();
  for (const { id } of added) differences.set(id, 'new');
  for (const { after } of changed) differences.set(after.id, 'changed');
  return differences;
}

/** The mark of an item that differs. */
export function differenceBadge(
  difference: Difference | undefined,
  localize: LocalizeController,
  say: (words: string) => unknown,
): TemplateResult | typeof nothing {
  if (!difference) return nothing;
  const words = difference === 'new' ? texts.newMark(localize) : texts.changedMark(localize);
  return html` <span class="badge" part="badge">${say(words)}</span>`;
}

import { editDistance } from '../internal/edit-distance.ts';
import { warnOnce } from '../internal/warn-once.ts';
import { knownTexts } from './generated/known-texts.ts';
import type { TextOverrides } from './texts-by-id.ts';

/** Whether texts are a whole language's rather than a hospital's changes to one: at least half of the interface. */
export function isTranslation(texts: TextOverrides): boolean {
  const known = Object.keys(texts).filter((id) => Object.hasOwn(knownTexts, id));
  return known.length >= Object.keys(knownTexts).length / 2;
}

/** Tells the console, once, about ids that do not exist and about values that are missing or do not exist. */
export function checkTexts(language: string, texts: TextOverrides): void {
  for (const [id, text] of Object.entries(texts)) {
    const fault = faultOf(id, text);
    if (fault !== undefined) warnOnce(`texts in "${language}": ${fault}`);
  }
}

function faultOf(id: string, text: string): string | undefined {
  // A language may have plural forms that French has not.
  const isOwnForm = /\.(zero|two|few|many)$/.test(id);
  const source = isOwnForm ? id.replace(/[^.]+$/, 'other') : id;
  const count = Object.hasOwn(knownTexts, source) ? knownTexts[source] : undefined;
  if (count === undefined) return `there is no text "${id}"; did you mean "${nearest(id)}"?`;
  const marks = new Set([...text.matchAll(/\$\{(\d+)\}/g)].map((match) => Number(match[1])));
  const unknown = [...marks].filter((mark) => mark >= count);
  if (unknown.length > 0)
    return `"${id}" has no value ${list(unknown)}; it has ${count === 0 ? 'none' : list([...Array(count).keys()])}`;
  // « Une pratique » says its number in words.
  if (isOwnForm || id.endsWith('.one')) return undefined;
  const missing = [...Array(count).keys()].filter((value) => !marks.has(value));
  return missing.length > 0 ? `"${id}" does not show its value ${list(missing)}` : undefined;
}

const list = (values: readonly number[]): string => values.map((value) => `\${${value}}`).join(', ');

function nearest(id: string): string {
  let best = '';
  let least = Infinity;
  for (const known of Object.keys(knownTexts)) {
    const edits = editDistance(id, known);
    if (edits < least) [best, least] = [known, edits];
  }
  return best;
}

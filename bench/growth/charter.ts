import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { plainText } from '../../src/charter/plain-text.ts';
import type { Charter, Practice } from '../../src/charter/charter.ts';

const path = join(import.meta.dirname, '../../locales/content/charter.fr.json');

/** How many practices stand in a group, where the last one is full. */
const perGroup = 10;

/**
 * The built-in charter with so many practices: its own, with their reasons and those that are required, again and again,
 * for everyone, in groups of ten.
 */
export async function charterOf(count: number): Promise<Charter> {
  const charter = JSON.parse(await readFile(path, 'utf8')) as Charter;
  const known = charter.practices!;
  const practices = Array.from({ length: count }, (_, index): Practice => {
    const { text, why, required } = known[index % known.length]!;
    const group = Math.floor(index / perGroup);
    return {
      id: `practice-${index + 1}`,
      group: `${known[group % known.length]!.group!} ${group + 1}`,
      // No two are alike: what is kept for a text that came before would flatter.
      text: `${index + 1}. ${plainText(text)}`,
      why: `${plainText(why!)} (${index + 1})`,
      required: required ?? false,
    };
  });
  return { ...charter, practices };
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Charter } from '../../src/charter/charter.ts';

const path = join(import.meta.dirname, '../../locales/content/charter.fr.json');

/** The built-in charter with fewer or more sections, which is about so many bytes long as JSON. */
export async function documentOf(bytes: number): Promise<Charter> {
  const charter = JSON.parse(await readFile(path, 'utf8')) as Charter;
  const size = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
  const { sections } = charter;
  const grown: Charter = { ...charter, sections: [] };
  // The smallest documents have no room for the rest.
  for (const name of ['practices', 'sources'] as const) if (size(grown) > bytes) grown[name] = [];
  let left = bytes - size(grown);
  for (let index = 0; left > 0; index++) {
    const section = { ...sections[index % sections.length]!, id: `section-${index}` };
    grown.sections.push(section);
    left -= size(section) + 1;
  }
  return grown;
}

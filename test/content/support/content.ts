import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCharter } from '../../../src/charter/index.ts';
import type { Charter } from '../../../src/charter/index.ts';
import { parseNetworks } from '../../../src/networks/index.ts';
import type { Networks } from '../../../src/networks/index.ts';

const folder = join(import.meta.dirname, '../../../locales/content');

export const contentNames = (await readdir(folder)).filter((name) => name.endsWith('.json'));

export async function readContent(name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, name), 'utf8'));
}

/** The built-in French documents; every other locale is a translation of them. */
export const charter: Charter = parseCharter(await readContent('charter.fr.json'));
/** Every French charter, by the name of its file; the built-in one is among them. */
export const frenchCharters = new Map<string, Charter>();
for (const name of contentNames.filter((other) => other.endsWith('.fr.json'))) {
  const document = await readContent(name);
  if ((document as { schema?: unknown }).schema === 'charter/1')
    frenchCharters.set(name, parseCharter(document));
}
export const networks: Networks = parseNetworks(await readContent('networks.fr.json'));

export { textsOf } from '../../../command-line/checks/texts-of.ts';
export type { DocumentText as ContentText } from '../../../command-line/checks/texts-of.ts';

/** Words between guillemets. */
export function quotedIn(text: string): string[] {
  return [...text.matchAll(/«\s*(.*?)\s*»/gu)].map(([, words]) => words!);
}

/** A wording without the differences that typography makes. */
export function withoutTypography(text: string): string {
  return text
    .replace(/[’']/g, "'")
    .replace(/\s+([;:!?])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

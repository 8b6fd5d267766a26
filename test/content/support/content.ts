import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCharter, plainText } from '../../../src/charter/index.ts';
import type { Charter, Text } from '../../../src/charter/index.ts';
import { parseNetworks } from '../../../src/networks/index.ts';
import type { Networks } from '../../../src/networks/index.ts';

const folder = join(import.meta.dirname, '../../../locales/content');

export const contentNames = (await readdir(folder)).filter((name) => name.endsWith('.json'));

export async function readContent(name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, name), 'utf8'));
}

/** The built-in French documents; every other locale is a translation of them. */
export const charter: Charter = parseCharter(await readContent('social-media.fr.json'));
/** Every French charter, by the name of its file; the built-in one is among them. */
export const frenchCharters = new Map<string, Charter>();
for (const name of contentNames.filter((other) => other.endsWith('.fr.json'))) {
  const document = await readContent(name);
  if ((document as { schema?: unknown }).schema === 'charter/1')
    frenchCharters.set(name, parseCharter(document));
}
export const networks: Networks = parseNetworks(await readContent('networks.fr.json'));

/** Members that no reader sees. */
const unseen = new Set([
  ...[
    'schema',
    'id',
    'version',
    'locale',
    'type',
    'href',
    'link',
    'audiences',
    'since',
    'date',
    'effectiveFrom',
  ],
  ...['reviewedOn', 'attestedOn', 'revision', 'reviewDue', 'topic', 'priority', 'status', 'kind', 'hosts'],
]);

export interface ContentText {
  /** JSON path. */
  readonly path: string;
  /** As it is read: runs joined. */
  readonly text: string;
}

/** Every text of a document that a reader sees. */
export function* textsOf(value: unknown, path = '$'): Generator<ContentText> {
  if (typeof value === 'string') yield { path, text: value };
  else if (Array.isArray(value)) {
    if (isRuns(value, path)) yield { path, text: plainText(value as Text) };
    else for (const [index, item] of value.entries()) yield* textsOf(item, `${path}[${index}]`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (!unseen.has(key)) yield* textsOf(item, `${path}.${key}`);
    }
  }
}

/** A text is a list of runs under these names; in lists of texts, the item is. */
function isRuns(value: unknown[], path: string): boolean {
  return /\.(?:text|summary|why|changes)$|\.(?:items|plain)\[\d+\]$/.test(path) && value.length > 0;
}

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

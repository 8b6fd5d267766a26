import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const root = join(import.meta.dirname, '..');

/** What has tables that commands write, from the project's root. */
export type Document =
  'README.md' | 'docs/figures.md' | 'docs/scaling.md' | 'bench/RESULTS.md' | 'receiver/README.md';

/**
 * A document with a table between its marks, `<!-- name -->` and `<!-- /name -->`.
 *
 * @throws Error where it has no such marks.
 */
export async function documentWith(name: string, table: string, document: Document): Promise<string> {
  const path = join(root, document);
  const before = await readFile(path, 'utf8');
  const marks = new RegExp(`(<!-- ${name} -->\\n)[^]*?(\\n<!-- /${name} -->)`);
  if (!marks.test(before)) throw new Error(`${document} has no <!-- ${name} --> marks`);
  const text = before.replace(marks, (_, start: string, end: string) => `${start}\n${table}\n${end}`);
  return format(text, { ...(await resolveConfig(path)), parser: 'markdown' });
}

/** Writes a document anew with a table between its marks. */
export async function writeTable(name: string, table: string, document: Document): Promise<void> {
  await writeFile(join(root, document), await documentWith(name, table, document));
}

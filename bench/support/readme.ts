import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const path = join(import.meta.dirname, '../../README.md');

/**
 * README with a table between its marks, `<!-- name -->` and `<!-- /name -->`.
 *
 * @throws Error where README has no such marks.
 */
export async function readmeWith(name: string, table: string): Promise<string> {
  const readme = await readFile(path, 'utf8');
  const marks = new RegExp(`(<!-- ${name} -->\\n)[^]*?(\\n<!-- /${name} -->)`);
  if (!marks.test(readme)) throw new Error(`README.md has no <!-- ${name} --> marks`);
  const text = readme.replace(marks, (_, start: string, end: string) => `${start}\n${table}\n${end}`);
  return format(text, { ...(await resolveConfig(path)), parser: 'markdown' });
}

/** Writes README anew with a table between its marks. */
export async function writeTable(name: string, table: string): Promise<void> {
  await writeFile(path, await readmeWith(name, table));
}

/**
 * Writes each document of locales/content as a module of src/built-in/generated, so that elements can import the built-in
 * charter lazily in every bundler and browser. Run by `npm run generate`.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);
const source = join(root, 'locales/content');
const target = join(root, 'src/built-in/generated');

await mkdir(target, { recursive: true });
for (const name of await readdir(source)) {
  if (!name.endsWith('.json')) continue;
  const document: unknown = JSON.parse(await readFile(join(source, name), 'utf8'));
  const module = `// Generated from locales/content/${name}: edit that file.\nexport default ${JSON.stringify(document)} as unknown;\n`;
  await writeFile(join(target, name.replace(/\.json$/, '.ts')), module);
}

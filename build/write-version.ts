/** Writes the version of package.json where the elements tell it. Run by `npm run release:version`. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const path = join(root, 'src/version.ts');

const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
const source = await readFile(path, 'utf8');
await writeFile(path, source.replace(/(?<=version = ')[^']+/, version));

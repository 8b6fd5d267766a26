/**
 * Writes the texts of the interface as a module of src/built-in/generated, for the command line, which knows by it what
 * a hospital may replace. Run by `npm run generate`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findInterfaceTexts } from './msg-calls.ts';

const target = join(import.meta.dirname, '../src/built-in/generated');

const byId = new Map(findInterfaceTexts().map(({ id, text, values }) => [id ?? '', { id, text, values }]));
const texts = [...byId.values()].sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
await mkdir(target, { recursive: true });
const module = `// Generated from the calls of msg(): run npm run generate.\nexport default ${JSON.stringify(texts)} as unknown;\n`;
await writeFile(join(target, 'interface-texts.ts'), module);

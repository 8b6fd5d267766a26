/** Writes `command-line/dist`, which is published as `charter-elements-cli`. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { compile } from './compile.ts';

await rm(join(import.meta.dirname, '../command-line/dist'), { recursive: true, force: true });
compile('tsconfig.command-line.json', {});

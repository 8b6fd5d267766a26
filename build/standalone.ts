/** Writes what goes beside the scripts that rollup has bundled. Run by `npm run build:standalone`. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeIntegrity } from './standalone/integrity.ts';
import { writePrecompressed } from './standalone/precompressed.ts';

const folder = join(import.meta.dirname, '../dist/standalone');
const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js')).sort();

await writeIntegrity(folder, scripts);
await writePrecompressed(folder, scripts);

/** Packs every package once, for all tests of a run: `node test/support/pack-once.ts <folder>`, after the build. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pack, packages } from '../../build/packages/pack.ts';
import type { PackageName } from '../../build/packages/pack.ts';
import { packedIn } from './packages.ts';

const folder = process.argv[2];
if (!folder) throw new Error('Where to? node test/support/pack-once.ts <folder>');
await mkdir(folder, { recursive: true });
for (const name of Object.keys(packages) as PackageName[]) {
  const half = join(folder, `${name}.half`);
  await writeFile(half, JSON.stringify(await pack(name, folder)));
  // Whole, or not there: tests may begin meanwhile.
  await rename(half, packedIn(folder, name));
}

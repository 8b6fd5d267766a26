/** Writes `receiver/dist`, which is published as `charter-receiver`: its modules, its SQL and the description of its API. */
import { cp, glob, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeAPI } from '../receiver/routes/openapi.ts';
import { compile } from './compile.ts';
import { declarationExtensions } from './transformers/declaration-extensions.ts';

const receiver = join(import.meta.dirname, '../receiver');
const dist = join(receiver, 'dist');

await rm(dist, { recursive: true, force: true });
compile('tsconfig.receiver.json', { afterDeclarations: [declarationExtensions] });
for await (const file of glob('*.sql', { cwd: join(receiver, 'store') }))
  await cp(join(receiver, 'store', file), join(dist, 'store', file));
await writeFile(join(dist, 'openapi.json'), `${JSON.stringify(describeAPI(), null, 2)}\n`);

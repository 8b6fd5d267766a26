import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { readCharter } from '../../src/charter/index.ts';
import { createRecord } from '../receiver/support/records.ts';
import { request, sign, readBack } from '../receiver/support/requests.ts';
import { packLibrary, run, temporaryFolder } from '../support/packed-library.ts';

const root = join(import.meta.dirname, '../..');

test('charter-receiver, from its tarball in an empty folder, starts by its command and records', async (t) => {
  const folder = await temporaryFolder('receiver');
  const [{ filename }] = JSON.parse(
    await run(
      join(root, 'receiver'),
      'npm',
      'pack',
      '--json',
      '--ignore-scripts',
      '--pack-destination',
      folder,
    ),
  ) as [{ filename: string }];
  await writeFile(join(folder, 'package.json'), '{ "private": true }');
  const tarballs = [await packLibrary(), join(folder, filename)];
  await run(folder, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs);

  const program = spawn(process.execPath, [join(folder, 'node_modules/.bin/charter-receiver')], {
    cwd: folder,
    env: { ...process.env, PORT: '0', DATABASE_URL: '', DATA_DIR: '', CHARTERS_DIR: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(async () => {
    if (program.exitCode !== null) return;
    const ended = once(program, 'exit');
    program.kill();
    await ended;
  });
  const [line] = (await once(createInterface(program.stdout), 'line')) as [string];
  const address = /^Receiver of signatures \(pglite\) at (http:\S+)$/.exec(line)?.[1];
  assert.ok(address, line);
  const document = await readFile(join(root, 'locales/content/charter.fr.json'), 'utf8');
  const receipt = await sign(address, createRecord(await readCharter(JSON.parse(document))));
  const kept = await readBack(address, receipt);
  assert.equal(kept.body['receipt'], receipt.receipt);
  const description = await request(address, '/openapi.json');
  assert.equal(description.status, 200);
});

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { before, describe, it } from 'node:test';
import { installTarballs, listInstalled } from '../../build/packages/install.ts';
import { packages } from '../../build/packages/pack.ts';
import type { PackageName } from '../../build/packages/pack.ts';
import { readCharter } from '../../src/charter/index.ts';
import { charterWith } from '../command-line/support/command.ts';
import { createRecord } from '../receiver/support/records.ts';
import { readBack, request, sign } from '../receiver/support/requests.ts';
import { packPackage, root, run, temporaryFolder } from '../support/packages.ts';

/** What a page's project gets with the library: itself, and thirteen packages with what two of them need. */
const libraryTree = [
  // What elements are made of, and what Lit is made of.
  '@lit-labs/ssr-dom-shim',
  '@lit/localize',
  '@lit/reactive-element',
  '@types/trusted-types',
  'lit',
  'lit-element',
  'lit-html',
  // Schemas.
  '@standard-schema/spec',
  'valibot',
  // Unsent records, receipts, digests on plain-http pages.
  '@noble/hashes',
  'idb',
  'jose',
  // The line and column of a syntax error, which WebKit does not tell; a reminder for one’s calendar. Neither needs another.
  'jsonc-parser',
  'ts-ics',
  'charter-elements',
];

async function installed(...names: PackageName[]): Promise<string> {
  const packed = await Promise.all(names.map((name) => packPackage(name)));
  const folder = await temporaryFolder();
  await installTarballs(
    folder,
    packed.map(({ tarball }) => tarball),
  );
  return folder;
}

describe('charter-elements, from its tarball in an empty folder', async () => {
  const folder = await installed('charter-elements');

  it('brings no more than fifteen packages, which are named', async () => {
    const names = (await listInstalled(folder)).map(({ name }) => name);
    assert.deepEqual(names, libraryTree.toSorted());
    assert.ok(names.length <= 15, `${names.length} packages`);
  });

  it('says by its former command where the command line is now', async () => {
    const { code, output } = await run(folder, join(folder, 'node_modules/.bin/charter-elements'), [
      '--help',
    ]);
    assert.match(output, /npx charter-elements-cli/);
    assert.equal(code, 2);
  });
});

describe('the three packages, from their tarballs in an empty folder', () => {
  let folder: string;
  before(async () => {
    folder = await installed(...(Object.keys(packages) as PackageName[]));
  });

  it('compile a charter', async () => {
    await writeFile(join(folder, 'charte.md'), charterWith('Texte.'));
    const command = join(folder, 'node_modules/.bin/charter-elements');
    const { code, output } = await run(folder, command, ['compile', 'charte.md', '-o', 'charte.json']);
    assert.equal(code, 0, output);
    const { charter } = await readCharter(JSON.parse(await readFile(join(folder, 'charte.json'), 'utf8')));
    assert.equal(charter.title, 'Essai');
  });

  it('run the command line by the name of its package', async () => {
    const { code, output } = await run(folder, 'npx', ['--no', 'charter-elements-cli', '--', '--help']);
    assert.equal(code, 0, output);
    assert.match(output, /charter-elements <commande>/);
  });

  it('run the command line by the command of the library too', async () => {
    const own = join(folder, 'node_modules/charter-elements-cli');
    const { version } = JSON.parse(await readFile(join(own, 'package.json'), 'utf8')) as { version: string };
    for (const main of ['charter-elements/bin/charter-elements.js', 'charter-elements-cli/dist/main.js']) {
      const path = join(folder, 'node_modules', main);
      const { code, output } = await run(folder, process.execPath, [path, '--version']);
      assert.deepEqual({ code, output }, { code: 0, output: `${version}\n` });
    }
  });

  it('start a receiver, which records', async (t) => {
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
});

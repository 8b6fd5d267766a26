import assert from 'node:assert/strict';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { hostFiles } from '../support/host-pages.ts';
import { visitHost } from '../support/host-visit.ts';
import { packLibrary, run, sideBySide, temporaryFolder } from '../support/packed-library.ts';
import { useBrowser, useHospital } from '../support/stage.ts';

/** Each template of `npm create vite`, and the program that checks its types. */
const templates = {
  'vanilla-ts': ['tsc'],
  'react-ts': ['tsc', '-b'],
  'vue-ts': ['vue-tsc', '-b'],
  'svelte-ts': ['svelte-check', '--tsconfig', './tsconfig.app.json', '--fail-on-warnings'],
};

const sources = join(import.meta.dirname, '../fixtures/create-vite');

describe('a project that npm create vite has just made, with the packed library', () => {
  const hospital = useHospital();
  const browser = useBrowser('chromium');
  let folder: string;
  /** What became of each project: nothing, or why it could not be made. */
  const failures = new Map<string, unknown>();

  before(async () => {
    folder = await temporaryFolder('create-vite');
    const tarball = await packLibrary();
    await sideBySide(
      Object.entries(templates).map(([template, checker]) => async () => {
        await make(folder, template, checker, tarball).catch((error: unknown) =>
          failures.set(template, error),
        );
      }),
    );
  });

  for (const template of Object.keys(templates)) {
    it(`${template}: its types are right, and it signs`, async (t) => {
      if (failures.has(template)) throw failures.get(template);
      const files = hostFiles(join(folder, template, 'dist'));
      const place = { browser: browser(), hospital: hospital(), files };
      const { page, log, network, signOnce } = await visitHost(t, place, '/');
      const { id, signer } = await signOnce(`Anne ${template}`);
      assert.equal(signer.department, 'Urgences', 'an object given as a property');
      assert.equal(await page.evaluate(() => document.querySelector('#signed')!.textContent), id);
      assert.deepEqual(log, { errors: [], origins: new Set([network.origin]) });
    });
  }
});

/** Makes a project, installs the library in it, puts the elements in its page, checks its types and builds it. */
async function make(folder: string, template: string, checker: string[], tarball: string): Promise<void> {
  const project = join(folder, template);
  await run(
    folder,
    'npm',
    'create',
    '--yes',
    'vite@latest',
    template,
    '--',
    '--template',
    template,
    '--no-interactive',
  );
  // In one go, for speed: `npm install`, then `npm install charter-elements`.
  await run(project, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', tarball);
  assert.match(await readFile(join(project, 'package.json'), 'utf8'), /"charter-elements":/);
  await cp(join(sources, template), project, { recursive: true });
  await run(project, ...(checker as [string, ...string[]]));
  await run(project, 'vite', 'build');
}

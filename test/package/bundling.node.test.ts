import { nodeResolve } from '@rollup/plugin-node-resolve';
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { rollup } from 'rollup';
import { installPacked } from '../support/packages.ts';

describe('what a bundler takes of the package', () => {
  let folder = '';

  before(async () => {
    folder = await installPacked();
  });

  /** The code that a page downloads at once, and the modules of the package in it. */
  async function bundle(source: string): Promise<{ code: string; modules: string[] }> {
    const input = join(folder, 'page.js');
    await writeFile(input, source);
    const built = await rollup({ input, plugins: [nodeResolve({ browser: true })], onwarn: () => undefined });
    const { output } = await built.generate({ format: 'es' });
    const [{ code, modules }] = output;
    const own = Object.entries(modules).filter(([path, { renderedLength }]) => {
      return renderedLength > 0 && path.includes('/node_modules/charter-elements/dist/');
    });
    return { code, modules: own.map(([path]) => path.replace(/^.*\/dist\//, '')) };
  }

  it('defines one element and leaves the others out', async () => {
    const { modules, code } = await bundle("import 'charter-elements/charter-receipt.js';");
    assert.ok(modules.includes('elements/receipt/charter-receipt.js'));
    assert.match(code, /defineElement\('charter-receipt'/);
    assert.deepEqual(
      modules.filter((path) => /^elements\/(?!receipt\/)/.test(path)),
      [],
    );
  });

  it('takes no element with a helper of the main entry', async () => {
    const { modules } = await bundle("import { audiences } from 'charter-elements'; console.log(audiences);");
    assert.deepEqual(modules, ['charter/audiences.js']);
  });

  it('registers nothing with a class', async () => {
    const { modules } = await bundle(
      "import { CharterViewer } from 'charter-elements/elements/viewer.js'; console.log(CharterViewer);",
    );
    assert.ok(modules.includes('elements/viewer/viewer-element.js'));
    assert.ok(!modules.includes('internal/define-element.js'));
  });

  it('defines every element with all.js', async () => {
    const { modules } = await bundle("import 'charter-elements/all.js';");
    assert.equal(
      modules.filter((path) =>
        /\/charter-(?:viewer|checklist|privacy-walkthrough|acknowledgement|receipt)\.js$/.test(path),
      ).length,
      5,
    );
  });
});

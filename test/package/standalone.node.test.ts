import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { licensesFile, noticeOf } from '../../build/standalone/third-party-licenses.ts';
import { root } from '../support/packages.ts';

const folder = join(root, 'dist/standalone');
const read = (name: string): Promise<Buffer> => readFile(join(folder, name));

describe('what goes beside the standalone script', () => {
  let names: string[];
  let scripts: string[];

  before(async () => {
    names = await readdir(folder);
    scripts = names.filter((name) => name.endsWith('.js'));
    assert.ok(scripts.length > 20, 'there is no build: npm run build');
  });

  /** The folders of the packages of which the scripts have code, as their maps say. */
  async function bundledPackages(): Promise<string[]> {
    const maps = await Promise.all(names.filter((name) => name.endsWith('.map')).map(read));
    const sources = maps.flatMap((map) => (JSON.parse(map.toString()) as { sources: string[] }).sources);
    const found = sources.map(
      (source) => /node_modules\/(?:@[^/]+\/)?[^/]+(?!.*\/node_modules\/)/.exec(source)?.[0],
    );
    return [...new Set(found)].filter((path) => path !== undefined);
  }

  it('names each package of which there is code, with its version and the text of its licence', async () => {
    const notices = (await read(licensesFile)).toString();
    const packages = await bundledPackages();
    assert.ok(
      packages.includes('node_modules/lit-html') && packages.includes('node_modules/jose'),
      String(packages),
    );
    for (const path of packages) {
      const manifest = await readFile(join(root, path, 'package.json'), 'utf8');
      const { name, version, license } = JSON.parse(manifest) as Record<string, string>;
      const file = (await readdir(join(root, path))).find((each) => /^licen[cs]e/i.test(each));
      const text = (await readFile(join(root, path, file!), 'utf8')).trim();
      assert.ok(notices.includes(`\n${name} ${version} (${license})\n\n${text}`), `the licence of ${name}`);
    }
    assert.equal(notices.split('-'.repeat(80)).length - 1, packages.length);
  });

  it('cannot be made of a package without the text of its licence', () => {
    const dependency = {
      name: 'silent',
      version: '1.0.0',
      license: 'MIT',
      licenseText: null,
      noticeText: null,
    };
    assert.throws(() => noticeOf(dependency), /silent has no licence file/);
  });

  it('is each script compressed, for a server that sends what it finds', async () => {
    for (const name of scripts) {
      const code = await read(name);
      assert.ok(code.equals(brotliDecompressSync(await read(`${name}.br`))), `${name}.br`);
      assert.ok(code.equals(gunzipSync(await read(`${name}.gz`))), `${name}.gz`);
    }
    const compressed = names.filter((name) => /\.(?:br|gz)$/.test(name));
    assert.equal(compressed.length, 2 * scripts.length);
  });
});

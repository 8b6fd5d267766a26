import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { listFiles, packPackage, root } from '../support/packages.ts';

/** What a hospital's npm unpacks, in bytes. Raise it deliberately. */
const largestSize = 4_540_000;

/** Published beside the modules that are compiled from `src`. */
const others = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'bin/charter-elements.js',
  'custom-elements.json',
  'llms.txt',
  'package.json',
  'dist/angular/index.d.ts',
  'dist/angular/index.js',
  'dist/editors/vscode.css-custom-data.json',
  'dist/editors/vscode.html-custom-data.json',
  'dist/editors/web-types.json',
  'dist/interface-texts.json',
  'dist/openapi.json',
  'dist/standalone/THIRD-PARTY-LICENSES.txt',
  'dist/standalone/charter-elements-loader.js',
  'dist/standalone/charter-elements-loader.js.map',
  'dist/standalone/charter-elements.js',
  'dist/standalone/charter-elements.js.map',
  'dist/standalone/integrity.html',
  'dist/standalone/integrity.json',
  ...['charter', 'networks', 'receipt', 'signature-record'].map((name) => `dist/schemas/${name}.schema.json`),
  ...[
    'react/index',
    'react/tags',
    ...['acknowledgement', 'checklist', 'privacy-walkthrough', 'receipt', 'viewer'].map(
      (name) => `react/charter-${name}`,
    ),
    ...['solid', 'svelte', 'vue'].map((name) => `typings/${name}`),
  ].flatMap((path) => [`dist/${path}.d.ts`, `dist/${path}.js`]),
];

/** Parts of the standalone script: their names end with a hash. */
const chunk = /^dist\/standalone\/charter-elements-(?<name>[\w.-]+)-[\w-]{8}\.js(?<map>\.map)?$/;

async function expectedFiles(): Promise<string[]> {
  const modules = (await listFiles('src/**/*.ts')).map((path) => path.replace(/^src\/(.*)\.ts$/, 'dist/$1'));
  const content = (await listFiles('locales/content/*.json')).map((path) => path.replace('locales', 'dist'));
  return [
    ...others,
    ...content,
    ...modules.map((path) => `${path}.js`),
    ...modules.map((path) => `${path}.d.ts`),
  ].sort();
}

describe('the tarball', async () => {
  const { files, unpackedSize, size } = await packPackage();
  const paths = files.map(({ path }) => path);

  it('holds what is published, and nothing else', async () => {
    assert.deepEqual(paths.filter((path) => !chunk.test(path)).sort(), await expectedFiles());
  });

  it('holds each part of the standalone script once, with its map unless it is data', async () => {
    const chunks = paths.filter((path) => chunk.test(path));
    const scripts = chunks.filter((path) => path.endsWith('.js'));
    const isData = (path: string): boolean =>
      /^(?:(?:charter|networks|rumour)\.[a-z]{2}|[a-z]{2}(?:-[A-Z]{2})?)$/.test(
        chunk.exec(path)!.groups!['name']!,
      );
    assert.deepEqual(
      chunks.filter((path) => path.endsWith('.map')),
      scripts.filter((path) => !isData(path)).map((path) => `${path}.map`),
    );
    const names = scripts.map((path) => chunk.exec(path)?.groups?.['name']);
    for (const language of await listFiles('locales/*.xlf')) {
      const name = /(?<name>[\w-]+)\.xlf$/.exec(language)?.groups?.['name'];
      assert.equal(names.filter((each) => each === name).length, 1, `a part for ${name}`);
    }
  });

  it(`unpacks to no more than ${largestSize.toLocaleString('en')} bytes`, (test) => {
    test.diagnostic(`${files.length} files, ${size} bytes packed, ${unpackedSize} unpacked`);
    assert.ok(unpackedSize <= largestSize, `${unpackedSize} bytes`);
  });

  it('names in package.json only what is there', async () => {
    const manifest = (await import(join(root, 'package.json'), { with: { type: 'json' } })) as {
      default: { exports: object; sideEffects: string[]; bin: string; 'web-types': string };
    };
    const { exports, sideEffects, bin, 'web-types': webTypes } = manifest.default;
    const named = [...JSON.stringify([exports, sideEffects, bin, webTypes]).matchAll(/"\.\/([^"]+\.\w+)"/g)]
      .map(([, path]) => path!)
      .filter((path) => /^(?:bin|dist)\//.test(path) && !path.includes('*'));
    assert.deepEqual(
      named.filter((path) => !paths.includes(path)),
      [],
    );
  });
});

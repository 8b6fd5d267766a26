import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { blockedInAddresses, hiddenInPages } from './support/blocked-names.ts';

const root = join(import.meta.dirname, '../..');

async function filesOf(pattern: string): Promise<string[]> {
  const files: string[] = [];
  for await (const path of glob(pattern, { cwd: root })) files.push(path);
  return files;
}

const blockedBy = (name: string): string | undefined => {
  const rule = blockedInAddresses.find((pattern) => pattern.test(name));
  return rule && `${name} (${String(rule)})`;
};

describe('names that content blockers filter', () => {
  let published: string[];
  before(async () => (published = await filesOf('dist/**/*.{js,json}')));

  it('are known here: what was blocked once would be found', () => {
    const blocked = ['/charter/charter-elements-social-media.fr-AbCd1234.js', '/intranet/cookie-consent.js'];
    assert.deepEqual(
      blocked.map((name) => blockedBy(name) !== undefined),
      [true, true],
    );
    assert.equal(blockedBy('/charter/charter-elements-charter.fr-AbCd1234.js'), undefined);
  });

  it('are no file’s that a browser loads', () => {
    assert.ok(published.length > 50, 'there is no build: npm run build');
    assert.deepEqual(published.map((path) => blockedBy(`/${path}`)).filter(Boolean), []);
  });

  it('are no attribute’s, part’s or tag’s', async () => {
    const manifest = JSON.parse(await readFile(join(root, 'custom-elements.json'), 'utf8')) as {
      modules: {
        declarations?: { tagName?: string; attributes?: { name: string }[]; cssParts?: { name: string }[] }[];
      }[];
    };
    const elements = manifest.modules
      .flatMap(({ declarations = [] }) => declarations)
      .filter(({ tagName }) => tagName);
    const names = elements.flatMap(({ tagName, attributes = [], cssParts = [] }) => [
      tagName!,
      ...attributes.map(({ name }) => name),
      ...cssParts.map(({ name }) => name),
    ]);
    assert.ok(names.length > 50);
    assert.deepEqual(
      names.filter((name) => hiddenInPages.some((pattern) => pattern.test(name))),
      [],
    );
  });

  it('are no id’s or class’s in templates', async () => {
    const found: string[] = [];
    for (const path of await filesOf('src/{elements,templates,base}/**/*.ts')) {
      const code = await readFile(join(root, path), 'utf8');
      for (const [, value] of code.matchAll(/\s(?:id|class)="([^"$]*)/g))
        for (const name of value!.split(/\s+/))
          if (hiddenInPages.some((pattern) => pattern.test(name))) found.push(`${path}: ${name}`);
    }
    assert.deepEqual(found, []);
  });
});

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { readTokens } from '../../build/manifest/css-properties.ts';
import type { Token } from '../../build/manifest/css-properties.ts';

interface Declaration {
  readonly tagName?: string;
  readonly cssProperties?: readonly Token[];
}

const root = join(import.meta.dirname, '../..');

describe('tokens in the manifest', () => {
  let folder: string;
  let elements: (Declaration & { tagName: string })[];
  /** Every token that the sources read, with its fallback as written, spaces aside. */
  const used = new Map<string, string[]>();

  before(async () => {
    folder = await mkdtemp(join(root, 'coverage-manifest-'));
    await promisify(execFile)('npx', ['cem', 'analyze', '--outdir', relative(root, folder)], { cwd: root });
    const { modules } = JSON.parse(await readFile(join(folder, 'custom-elements.json'), 'utf8')) as {
      modules: { declarations?: Declaration[] }[];
    };
    elements = modules
      .flatMap(({ declarations = [] }) => declarations)
      .filter((each): each is Declaration & { tagName: string } => each.tagName !== undefined);

    for await (const path of glob('src/**/*.ts', { cwd: root })) {
      const text = await readFile(join(root, path), 'utf8');
      for (const { index } of text.matchAll(/var\(\s*--charter-/g)) {
        const [name = '', ...fallback] = insideOf(text.slice(index + 'var('.length)).split(',');
        used.set(name.trim(), [...(used.get(name.trim()) ?? []), fallback.join(',').replaceAll(/\s+/g, '')]);
      }
    }
  });
  after(() => rm(folder, { recursive: true }));

  it('are those that the sources read, each described, each on one line only', () => {
    const documented = new Set(
      elements.flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name)),
    );
    assert.deepEqual([...documented].sort(), [...used.keys()].sort());
    for (const { tagName, cssProperties = [] } of elements) {
      const names = cssProperties.map(({ name }) => name);
      assert.deepEqual(names, [...new Set(names)], `${tagName} describes a token twice`);
      for (const { name, description } of cssProperties)
        assert.match(description, /^\p{Lu}.+\.$/u, `${tagName}: ${name} needs a sentence`);
    }
  });

  it('have the default that is written, in public names', () => {
    for (const { cssProperties = [] } of elements) {
      for (const { name, default: value } of cssProperties) {
        assert.ok(value && !value.includes('--_'), `${name}: ${value}`);
        // Where internal names stood, only the rest can be compared.
        const written = used.get(name)!.map((fallback) => skeleton(fallback));
        assert.ok(
          written.includes(skeleton(value)),
          `${name}: ${value} is not among ${used.get(name)!.join(' | ')}`,
        );
      }
    }
  });

  it('are named after the tier that they belong to, and an element’s own after it', () => {
    const owners = new Map<string, number>();
    for (const { cssProperties = [] } of elements)
      for (const { name } of cssProperties) owners.set(name, (owners.get(name) ?? 0) + 1);
    for (const [name, count] of owners) {
      const isElements = /^--charter-(viewer|checklist|walkthrough|acknowledgement|receipt)-/.test(name);
      assert.equal(isElements, count < elements.length, name);
    }
  });
});

describe('readTokens', () => {
  it('reads comment, name and default, through internal names', () => {
    const sheets = [
      ':host { /* Text. */ --_text: var(--charter-text, light-dark(#000, #fff)); --_twice: calc(2 * var(--_one)); }',
      'p { color: red; /* Two\n words. */ border: var(\n --charter-frame, 1px solid var(--_text) ); margin: var(--_twice) }',
    ];
    assert.deepEqual(readTokens(sheets), [
      { name: '--charter-text', description: 'Text.', default: 'light-dark(#000, #fff)' },
      { name: '--charter-frame', description: 'Two words.', default: '1px solid var(--charter-text)' },
    ]);
  });
});

/** What stands before the bracket that closes. */
function insideOf(text: string): string {
  let depth = 1;
  let end = 0;
  for (; depth > 0; end++) depth += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0;
  return text.slice(0, end - 1);
}

/** A value without the names that it reads. */
function skeleton(value: string): string {
  return value.replaceAll(/var\(--[\w-]+\)/g, 'var()').replaceAll(/\s+/g, '');
}

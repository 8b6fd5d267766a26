import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { typographyFaults } from '../support/french-typography.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8');

/** A page without its code and its addresses. */
const prose = (page: string): string[] =>
  page
    .replaceAll(/^ *```[^]*?^ *```$/gm, '')
    .replaceAll(/`[^`]*`/g, 'code')
    .replaceAll(/\]\([^)]*\)/g, ']')
    .replaceAll(/^\|[ -|]*$/gm, '')
    .split(/[|\n]/)
    // The layout of tables and lists.
    .map((text) => text.replaceAll(/ +/g, ' ').replaceAll(/^ | $/g, ''));

describe('what is written for who receives signatures', () => {
  for (const page of [
    'docs/receiving-signatures.md',
    'demo/endpoints/README.md',
    'demo/endpoints/power-automate/README.md',
  ]) {
    it(`obeys the rules of French typography: ${page}`, async () => {
      const faults = prose(await read(page)).flatMap((line) => typographyFaults(line));
      assert.deepEqual(faults, []);
    });
  }

  for (const example of [
    'php/ten-lines.php',
    'python/ten_lines.py',
    'node/ten-lines.js',
    'csharp/ten-lines.cs',
  ]) {
    it(`quotes ${example} as it is run`, async () => {
      const page = await read('docs/receiving-signatures.md');
      assert.ok(
        page.includes(await read(`demo/endpoints/${example}`)),
        `copy ${example} into the page again`,
      );
    });
  }

  it('names its problems as the contract does', async () => {
    const { problems } = await import('../../src/signature/index.ts');
    const page = await read('docs/receiving-signatures.md');
    const names = [...page.matchAll(/(\d{3})[ ,]+`([a-z]+-[a-z-]+)`/g)];
    assert.ok(names.length >= 3);
    for (const [, status, name] of names)
      assert.equal(String(problems[name as keyof typeof problems][0]), status);
  });
});

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Node, Parent } from 'mdast';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');

/** The files that the list of a section of CONTRIBUTING names, in order. */
async function filesNamedIn(title: string): Promise<string[]> {
  const { children } = fromMarkdown(await readFile(join(root, 'CONTRIBUTING.md'), 'utf8'));
  const start = children.findIndex((node) => node.type === 'heading' && textOf(node) === title);
  assert.notEqual(start, -1, `CONTRIBUTING has no section "${title}"`);
  const list = children.slice(start).find((node) => node.type === 'list');
  assert.ok(list);
  return codesOf(list).filter((code) => /^(?:src|receiver)\/.*\.ts$/.test(code));
}

function textOf(node: Node): string {
  if ('value' in node) return String(node.value);
  return 'children' in node ? (node as Parent).children.map(textOf).join('') : '';
}

function codesOf(node: Node): string[] {
  if (node.type === 'inlineCode') return [textOf(node)];
  return 'children' in node ? (node as Parent).children.flatMap(codesOf) : [];
}

/** The files of the project that a file imports, at once or later, types included. */
async function importsOf(file: string): Promise<string[]> {
  const { importedFiles } = ts.preProcessFile(await readFile(join(root, file), 'utf8'));
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => relative(root, join(root, dirname(file), fileName)))
    .filter((path) => existsSync(join(root, path)));
}

describe('the way of a signature, in CONTRIBUTING', async () => {
  const files = await filesNamedIn('The way of a signature');
  const inBrowser = files.filter((file) => file.startsWith('src/'));
  const inReceiver = files.filter((file) => file.startsWith('receiver/'));

  it('names files that are there, each once', () => {
    assert.deepEqual(
      files.filter((file) => !existsSync(join(root, file))),
      [],
    );
    assert.equal(new Set(files).size, files.length);
  });

  it('is short', () => {
    assert.ok(inBrowser.length > 2 && inBrowser.length <= 12, `${inBrowser.length} files in the browser`);
    assert.ok(inReceiver.length > 2 && inReceiver.length <= 10, `${inReceiver.length} files in the receiver`);
  });

  for (const way of [inBrowser, inReceiver]) {
    for (const [index, file] of way.entries()) {
      if (index === 0) continue;
      it(`reaches ${file} from those before it`, async () => {
        // With one file between at most: a list of what is loaded later, a port.
        const near = (await Promise.all(way.slice(0, index).map(importsOf))).flat();
        const next = near.includes(file) ? [] : (await Promise.all(near.map(importsOf))).flat();
        assert.ok([...near, ...next].includes(file), `nothing that is named before imports ${file}`);
      });
    }
  }
});

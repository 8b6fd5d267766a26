import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Node, Parent } from 'mdast';

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly attributes?: readonly { readonly name: string }[];
      readonly events?: readonly { readonly name: string }[];
    }[];
  }[];
}

const root = join(import.meta.dirname, '../..');

function* walk(node: Node): Generator<Node> {
  yield node;
  if ('children' in node) for (const child of (node as Parent).children) yield* walk(child);
}

/** Every name that the manifest gives to a tag, an attribute or an event. */
async function namesOfManifest(): Promise<Set<string>> {
  const manifest = JSON.parse(await readFile(join(root, 'custom-elements.json'), 'utf8')) as Manifest;
  const names = new Set<string>();
  for (const { tagName, attributes = [], events = [] } of manifest.modules.flatMap(
    ({ declarations = [] }) => declarations,
  )) {
    if (tagName === undefined) continue;
    for (const name of [tagName, ...[...attributes, ...events].map(({ name }) => name)]) names.add(name);
  }
  return names;
}

describe('llms.txt', async () => {
  const nodes = [...walk(fromMarkdown(await readFile(join(root, 'llms.txt'), 'utf8')))];
  const codes = nodes.flatMap((node) =>
    node.type === 'inlineCode' ? [(node as Node & { value: string }).value] : [],
  );
  const names = await namesOfManifest();

  it('names no tag, attribute or event that the manifest does not have', () => {
    const attributes = codes.filter((code) => /^[a-z]+(?:-[a-z]+)+$/.test(code));
    assert.ok(attributes.length > 10);
    const ours = new Set(['charter-elements', ...names]);
    assert.deepEqual(
      attributes.filter((code) => !ours.has(code)),
      [],
    );
  });

  it('names every tag, and links to documents that are there', () => {
    const tags = [...names].filter((name) => name.startsWith('charter-') && codes.includes(name));
    assert.ok(tags.length >= 5);
    const links = nodes.flatMap((node) =>
      node.type === 'link' ? [(node as Node & { url: string }).url] : [],
    );
    assert.ok(links.length > 10);
    assert.deepEqual(
      links.filter((url) => !existsSync(join(root, url))),
      [],
    );
  });
});

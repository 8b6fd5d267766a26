import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { elementsOf, isElement, propertiesOf, readManifest } from '../../build/manifest/manifest.ts';
import type { Declaration, Described, ElementDeclaration, Manifest } from '../../build/manifest/manifest.ts';
import { listFiles, root } from '../support/packages.ts';

const tags = [
  'charter-acknowledgement',
  'charter-checklist',
  'charter-privacy-walkthrough',
  'charter-receipt',
  'charter-viewer',
];

async function read(folder: string): Promise<string> {
  const paths = await listFiles(`${folder}/**/*.ts`);
  return (await Promise.all(paths.map((path) => readFile(join(root, path), 'utf8')))).join('\n');
}

/** The source of an element, in its folder, without its comments. */
async function sourceOf({ tagName }: ElementDeclaration): Promise<string> {
  const source = await read(`src/elements/${tagName.replace('charter-', '')}`);
  return source.replaceAll(/\/\*\*.*?\*\//gs, '');
}

const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, names]) => names!.split(' '));
const names = (all: readonly Described[] | undefined): string[] => (all ?? []).map(({ name }) => name);

describe('the custom elements manifest', () => {
  let published: object;
  let manifest: Manifest;
  let elements: ElementDeclaration[];
  let declarations: Declaration[];

  before(async () => {
    // As it is built: Node does not know the decorators of the source.
    published = (await import(join(root, 'dist/index.js'))) as object;
    manifest = await readManifest();
    elements = elementsOf(manifest);
    declarations = manifest.modules.flatMap((module) => module.declarations ?? []);
  });

  it('has a version, every element and every event, and nothing private', () => {
    assert.match(manifest.schemaVersion, /^[12]\.\d+\.\d+$/);
    assert.deepEqual(names(elements.map(({ tagName }) => ({ name: tagName }))), tags);
    const events = Object.keys(published).filter((name) => name.endsWith('Event'));
    assert.deepEqual(names(declarations.filter((each) => !isElement(each))).sort(), events.sort());
    for (const { members = [], name } of declarations) {
      for (const member of members) {
        assert.equal(member.privacy ?? 'public', 'public', `${name}.${member.name}`);
        assert.doesNotMatch(member.name, /^[#_]|Callback$/, `${name}.${member.name}`);
      }
    }
  });

  it('names modules that are published, and the one that defines each tag', () => {
    const definitions = new Map<string, string>();
    for (const { path, exports = [] } of manifest.modules) {
      assert.ok(existsSync(join(root, path)), `${path}: run npm run build`);
      for (const { kind, name, declaration } of exports) {
        assert.ok(existsSync(join(root, declaration.module!)), declaration.module);
        if (kind === 'custom-element-definition') definitions.set(name, path);
      }
    }
    assert.deepEqual([...definitions.keys()].sort(), tags);
    for (const [tag, path] of definitions) assert.ok(path.endsWith(`/${tag}.js`), path);
  });

  it('describes and types every member, attribute, event, slot, part, state and custom property', () => {
    const missing: string[] = [];
    const check = (owner: string, kind: string, all: readonly Described[] | undefined): void => {
      for (const { name, description } of all ?? []) {
        if (!description?.trim()) missing.push(`${owner}: ${kind} ${name}`);
      }
    };
    for (const declaration of declarations) {
      const owner = declaration.name;
      check(owner, 'class', [declaration]);
      check(owner, 'member', declaration.members);
      if (!isElement(declaration)) continue;
      check(owner, 'attribute', declaration.attributes);
      check(owner, 'event', declaration.events);
      check(owner, 'slot', declaration.slots);
      check(owner, 'part', declaration.cssParts);
      check(owner, 'state', declaration.cssStates);
      check(owner, 'custom property', declaration.cssProperties);
      for (const { name, type } of [...propertiesOf(declaration), ...declaration.attributes]) {
        if (!type?.text || type.text === 'any') missing.push(`${owner}: type of ${name}`);
      }
    }
    assert.deepEqual(missing, []);
  });

  it('has a class of the library, or a native event, for each event', () => {
    for (const { name: owner, events } of elements) {
      for (const { name, type } of events) {
        const isKnown = type.text === 'Event' ? /^(?:input|change)$/.test(name) : type.text in published;
        assert.ok(isKnown, `${owner}: ${name} is a ${type.text}`);
      }
    }
  });

  it('has the parts and the states that the source names', async () => {
    const missing: string[] = [];
    for (const element of elements) {
      const source = await sourceOf(element);
      const parts = new Set(names(element.cssParts));
      const states = new Set(names(element.cssStates));
      for (const part of found(source, /\bpart="([\w -]+)"/g)) {
        if (!parts.has(part)) missing.push(`${element.tagName}::part(${part})`);
      }
      for (const state of found(source, /toggleState\('([\w-]+)'/g)) {
        if (!states.has(state)) missing.push(`${element.tagName}:state(${state})`);
      }
    }
    assert.deepEqual([...new Set(missing)], []);
  });

  it('has no part and no state that the source does not name', async () => {
    const shared = await read('src/templates');
    for (const element of elements) {
      const source = (await sourceOf(element)) + shared;
      for (const { name } of [...(element.cssParts ?? []), ...(element.cssStates ?? [])]) {
        assert.match(source, new RegExp(`['"\` ]${name}['"\` ]`), `${element.tagName}: ${name}`);
      }
    }
  });
});

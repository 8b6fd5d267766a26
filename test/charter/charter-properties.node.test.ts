import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { DocumentError, digestDocument, parseCharter } from '../../src/charter/index.ts';
import { isCharter } from '../../src/charter/generated/is-charter.ts';
import { validCharter } from './support/valid-charter.ts';

type Path = (string | number)[];

/** Every place of a document. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : Object.entries(value);
  return [path, ...entries.flatMap(([key, item]) => pathsOf(item, [...path, key]))];
}

function replaceAt(value: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((item, index) =>
      index === key ? replaceAt(item, rest, replacement) : (item as unknown),
    );
  const members = value as Record<string, unknown>;
  return { ...members, [key]: replaceAt(members[key], rest, replacement) };
}

/** Valid charters whose texts, languages and extra members are anything. */
const anyText = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => /\S/.test(text));
const anyExtra = fc.dictionary(
  fc
    .oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'prototype', 'toJSON', 'x-note'))
    .filter(
      (name) => !(name in (validCharter() as object)) || name === 'constructor' || name === '__proto__',
    ),
  fc.jsonValue(),
);
const anyRun = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.record({ strong: fc.string() }),
  fc.record({ em: fc.string() }),
  fc.record({ link: fc.constantFrom('https://ch.example/', '/a', 'tel:15'), text: anyText }),
);
const anyRichText = fc.oneof(anyText, fc.array(anyRun, { minLength: 1 }));
const anyValidCharter = fc
  .record({
    extra: anyExtra,
    title: anyText,
    locale: fc.constantFrom('fr', 'ar', 'zh-Hant', 'fr-CH'),
    text: anyRichText,
    plain: fc.array(anyRichText),
  })
  .map(({ extra, title, locale, text, plain }) => {
    const charter = { ...(validCharter() as Record<string, unknown>), title, locale };
    const section = { id: 'any', title, body: [{ type: 'paragraph', text, ...extra }], plain };
    const document = { ...charter, sections: [section] };
    for (const [name, value] of Object.entries(extra)) {
      Object.defineProperty(document, name, { value, enumerable: true, configurable: true, writable: true });
    }
    return document;
  });

describe('parseCharter, whatever it is given', () => {
  it('throws nothing but DocumentError, of arbitrary JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => assertRead(value)),
      { numRuns: 500 },
    );
  });

  it('throws nothing but DocumentError, of a charter with one value replaced', () => {
    const paths = fc.constantFrom(...pathsOf(validCharter()));
    fc.assert(
      fc.property(paths, fc.jsonValue(), (path, value) => {
        assertRead(replaceAt(validCharter(), path, value));
      }),
      { numRuns: 1000 },
    );
  });

  it('adds and loses nothing: the digest of what it returns is the document’s', async () => {
    await fc.assert(
      fc.asyncProperty(anyValidCharter, async (document) => {
        assert.equal(await digestDocument(parseCharter(document)), await digestDocument(document));
      }),
      { numRuns: 300 },
    );
  });
});

function assertRead(value: unknown): void {
  // What elements ask first accepts the same documents.
  const isAccepted = isCharter(value);
  try {
    assert.deepEqual(parseCharter(value), value);
    assert.ok(isAccepted);
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    assert.ok(!isAccepted);
    assert.ok(error.problems.length > 0);
    for (const { path, message } of error.problems) {
      assert.match(path, /^\$/);
      assert.notEqual(message, '');
    }
  }
}

import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalForm } from '../../src/charter/index.ts';
import {
  doubleFrom,
  exampleNames,
  installForeignToJSON,
  otherReading,
  sameReading,
  withoutForm,
} from './support/canonical-examples.ts';
import type { CanonicalExample, NumberExamples } from './support/canonical-examples.ts';
import { readFixture } from './support/read-fixture.ts';

const { numbers } = await readFixture<NumberExamples>('canonical-form/numbers.json');

describe('canonicalForm', () => {
  for (const name of exampleNames) {
    it(`writes the example “${name}” of RFC 8785`, async () => {
      const example = await readFixture<CanonicalExample>(`canonical-form/${name}.json`);
      assert.equal(canonicalForm(JSON.parse(example.input)), example.canonical ?? example.rfc8785);
    });
  }

  it('differs from RFC 8785 only where NFC changes a string', async () => {
    for (const name of exampleNames) {
      const { rfc8785, canonical } = await readFixture<CanonicalExample>(`canonical-form/${name}.json`);
      assert.equal(canonical === undefined, rfc8785 === rfc8785.normalize('NFC'), name);
    }
  });

  describe('of numbers (RFC 8785, appendix B)', () => {
    for (const { ieee754, text } of numbers) {
      it(`${ieee754} is ${text ?? 'an error'}`, () => {
        if (text === null) assert.throws(() => canonicalForm(doubleFrom(ieee754)), /NaN|Infinity/);
        else assert.equal(canonicalForm(doubleFrom(ieee754)), text);
      });
    }
  });

  for (const [what, one, other] of sameReading) {
    it(`is the same for ${what}`, () => assert.equal(canonicalForm(one), canonicalForm(other)));
  }

  for (const [what, one, other] of otherReading) {
    it(`keeps apart ${what}`, () => assert.notEqual(canonicalForm(one), canonicalForm(other)));
  }

  for (const [what, value, reason] of withoutForm) {
    it(`refuses ${what}, saying so`, () => {
      assert.throws(
        () => canonicalForm(value),
        (error: Error) => {
          assert.match(error.message, reason);
          return true;
        },
      );
    });
  }

  it('takes a value that occurs twice for no cycle', () => {
    const twice = { a: 1 };
    assert.equal(canonicalForm([twice, { b: twice }]), '[{"a":1},{"b":{"a":1}}]');
  });

  it('keeps members that are named like a prototype’s', () => {
    const text = '{"__proto__":{"a":1},"constructor":2,"toString":3}';
    assert.equal(canonicalForm(JSON.parse(text)), text);
  });

  it('reads back as the same document, and writes that one alike', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        const text = canonicalForm(value);
        assert.equal(canonicalForm(JSON.parse(text)), text);
        assert.equal(text, text.normalize('NFC'));
      }),
    );
  });

  it('writes every character as JSON does, after NFC, also beside others', () => {
    for (let code = 0; code <= 0xffff; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const character = String.fromCharCode(code);
      for (const text of [character, `e${character}`, `${character}\u0301`])
        assert.equal(canonicalForm(text), JSON.stringify(text.normalize('NFC')), JSON.stringify(text));
    }
  });

  it('writes what another implementation of RFC 8785 writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary', depthSize: 'medium' }), (value) => {
        assert.equal(canonicalForm(toNFC(value)), canonicalize(toNFC(value)));
      }),
      { numRuns: 1000 },
    );
  });

  it('orders names by their code units, numbers and characters beyond U+FFFF too', () => {
    const text = '{"":0,"1":1,"10":2,"9":3,"A":4,"a":5,"é":6,"😀":7,"ﬁ":8}';
    const backwards = Object.fromEntries(Object.entries(JSON.parse(text) as object).reverse());
    assert.equal(canonicalForm(backwards), text);
  });

  describe('on a page with Prototype.js 1.6', () => {
    let restore: (() => void) | undefined;
    afterEach(() => restore?.());
    const document = { list: ['é', 1, true, { text: 'x' }], text: 'y' };
    const expected = '{"list":["é",1,true,{"text":"x"}],"text":"y"}';
    const tampered = {
      'Array.prototype': [Array.prototype],
      'String.prototype': [String.prototype],
      'Object.prototype': [Object.prototype],
      'all of them': [
        Object.prototype,
        Array.prototype,
        String.prototype,
        Number.prototype,
        Boolean.prototype,
      ],
    };

    for (const [what, prototypes] of Object.entries(tampered)) {
      it(`does not see toJSON of ${what}`, () => {
        restore = installForeignToJSON(prototypes);
        assert.equal(canonicalForm(document), expected);
      });
    }

    it('leaves the page’s toJSON as it was', () => {
      restore = installForeignToJSON([Array.prototype, String.prototype]);
      const before = [Array.prototype, String.prototype].map((prototype) =>
        Object.getOwnPropertyDescriptor(prototype, 'toJSON'),
      );
      canonicalForm(document);
      const after = [Array.prototype, String.prototype].map((prototype) =>
        Object.getOwnPropertyDescriptor(prototype, 'toJSON'),
      );
      assert.deepEqual(after, before);
    });

    it('leaves the page’s toJSON as it was also after an error', () => {
      restore = installForeignToJSON([Array.prototype]);
      assert.throws(() => canonicalForm([NaN]));
      assert.ok('toJSON' in Array.prototype);
    });
  });
});

/** The same value with every string and name in NFC; of two names that become one, either. */
function toNFC(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toNFC);
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name.normalize('NFC'), toNFC(item)]),
  );
}

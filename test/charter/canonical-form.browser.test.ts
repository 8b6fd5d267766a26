import { expect } from '@open-wc/testing';
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
import { fetchFixture } from './support/fetch-fixture.ts';

describe('canonicalForm', () => {
  for (const name of exampleNames) {
    it(`writes the example “${name}” of RFC 8785`, async () => {
      const example = await fetchFixture<CanonicalExample>(`canonical-form/${name}.json`);
      expect(canonicalForm(JSON.parse(example.input))).to.equal(example.canonical ?? example.rfc8785);
    });
  }

  it('writes the numbers of RFC 8785, appendix B', async () => {
    const { numbers } = await fetchFixture<NumberExamples>('canonical-form/numbers.json');
    const written = numbers.filter(({ text }) => text !== null);
    expect(written.map(({ ieee754 }) => canonicalForm(doubleFrom(ieee754)))).to.deep.equal(
      written.map(({ text }) => text),
    );
  });

  for (const [what, one, other] of sameReading) {
    it(`is the same for ${what}`, () => expect(canonicalForm(one)).to.equal(canonicalForm(other)));
  }

  for (const [what, one, other] of otherReading) {
    it(`keeps apart ${what}`, () => expect(canonicalForm(one)).not.to.equal(canonicalForm(other)));
  }

  for (const [what, value, reason] of withoutForm) {
    it(`refuses ${what}, saying so`, () => expect(() => canonicalForm(value)).to.throw(reason));
  }

  it('does not see what Prototype.js 1.6 did to the page, and leaves it as it was', () => {
    const restore = installForeignToJSON([Array.prototype, String.prototype]);
    try {
      const text = canonicalForm({ list: ['é', 1] });
      expect(text).to.equal('{"list":["é",1]}');
      expect(Object.keys(Array.prototype)).to.include('toJSON');
      expect(Object.keys(String.prototype)).to.include('toJSON');
    } finally {
      restore();
    }
  });
});

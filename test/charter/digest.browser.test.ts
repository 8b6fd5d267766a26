import { expect } from '@open-wc/testing';
import { digestDocument } from '../../src/charter/index.ts';
import { installForeignToJSON, sameReading, withoutSubtle } from './support/canonical-examples.ts';
import { fetchFixture, fetchFixtureText } from './support/fetch-fixture.ts';

describe('digestDocument', () => {
  let document: unknown;
  let expected: string;
  before(async () => {
    document = await fetchFixture('digest/charter.json');
    expected = `sha256:${(await fetchFixtureText('digest/sha256.txt')).split(' ')[0]}`;
  });

  it('is what sha256sum says of the hand-made canonical file', async () => {
    expect(await digestDocument(document)).to.equal(expected);
  });

  it('is the same without crypto.subtle', async () => {
    const digest = await withoutSubtle(() => {
      expect(crypto.subtle).to.equal(undefined);
      return digestDocument(document);
    });
    expect(digest).to.equal(expected);
  });

  it('is the same on a page with Prototype.js 1.6', async () => {
    const restore = installForeignToJSON([Object.prototype, Array.prototype, String.prototype]);
    try {
      expect(await digestDocument(document)).to.equal(expected);
    } finally {
      restore();
    }
  });

  for (const [what, one, other] of sameReading) {
    it(`is the same for ${what}`, async () => {
      expect(await digestDocument(one)).to.equal(await digestDocument(other));
    });
  }
});

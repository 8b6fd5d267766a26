import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { digestDocument } from '../../src/charter/index.ts';
import { sameReading, withoutForm, withoutSubtle } from './support/canonical-examples.ts';
import { readFixture, readFixtureText } from './support/read-fixture.ts';

const document = await readFixture('digest/charter.json');
const [hex] = (await readFixtureText('digest/sha256.txt')).split(' ');

describe('digestDocument', () => {
  it('is what sha256sum says of the hand-made canonical file', async () => {
    assert.equal(await digestDocument(document), `sha256:${hex}`);
  });

  it('is the same without crypto.subtle', async () => {
    assert.equal(await withoutSubtle(() => digestDocument(document)), `sha256:${hex}`);
  });

  it('is SHA-256 of two quotation marks for the empty string', async () => {
    // printf '""' | sha256sum
    assert.equal(
      await digestDocument(''),
      'sha256:12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126',
    );
  });

  for (const [what, one, other] of sameReading) {
    it(`is the same for ${what}`, async () => {
      assert.equal(await digestDocument(one), await digestDocument(other));
    });
  }

  it('changes with one character', async () => {
    assert.notEqual(await digestDocument({ a: 'é' }), await digestDocument({ a: 'è' }));
  });

  for (const [what, value] of withoutForm) {
    it(`is refused for ${what}`, () => assert.rejects(async () => digestDocument(value)));
  }
});

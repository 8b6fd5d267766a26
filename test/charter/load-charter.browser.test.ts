import { expect } from '@open-wc/testing';
import { DocumentError, digestDocument, loadCharter } from '../../src/charter/index.ts';
import { validCharter } from './support/valid-charter.ts';
import { expectMissing } from '../support/expected.ts';

// Engines word syntax errors differently and WebKit gives no position: the place must not depend on them.
describe('loadCharter', () => {
  it('loads a charter with its digest', async () => {
    const { charter, digest } = await loadCharter(addressOf(JSON.stringify(validCharter())));
    expect(charter.id).to.equal('guide');
    expect(digest).to.equal(await digestDocument(validCharter()));
  });

  const faults: [what: string, text: string, place: string][] = [
    ['a missing comma', '{\n  "id": "a"\n  "title": "b"\n}', 'line 3, column 3'],
    ['an HTML page', '<!doctype html>', 'line 1, column 1'],
    ['a file cut short', '{\n"id": "a', 'line 2, column 7'],
  ];
  for (const [what, text, place] of faults) {
    it(`says where ${what} is`, async () => {
      const error: unknown = await loadCharter(addressOf(text)).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(DocumentError);
      expect((error as DocumentError).problems[0]?.path).to.equal(place);
    });
  }

  it('says what could not be loaded when there is no such file', async () => {
    const url = new URL('no-such-charter.json', import.meta.url).href;
    await expectMissing(url);
    const error: unknown = await loadCharter(url).catch((reason: unknown) => reason);
    expect((error as Error).message).to.contain(
      `charter (${url}) could not be loaded: the server answered 404`,
    );
  });

  it('says what could not be reached when nothing answers', async () => {
    const url = 'http://127.0.0.1:9/charter.json';
    const error: unknown = await loadCharter(url).catch((reason: unknown) => reason);
    expect((error as Error).message).to.equal(
      `charter (${url}) could not be reached: check the address and the network`,
    );
  });
});

function addressOf(text: string): string {
  return `data:application/json,${encodeURIComponent(text)}`;
}

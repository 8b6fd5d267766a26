import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressOf } from '../../src/charter/address.ts';
import { copyDocument } from '../../src/charter/copy-document.ts';
import { compareCharters, digestDocument, parseCharter } from '../../src/charter/index.ts';
import { validCharter } from './support/valid-charter.ts';
import type { Mutable } from './support/valid-charter.ts';

/** What reads differently from one charter to another, after each was changed. */
function compare(before: (charter: Mutable) => void, after: (charter: Mutable) => void) {
  const [one, other] = [validCharter(), validCharter()];
  before(one);
  after(other);
  return compareCharters(parseCharter(one), parseCharter(other));
}

describe('two charters', () => {
  it('are the same where nothing is said in one and nothing at all in the other', () => {
    const { isSame } = compare(
      (charter) => {
        delete charter.sections[0].plain;
        delete charter.practices[0].group;
        delete charter.issuer.contact;
      },
      (charter) => {
        charter.sections[0].plain = [];
        delete charter.practices[0].group;
        delete charter.issuer.contact;
      },
    );
    assert.equal(isSame, true);
  });

  it('differ by the group of a practice and by the address of a contact', () => {
    const { practices, members } = compare(
      () => undefined,
      (charter) => {
        charter.practices[0].group = 'Photos';
        charter.issuer.contact.href = 'mailto:other@ch.example';
      },
    );
    assert.deepEqual(
      practices.changed.map((item) => item.members),
      [['group']],
    );
    assert.deepEqual(members, ['issuer']);
  });

  const write = (text: unknown) => (charter: Mutable) => {
    charter.sections[0].body[3].text = text;
    if (text === undefined) delete charter.sections[0].body[3].text;
  };
  const cases: [what: string, before: unknown, after: unknown, isSame: boolean][] = [
    ['are the same in pieces', 'La loi.', ['La ', 'loi.'], true],
    ['are the same with an empty piece', ['La ', { strong: '' }, 'loi.'], 'La loi.', true],
    ['differ by a word', 'La loi.', 'La Loi.', false],
    ['differ by a word in bold', ['La ', { strong: 'loi' }], ['La ', { strong: 'règle' }], false],
    ['differ by what is bold', ['La ', { strong: 'loi' }], ['La ', { em: 'loi' }], false],
    ['differ where there are none', undefined, 'La loi.', false],
    ['are the same where there are none', undefined, undefined, true],
  ];
  for (const [what, before, after, isSame] of cases)
    it(`whose words of the law ${what}`, () => {
      assert.equal(compare(write(before), write(after)).isSame, isSame);
    });
});

describe('the address of a charter', () => {
  it('has its id, version and locale in the place of their names, and nothing else changed', () => {
    const charter = { id: 'social media', version: '1.0', locale: 'fr' };
    assert.equal(
      addressOf('/c/{id}/{version}.{locale}.json?{id}{x}', charter),
      '/c/social%20media/1.0.fr.json?social%20media{x}',
    );
    assert.equal(addressOf('/charter.json', charter), '/charter.json');
  });
});

describe('a copy of a document', () => {
  it('can be changed in every member, those that objects inherit too', () => {
    const document = JSON.parse('{"__proto__":{"a":1},"constructor":"b","c":[{"d":2}]}') as object;
    const copy = copyDocument(document) as Mutable;
    assert.deepEqual(Object.getOwnPropertyDescriptors(copy), Object.getOwnPropertyDescriptors(document));
    copy.c[0].d = 3;
    assert.equal((document as Mutable).c[0].d, 2);
    assert.equal(Object.getPrototypeOf(copy), Object.prototype);
  });
});

describe('a digest', () => {
  it('is the same in a page without crypto', async () => {
    const digest = await digestDocument(validCharter());
    const own = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!;
    Object.defineProperty(globalThis, 'crypto', { value: undefined, configurable: true });
    try {
      assert.equal(await digestDocument(validCharter()), digest);
    } finally {
      Object.defineProperty(globalThis, 'crypto', own);
    }
  });
});

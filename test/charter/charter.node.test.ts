import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseCharter, plainText, readCharter } from '../../src/charter/index.ts';
import { DocumentError, digestDocument } from '../../src/charter/index.ts';
import { allowedLinks } from './support/links.ts';
import { validCharter } from './support/valid-charter.ts';
import type { Mutable } from './support/valid-charter.ts';

const variations: Record<string, (charter: Mutable) => void> = {
  'a version of one number': (c) => (c.version = '3'),
  'a locale with a script': (c) => (c.locale = 'zh-Hant-TW'),
  'no practice, statement, history, source nor issuer': (c) => {
    for (const name of ['practices', 'statements', 'history', 'sources', 'issuer', 'summary']) delete c[name];
  },
  'the same id for a section, a practice and a statement': (c) => {
    c.sections[0].id = c.practices[0].id = c.statements[0].id = 'same';
  },
  'a leap day': (c) => (c.effectiveFrom = '2028-02-29'),
  'a text of one run': (c) => (c.practices[0].text = [{ em: 'Un' }]),
  'an empty string among runs': (c) => (c.practices[0].text = ['', { em: 'Un' }]),
  'a legal reference without wording': (c) => delete c.sections[0].body[3].text,
};

describe('parseCharter', () => {
  it('returns a document equal to the one given', () => {
    assert.deepEqual(parseCharter(validCharter()), validCharter());
  });

  for (const [what, change] of Object.entries(variations)) {
    it(`accepts ${what}`, () => {
      const charter = validCharter();
      change(charter);
      assert.deepEqual(parseCharter(charter), charter);
    });
  }

  for (const link of allowedLinks) {
    it(`accepts the link ${link}`, () => {
      const charter = validCharter();
      charter.sections[0].body[0].text[1].link = link;
      assert.deepEqual(parseCharter(charter), charter);
    });
  }

  it('keeps unknown members, wherever they are, and the digest covers them', async () => {
    const charter = validCharter();
    charter.reviewers = ['DRH'];
    charter.sections[0].body[0].anchor = { page: 3 };
    charter.practices[0].constructor = 'kept';
    const parsed = parseCharter(charter);
    assert.deepEqual(parsed, charter);
    assert.equal(await digestDocument(parsed), await digestDocument(charter));
    assert.notEqual(await digestDocument(parsed), await digestDocument(validCharter()));
  });

  it('is not changed by what happens to the page’s object afterwards', () => {
    const charter = validCharter();
    const parsed = parseCharter(charter);
    charter.sections[0].title = 'Altered';
    assert.equal(parsed.sections[0]?.title, 'Le secret');
  });

  it('reads a reactive object through its proxy', () => {
    const proxied = (value: object): object =>
      new Proxy(value, {
        get(target, key) {
          const item: unknown = Reflect.get(target, key);
          return typeof item === 'object' && item !== null ? proxied(item) : item;
        },
      });
    assert.deepEqual(parseCharter(proxied(validCharter() as object)), validCharter());
  });
});

describe('readCharter', () => {
  it('gives the digest of the document', async () => {
    const { charter, digest } = await readCharter(validCharter());
    assert.deepEqual(charter, validCharter());
    assert.equal(digest, await digestDocument(validCharter()));
  });

  it('refuses a document that has no digest, saying where it came from and why', async () => {
    const charter = { ...(validCharter() as object), title: 'Lone \ud83d' };
    await assert.rejects(readCharter(charter, 'charter.json'), (error: unknown) => {
      assert.ok(error instanceof DocumentError);
      assert.match(error.message, /^charter \(charter\.json\) is not valid: .*surrogate/);
      return true;
    });
  });
});

describe('plainText', () => {
  it('is a string as it is', () => assert.equal(plainText('Un mot.'), 'Un mot.'));

  it('joins runs without adding anything', () => {
    const text = ['Voir ', { strong: 'la' }, { em: ' charte' }, { link: '/x', text: ', ici' }, '\u202f!'];
    assert.equal(plainText(text), 'Voir la charte, ici\u202f!');
  });
});

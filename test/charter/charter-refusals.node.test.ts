import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DocumentError, parseCharter } from '../../src/charter/index.ts';
import { refusedLinks } from './support/links.ts';
import { validCharter } from './support/valid-charter.ts';
import type { Mutable } from './support/valid-charter.ts';
import type { ProblemCode } from '../../src/charter/index.ts';

/** What is wrong, how a charter gets it, then the place and the reason that the error must name. */
const faults: [what: string, spoil: (charter: Mutable) => void, path: string, code: ProblemCode][] = [
  ['no schema', (c) => delete c.schema, '$.schema', 'missing'],
  ['another schema', (c) => (c.schema = 'charter/2'), '$.schema', 'other-schema'],
  ['no id', (c) => delete c.id, '$.id', 'missing'],
  ['an id with a space', (c) => (c.id = 'my charter'), '$.id', 'not-an-id'],
  ['an empty id', (c) => (c.id = ''), '$.id', 'not-an-id'],
  ['no version', (c) => delete c.version, '$.version', 'missing'],
  ['a version with a letter', (c) => (c.version = 'v2'), '$.version', 'not-a-version'],
  ['a version of four numbers', (c) => (c.version = '1.2.3.4'), '$.version', 'not-a-version'],
  ['a version with an end point', (c) => (c.version = '1.'), '$.version', 'not-a-version'],
  ['a version that is a number', (c) => (c.version = 2), '$.version', 'wrong-type'],
  ['no locale', (c) => delete c.locale, '$.locale', 'missing'],
  ['a locale with an underscore', (c) => (c.locale = 'fr_FR'), '$.locale', 'not-a-language'],
  ['a locale that is a name', (c) => (c.locale = 'français'), '$.locale', 'not-a-language'],
  ['an empty locale', (c) => (c.locale = ''), '$.locale', 'not-a-language'],
  ['no title', (c) => delete c.title, '$.title', 'missing'],
  ['a title of spaces', (c) => (c.title = ' \u00a0\n'), '$.title', 'empty-text'],
  ['a title of null', (c) => (c.title = null), '$.title', 'wrong-type'],
  ['no sections', (c) => delete c.sections, '$.sections', 'missing'],
  ['no section', (c) => (c.sections = []), '$.sections', 'no-section'],
  ['sections that are an object', (c) => (c.sections = {}), '$.sections', 'wrong-type'],
  ['two sections of one id', (c) => (c.sections[1].id = 'secret'), '$.sections', 'repeated-id'],
  ['two practices of one id', (c) => (c.practices[1].id = 'blur'), '$.practices', 'repeated-id'],
  ['two statements of one id', (c) => (c.statements[1].id = 'read'), '$.statements', 'repeated-id'],
  ['a section without id', (c) => delete c.sections[1].id, '$.sections[1].id', 'missing'],
  ['a section without title', (c) => delete c.sections[0].title, '$.sections[0].title', 'missing'],
  ['a section without body', (c) => delete c.sections[1].body, '$.sections[1].body', 'missing'],
  ['an empty section', (c) => (c.sections[1].body = []), '$.sections[1].body', 'empty-section'],
  [
    'an unknown audience',
    (c) => (c.sections[0].audiences = ['staff', 'doctors']),
    '$.sections[0].audiences[1]',
    'not-a-choice',
  ],
  ['no audience', (c) => (c.practices[0].audiences = []), '$.practices[0].audiences', 'no-audience'],
  ['a bad since', (c) => (c.sections[0].since = 'first'), '$.sections[0].since', 'not-a-version'],
  [
    'an unknown kind of block',
    (c) => (c.sections[0].body[1].type = 'table'),
    '$.sections[0].body[1].type',
    'not-a-choice',
  ],
  ['a block without kind', (c) => delete c.sections[0].body[0].type, '$.sections[0].body[0].type', 'missing'],
  [
    'a paragraph without text',
    (c) => delete c.sections[0].body[0].text,
    '$.sections[0].body[0].text',
    'missing',
  ],
  [
    'an empty paragraph',
    (c) => (c.sections[0].body[0].text = ''),
    '$.sections[0].body[0].text',
    'empty-text',
  ],
  [
    'a paragraph without runs',
    (c) => (c.sections[0].body[0].text = []),
    '$.sections[0].body[0].text',
    'empty-text',
  ],
  [
    'a text that is a number',
    (c) => (c.sections[1].body[0].text = 5),
    '$.sections[1].body[0].text',
    'not-a-text',
  ],
  [
    'an unknown run',
    (c) => (c.sections[0].body[0].text[1] = { bold: 'x' }),
    '$.sections[0].body[0].text[1]',
    'not-a-run',
  ],
  [
    'a link without words',
    (c) => delete c.sections[0].body[0].text[1].text,
    '$.sections[0].body[0].text[1]',
    'not-a-run',
  ],
  ['an empty list', (c) => (c.sections[0].body[1].items = []), '$.sections[0].body[1].items', 'empty-list'],
  [
    'an unknown run in a list',
    (c) => (c.sections[0].body[1].items[1][1] = 7),
    '$.sections[0].body[1].items[1][1]',
    'not-a-run',
  ],
  [
    'a list without items',
    (c) => delete c.sections[0].body[1].items,
    '$.sections[0].body[1].items',
    'missing',
  ],
  [
    'a legal reference without article',
    (c) => delete c.sections[0].body[3].article,
    '$.sections[0].body[3].article',
    'missing',
  ],
  ['an empty plain sentence', (c) => (c.sections[0].plain = ['']), '$.sections[0].plain[0]', 'empty-text'],
  ['a practice without text', (c) => delete c.practices[1].text, '$.practices[1].text', 'missing'],
  ['required as a word', (c) => (c.practices[0].required = 'yes'), '$.practices[0].required', 'wrong-type'],
  ['a statement of runs', (c) => (c.statements[0].text = ['Lu']), '$.statements[0].text', 'wrong-type'],
  ['an issuer without name', (c) => delete c.issuer.name, '$.issuer.name', 'missing'],
  ['a contact without label', (c) => delete c.issuer.contact.label, '$.issuer.contact.label', 'missing'],
  ['a date in French', (c) => (c.effectiveFrom = '1er décembre 2026'), '$.effectiveFrom', 'not-a-date'],
  [
    'an instant for a date',
    (c) => (c.effectiveFrom = '2026-12-01T00:00:00Z'),
    '$.effectiveFrom',
    'not-a-date',
  ],
  [
    'a date that does not exist',
    (c) => (c.history[0].date = '2026-02-30'),
    '$.history[0].date',
    'no-such-date',
  ],
  ['a history entry without changes', (c) => delete c.history[0].changes, '$.history[0].changes', 'missing'],
  [
    'a source reviewed never',
    (c) => (c.sources[0].reviewedOn = 'never'),
    '$.sources[0].reviewedOn',
    'not-a-date',
  ],
];

describe('parseCharter refuses', () => {
  for (const [what, spoil, path, code] of faults) {
    it(`${what}, at ${path}`, () => {
      const charter = validCharter();
      spoil(charter);
      const [problem, ...others] = problemsOf(charter);
      assert.equal(problem?.path, path);
      assert.equal(problem.code, code);
      assert.deepEqual(others, []);
    });
  }

  const linkPlaces: [place: string, put: (charter: Mutable, link: string) => void][] = [
    ['$.sections[0].body[0].text[1].link', (c, link) => (c.sections[0].body[0].text[1].link = link)],
    ['$.sections[0].body[3].href', (c, link) => (c.sections[0].body[3].href = link)],
    ['$.issuer.contact.href', (c, link) => (c.issuer.contact.href = link)],
    ['$.sources[0].href', (c, link) => (c.sources[0].href = link)],
    ['$.practices[1].text[0].link', (c, link) => (c.practices[1].text = [{ link, text: 'x' }])],
  ];
  for (const [path, put] of linkPlaces) {
    it(`any unsafe link at ${path}, naming what is allowed`, () => {
      for (const link of refusedLinks) {
        const charter = validCharter();
        put(charter, link);
        const message = `the link ${JSON.stringify(link)} is not allowed: use https:, mailto:, tel: or a relative address`;
        assert.deepEqual(problemsOf(charter), [{ code: 'unsafe-link', path, params: { link }, message }]);
      }
    });
  }

  for (const value of [null, undefined, 'charter', 5, true]) {
    it(`${String(value)} instead of a document, at $`, () => assert.equal(problemsOf(value)[0]?.path, '$'));
  }

  it('an empty object, naming every member that it must have', () => {
    assert.deepEqual(
      problemsOf({}),
      ['schema', 'id', 'version', 'locale', 'title', 'sections'].map((name) => ({
        code: 'missing',
        path: `$.${name}`,
        params: {},
        message: 'this is missing',
      })),
    );
  });

  it('a document that holds itself', () => {
    const charter = validCharter();
    charter.self = charter;
    assert.equal(problemsOf(charter)[0]?.code, 'too-deep');
  });

  it('a document nested beyond what can be walked', () => {
    const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    assert.equal(problemsOf({ ...validCharter(), deep })[0]?.code, 'too-deep');
  });
});

describe('DocumentError', () => {
  it('says what, where from, and each place with its reason', () => {
    const charter = validCharter();
    delete charter.title;
    charter.version = 'x';
    assert.throws(() => parseCharter(charter, 'https://ch.example/charter.json'), {
      name: 'DocumentError',
      url: 'https://ch.example/charter.json',
      message:
        'charter (https://ch.example/charter.json) is not valid: ' +
        '$.version: a version is written 1, 1.2 or 1.2.3; $.title: this is missing',
    });
  });

  it('writes out five places and counts the others', () => {
    const charter = validCharter();
    charter.sections = Array.from({ length: 8 }, (_, index) => ({ id: `s${index}`, title: '', body: ['x'] }));
    const error = refusalOf(charter);
    assert.equal(error.problems.length, 16);
    assert.match(error.message, /; and 11 more$/);
  });
});

function refusalOf(value: unknown): DocumentError {
  try {
    parseCharter(value);
  } catch (error) {
    assert.ok(error instanceof DocumentError);
    return error;
  }
  return assert.fail('the document was accepted');
}

function problemsOf(value: unknown) {
  return refusalOf(value).problems;
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DocumentError, parseCharter } from '../../src/charter/index.ts';
import { refusedLinks } from './support/links.ts';
import { validCharter } from './support/valid-charter.ts';
import type { Mutable } from './support/valid-charter.ts';

const missing = 'this is missing';
const empty = 'the text is empty';
const version = 'a version is written 1, 1.2 or 1.2.3';
const id = 'an id holds letters, digits, ".", "_" and "-"';
const date = 'a date is written YYYY-MM-DD';
const run = /^a run is a string, .+"link": "https:\/\/…", "text": "…" \}$/;

/** What is wrong, how a charter gets it, then the place and the reason that the error must name. */
const faults: [what: string, spoil: (charter: Mutable) => void, path: string, message: string | RegExp][] = [
  ['no schema', (c) => delete c.schema, '$.schema', missing],
  ['another schema', (c) => (c.schema = 'charter/2'), '$.schema', 'expected "charter/1"'],
  ['no id', (c) => delete c.id, '$.id', missing],
  ['an id with a space', (c) => (c.id = 'my charter'), '$.id', id],
  ['an empty id', (c) => (c.id = ''), '$.id', id],
  ['no version', (c) => delete c.version, '$.version', missing],
  ['a version with a letter', (c) => (c.version = 'v2'), '$.version', version],
  ['a version of four numbers', (c) => (c.version = '1.2.3.4'), '$.version', version],
  ['a version with an end point', (c) => (c.version = '1.'), '$.version', version],
  ['a version that is a number', (c) => (c.version = 2), '$.version', /Expected string but received 2/],
  ['no locale', (c) => delete c.locale, '$.locale', missing],
  ['a locale with an underscore', (c) => (c.locale = 'fr_FR'), '$.locale', /"fr" or "fr-CA"/],
  ['a locale that is a name', (c) => (c.locale = 'français'), '$.locale', /language tag/],
  ['an empty locale', (c) => (c.locale = ''), '$.locale', /language tag/],
  ['no title', (c) => delete c.title, '$.title', missing],
  ['a title of spaces', (c) => (c.title = ' \u00a0\n'), '$.title', empty],
  ['a title of null', (c) => (c.title = null), '$.title', /Expected string but received null/],
  ['no sections', (c) => delete c.sections, '$.sections', missing],
  ['no section', (c) => (c.sections = []), '$.sections', 'the charter has no section'],
  ['sections that are an object', (c) => (c.sections = {}), '$.sections', /Expected Array/],
  [
    'two sections of one id',
    (c) => (c.sections[1].id = 'secret'),
    '$.sections',
    'the id "secret" is used twice',
  ],
  ['two practices of one id', (c) => (c.practices[1].id = 'blur'), '$.practices', /"blur" is used twice/],
  ['two statements of one id', (c) => (c.statements[1].id = 'read'), '$.statements', /"read" is used twice/],
  ['a section without id', (c) => delete c.sections[1].id, '$.sections[1].id', missing],
  ['a section without title', (c) => delete c.sections[0].title, '$.sections[0].title', missing],
  ['a section without body', (c) => delete c.sections[1].body, '$.sections[1].body', missing],
  ['an empty section', (c) => (c.sections[1].body = []), '$.sections[1].body', 'the section is empty'],
  [
    'an unknown audience',
    (c) => (c.sections[0].audiences = ['staff', 'doctors']),
    '$.sections[0].audiences[1]',
    /"staff" \| "patients" \| "visitors"/,
  ],
  ['no audience', (c) => (c.practices[0].audiences = []), '$.practices[0].audiences', /leave the list out/],
  ['a bad since', (c) => (c.sections[0].since = 'first'), '$.sections[0].since', version],
  [
    'an unknown kind of block',
    (c) => (c.sections[0].body[1].type = 'table'),
    '$.sections[0].body[1].type',
    /"paragraph" \| "list" \| "quote" \| "legal-reference"/,
  ],
  ['a block without kind', (c) => delete c.sections[0].body[0].type, '$.sections[0].body[0].type', missing],
  [
    'a paragraph without text',
    (c) => delete c.sections[0].body[0].text,
    '$.sections[0].body[0].text',
    missing,
  ],
  ['an empty paragraph', (c) => (c.sections[0].body[0].text = ''), '$.sections[0].body[0].text', empty],
  ['a paragraph without runs', (c) => (c.sections[0].body[0].text = []), '$.sections[0].body[0].text', empty],
  [
    'a text that is a number',
    (c) => (c.sections[1].body[0].text = 5),
    '$.sections[1].body[0].text',
    'a text is a string or a list of runs',
  ],
  [
    'an unknown run',
    (c) => (c.sections[0].body[0].text[1] = { bold: 'x' }),
    '$.sections[0].body[0].text[1]',
    run,
  ],
  [
    'a link without words',
    (c) => delete c.sections[0].body[0].text[1].text,
    '$.sections[0].body[0].text[1]',
    run,
  ],
  [
    'an empty list',
    (c) => (c.sections[0].body[1].items = []),
    '$.sections[0].body[1].items',
    /list is empty/,
  ],
  [
    'an unknown run in a list',
    (c) => (c.sections[0].body[1].items[1][1] = 7),
    '$.sections[0].body[1].items[1][1]',
    run,
  ],
  ['a list without items', (c) => delete c.sections[0].body[1].items, '$.sections[0].body[1].items', missing],
  [
    'a legal reference without article',
    (c) => delete c.sections[0].body[3].article,
    '$.sections[0].body[3].article',
    missing,
  ],
  ['an empty plain sentence', (c) => (c.sections[0].plain = ['']), '$.sections[0].plain[0]', empty],
  ['a practice without text', (c) => delete c.practices[1].text, '$.practices[1].text', missing],
  [
    'required as a word',
    (c) => (c.practices[0].required = 'yes'),
    '$.practices[0].required',
    /Expected boolean but received "yes"/,
  ],
  ['a statement of runs', (c) => (c.statements[0].text = ['Lu']), '$.statements[0].text', /Expected string/],
  ['an issuer without name', (c) => delete c.issuer.name, '$.issuer.name', missing],
  ['a contact without label', (c) => delete c.issuer.contact.label, '$.issuer.contact.label', missing],
  ['a date in French', (c) => (c.effectiveFrom = '1er décembre 2026'), '$.effectiveFrom', date],
  ['an instant for a date', (c) => (c.effectiveFrom = '2026-12-01T00:00:00Z'), '$.effectiveFrom', date],
  [
    'a date that does not exist',
    (c) => (c.history[0].date = '2026-02-30'),
    '$.history[0].date',
    'this date is not in the calendar',
  ],
  ['a history entry without changes', (c) => delete c.history[0].changes, '$.history[0].changes', missing],
  ['a source reviewed never', (c) => (c.sources[0].reviewedOn = 'never'), '$.sources[0].reviewedOn', date],
];

describe('parseCharter refuses', () => {
  for (const [what, spoil, path, message] of faults) {
    it(`${what}, at ${path}`, () => {
      const charter = validCharter();
      spoil(charter);
      const [problem, ...others] = problemsOf(charter);
      assert.equal(problem?.path, path);
      if (typeof message === 'string') assert.equal(problem.message, message);
      else assert.match(problem.message, message);
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
        assert.deepEqual(problemsOf(charter), [{ path, message }]);
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
        path: `$.${name}`,
        message: missing,
      })),
    );
  });

  it('a document that holds itself', () => {
    const charter = validCharter();
    charter.self = charter;
    assert.match(problemsOf(charter)[0]?.message ?? '', /holds itself/);
  });

  it('a document nested beyond what can be walked', () => {
    const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    assert.match(problemsOf({ ...validCharter(), deep })[0]?.message ?? '', /nested too deep/);
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

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { DocumentError } from '../../src/charter/index.ts';
import { parseNetworks } from '../../src/networks/index.ts';
import type { Mutable } from '../charter/support/valid-charter.ts';
import { networkOf, step, validNetworks } from './support/examples.ts';
import type { ProblemCode } from '../../src/charter/index.ts';

const content = join(import.meta.dirname, '../../locales/content/networks.fr.json');

describe('parseNetworks', () => {
  it('accepts the built-in file and loses nothing of it', async () => {
    const document = JSON.parse(await readFile(content, 'utf8'));
    const { networks } = parseNetworks(document);
    assert.equal(networks.length, document.networks.length);
    for (const [index, network] of networks.entries()) {
      assert.partialDeepStrictEqual(network, document.networks[index]);
    }
  });

  it('accepts a file that uses every part of the schema', () => {
    assert.partialDeepStrictEqual(parseNetworks(validNetworks()), validNetworks());
  });

  it('adds what a network left out', () => {
    const { hidden, hosts, steps, links } = networkOf({});
    assert.deepEqual({ hidden, hosts, steps, links }, { hidden: false, hosts: [], steps: [], links: [] });
  });

  it('adds what a step left out: first revision, essential, no path', () => {
    const { revision, priority, paths, link } = networkOf({ steps: [step('a')] }).steps[0]!;
    assert.deepEqual(
      { revision, priority, paths, link },
      { revision: 1, priority: 'essential', paths: { web: [], ios: [], android: [] }, link: undefined },
    );
  });

  it('takes a link for unverified until someone says otherwise', () => {
    const link = { href: 'https://facebook.com/' };
    const network = networkOf({
      steps: [step('a', { link })],
      links: [{ ...link, kind: 'help', label: 'x' }],
    });
    assert.equal(network.steps[0]?.link?.verified, false);
    assert.equal(network.links[0]?.verified, false);
  });

  it('keeps unknown members', () => {
    const networks = validNetworks();
    networks.networks[0].steps[0].evidence = { by: 'DPO' };
    assert.deepEqual(parseNetworks(networks).networks[0]?.steps[0]?.['evidence'], { by: 'DPO' });
  });
});

const faults: [what: string, spoil: (file: Mutable) => void, path: string, code: ProblemCode][] = [
  ['another schema', (f) => (f.schema = 'charter/1'), '$.schema', 'other-schema'],
  ['no locale', (f) => delete f.locale, '$.locale', 'missing'],
  ['no revision', (f) => delete f.revision, '$.revision', 'missing'],
  ['a revision that is a number', (f) => (f.revision = 3), '$.revision', 'wrong-type'],
  ['a bad review date', (f) => (f.reviewDue = '2027-02-30'), '$.reviewDue', 'no-such-date'],
  ['no networks', (f) => delete f.networks, '$.networks', 'missing'],
  ['two networks of one id', (f) => (f.networks[1].id = 'facebook'), '$.networks', 'repeated-id'],
  ['a network without name', (f) => delete f.networks[0].name, '$.networks[0].name', 'missing'],
  ['hidden as a word', (f) => (f.networks[0].hidden = 'yes'), '$.networks[0].hidden', 'wrong-type'],
  ['an empty host', (f) => (f.networks[0].hosts = ['']), '$.networks[0].hosts[0]', 'empty-text'],
  [
    'two steps of one id',
    (f) => (f.networks[0].steps[1].id = 'fb-posts'),
    '$.networks[0].steps',
    'repeated-id',
  ],
  [
    'a step without title',
    (f) => delete f.networks[0].steps[1].title,
    '$.networks[0].steps[1].title',
    'missing',
  ],
  [
    'a step without reason',
    (f) => delete f.networks[0].steps[1].why,
    '$.networks[0].steps[1].why',
    'missing',
  ],
  [
    'a step without recommendation',
    (f) => delete f.networks[0].steps[1].recommended,
    '$.networks[0].steps[1].recommended',
    'missing',
  ],
  [
    'a step without review date',
    (f) => delete f.networks[0].steps[1].reviewedOn,
    '$.networks[0].steps[1].reviewedOn',
    'missing',
  ],
  [
    'a revision of zero',
    (f) => (f.networks[0].steps[0].revision = 0),
    '$.networks[0].steps[0].revision',
    'not-a-whole-number',
  ],
  [
    'a fractional revision',
    (f) => (f.networks[0].steps[0].revision = 1.5),
    '$.networks[0].steps[0].revision',
    'not-a-whole-number',
  ],
  [
    'an unknown priority',
    (f) => (f.networks[0].steps[0].priority = 'high'),
    '$.networks[0].steps[0].priority',
    'not-a-choice',
  ],
  [
    'an unknown status of a label',
    (f) => (f.networks[0].steps[0].label.status = 'guess'),
    '$.networks[0].steps[0].label.status',
    'not-a-choice',
  ],
  [
    'a path that is not a list',
    (f) => (f.networks[0].steps[0].paths.web = 'Profil › Paramètres'),
    '$.networks[0].steps[0].paths.web',
    'wrong-type',
  ],
  [
    'a place of a path without words',
    (f) => (f.networks[0].steps[0].paths.web[1] = { text: 'x' }),
    '$.networks[0].steps[0].paths.web[1]',
    'not-a-path-step',
  ],
  [
    'a deep link over http',
    (f) => (f.networks[0].steps[0].link.href = 'http://facebook.com/'),
    '$.networks[0].steps[0].link.href',
    'not-a-deep-link',
  ],
  [
    'a deep link of a script',
    (f) => (f.networks[0].links[0].href = 'javascript:alert(1)'),
    '$.networks[0].links[0].href',
    'not-a-deep-link',
  ],
  [
    'an unknown kind of link',
    (f) => (f.networks[0].links[0].kind = 'login'),
    '$.networks[0].links[0].kind',
    'not-a-choice',
  ],
  [
    'a link without words',
    (f) => delete f.networks[0].links[0].label,
    '$.networks[0].links[0].label',
    'missing',
  ],
];

describe('parseNetworks refuses', () => {
  for (const [what, spoil, path, code] of faults) {
    it(`${what}, at ${path}`, () => {
      const file = validNetworks();
      spoil(file);
      const [problem, ...others] = problemsOf(file);
      assert.equal(problem?.path, path);
      assert.equal(problem.code, code);
      assert.deepEqual(others, []);
    });
  }

  it('anything that is not a networks file, with a DocumentError', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => assert.notEqual(problemsOf(value).length, 0)));
  });
});

function problemsOf(value: unknown) {
  try {
    parseNetworks(value, 'networks.json');
  } catch (error) {
    assert.ok(error instanceof DocumentError);
    assert.match(error.message, /^networks \(networks\.json\) is not valid: \$/);
    return error.problems;
  }
  return assert.fail('the file was accepted');
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { DocumentError } from '../../src/charter/index.ts';
import { parseSignatureRecord } from '../../src/signature/index.ts';
import type { Mutable } from '../charter/support/valid-charter.ts';
import { validRecord } from './support/records.ts';
import type { ProblemCode } from '../../src/charter/index.ts';

const faults: [what: string, spoil: (record: Mutable) => void, path: string, code: ProblemCode][] = [
  ['no schema', (r) => delete r.schema, '$.schema', 'missing'],
  ['another schema', (r) => (r.schema = 'charter/1'), '$.schema', 'other-schema'],
  ['no id', (r) => delete r.id, '$.id', 'missing'],
  ['an id in capitals', (r) => (r.id = r.id.toUpperCase()), '$.id', 'not-a-uuid'],
  ['an id that is no UUID', (r) => (r.id = '42'), '$.id', 'not-a-uuid'],
  ['an id between braces', (r) => (r.id = `{${r.id}}`), '$.id', 'not-a-uuid'],
  ['no decision', (r) => delete r.decision, '$.decision', 'missing'],
  ['another decision', (r) => (r.decision = 'maybe'), '$.decision', 'not-a-choice'],
  ['a refusal without reason', (r) => (r.decision = 'declined'), '$.reason', 'missing'],
  [
    'a refusal with an empty reason',
    (r) => Object.assign(r, { decision: 'declined', reason: ' ' }),
    '$.reason',
    'empty-text',
  ],
  ['an acceptance with a reason', (r) => (r.reason = 'x'), '$.reason', 'unexpected'],
  ['no charter', (r) => delete r.charter, '$.charter', 'missing'],
  ['a charter without version', (r) => delete r.charter.version, '$.charter.version', 'missing'],
  ['a charter without audience', (r) => delete r.charter.audience, '$.charter.audience', 'missing'],
  ['an unknown audience', (r) => (r.charter.audience = 'doctors'), '$.charter.audience', 'not-a-choice'],
  ['a charter with its title', (r) => (r.charter.title = 'x'), '$.charter.title', 'unexpected'],
  [
    'a digest without algorithm',
    (r) => (r.charter.digest = 'a'.repeat(64)),
    '$.charter.digest',
    'not-a-digest',
  ],
  [
    'a digest in capitals',
    (r) => (r.charter.digest = `sha256:${'A'.repeat(64)}`),
    '$.charter.digest',
    'not-a-digest',
  ],
  ['a short digest', (r) => (r.charter.digest = 'sha256:abc'), '$.charter.digest', 'not-a-digest'],
  ['no signer', (r) => delete r.signer, '$.signer', 'missing'],
  ['a signer without name', (r) => delete r.signer.name, '$.signer.name', 'missing'],
  ['a name of spaces', (r) => (r.signer.name = '\u00a0 '), '$.signer.name', 'empty-text'],
  ['a long name', (r) => (r.signer.name = 'x'.repeat(201)), '$.signer.name', 'too-long'],
  ['a signer’s IP address', (r) => (r.signer.ip = '10.0.0.1'), '$.signer.ip', 'unexpected'],
  [
    'an e-mail address without @',
    (r) => (r.signer.email = 'z.ch.example'),
    '$.signer.email',
    'malformed-email',
  ],
  [
    'an e-mail address with a space',
    (r) => (r.signer.email = 'z @ch.example'),
    '$.signer.email',
    'malformed-email',
  ],
  ['no statements', (r) => delete r.statements, '$.statements', 'missing'],
  ['a statement without text', (r) => (r.statements = [{ id: 'read' }]), '$.statements[0].text', 'missing'],
  [
    'a statement with more than its text',
    (r) => (r.statements[0].required = true),
    '$.statements[0].required',
    'unexpected',
  ],
  [
    'a hundred and one statements',
    (r) => (r.statements = Array.from({ length: 101 }, (_, i) => ({ id: `s${i}`, text: 'x' }))),
    '$.statements',
    'too-many',
  ],
  ['an empty practice', (r) => (r.practices = ['']), '$.practices[0]', 'empty-text'],
  ['a practice that is an object', (r) => (r.practices = [{}]), '$.practices[0]', 'wrong-type'],
  ['no time', (r) => delete r.signedAt, '$.signedAt', 'missing'],
  ['a local time', (r) => (r.signedAt = '2026-11-23T12:00:00+01:00'), '$.signedAt', 'not-an-instant'],
  ['a date for a time', (r) => (r.signedAt = '2026-11-23'), '$.signedAt', 'not-an-instant'],
  [
    'a time that does not exist',
    (r) => (r.signedAt = '2026-02-30T12:00:00Z'),
    '$.signedAt',
    'no-such-instant',
  ],
  [
    'an hour that does not exist',
    (r) => (r.signedAt = '2026-02-20T24:00:00Z'),
    '$.signedAt',
    'no-such-instant',
  ],
  ['no component', (r) => delete r.component, '$.component', 'missing'],
  ['an IP address', (r) => (r.ip = '10.0.0.1'), '$.ip', 'unexpected'],
  ['a user agent', (r) => (r.userAgent = 'Mozilla/5.0'), '$.userAgent', 'unexpected'],
  ['a reading time', (r) => (r.readingTime = 12), '$.readingTime', 'unexpected'],
  ['a member named like one of Object’s', (r) => (r.toString = 'x'), '$.toString', 'unexpected'],
  ['a member named constructor', (r) => (r.constructor = 'x'), '$.constructor', 'unexpected'],
];

describe('parseSignatureRecord refuses', () => {
  for (const [what, spoil, path, code] of faults) {
    it(`${what}, at ${path}`, () => {
      const record = validRecord();
      spoil(record);
      const [problem, ...others] = problemsOf(record);
      assert.equal(problem?.path, path);
      assert.equal(problem.code, code);
      assert.deepEqual(others, []);
    });
  }

  it('a member named __proto__', () => {
    const text = JSON.stringify(validRecord()).replace('{', '{"__proto__":{"ip":"10.0.0.1"},');
    assert.deepEqual(
      problemsOf(JSON.parse(text)).map(({ path }) => path),
      ['$.__proto__'],
    );
  });

  it('any member that the contract does not name', () => {
    fc.assert(
      fc.property(
        fc.string().filter((name) => !['reason', ...Object.keys(validRecord() as object)].includes(name)),
        fc.jsonValue(),
        (name, value) => {
          const record = JSON.parse(JSON.stringify(validRecord())) as object;
          Object.defineProperty(record, name, { value, enumerable: true });
          assert.equal(problemsOf(record)[0]?.code, 'unexpected');
        },
      ),
    );
  });

  for (const [name, length] of [
    ['statements', 101],
    ['practices', 10_001],
  ] as const) {
    it(`too many ${name}, without looking at one of them`, () => {
      let visited = 0;
      const item = {
        get id() {
          visited += 1;
          return 'read';
        },
      };
      const items = new Proxy(
        Array.from({ length }, () => item),
        {
          get(target, key, receiver): unknown {
            if (typeof key === 'string' && /^\d+$/.test(key)) visited += 1;
            return Reflect.get(target, key, receiver) as unknown;
          },
        },
      );
      const problems = problemsOf({ ...(validRecord() as object), [name]: items });
      assert.deepEqual(
        problems.map(({ path }) => path),
        [`$.${name}`],
      );
      assert.equal(visited, 0);
    });
  }

  it('anything that is not a record, with a DocumentError', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => assert.notEqual(problemsOf(value).length, 0)));
  });

  it('saying that it is a signature record', () => {
    assert.throws(() => parseSignatureRecord(null), { message: /^signature record is not valid: \$: / });
  });
});

function problemsOf(value: unknown) {
  try {
    parseSignatureRecord(value);
  } catch (error) {
    assert.ok(error instanceof DocumentError);
    return error.problems;
  }
  return assert.fail('the record was accepted');
}

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import { loadCharters } from '../../receiver/domain/charters.ts';
import { FormError } from '../../receiver/domain/form-error.ts';
import { readFormRecord, repeatedFields, singleFields } from '../../receiver/domain/form-record.ts';
import type { FormContext, PostedFields } from '../../receiver/domain/form-record.ts';
import { ProblemError } from '../../receiver/domain/problem-error.ts';
import { chartersFolder, guide } from './support/records.ts';

const charters = await loadCharters(chartersFolder);
const context: FormContext = {
  charters,
  identity: undefined,
  now: new Date('2026-11-23T12:00:00.000Z'),
  browserSecret: 'of a browser',
  authenticate: (text) => createHmac('sha256', 'of a receiver').update(text).digest(),
};
const form: PostedFields = [
  ['charter.id', 'guide'],
  ['charter.version', '2.0.0'],
  ['charter.locale', 'fr'],
  ['signer.name', 'Zoë Lefèvre'],
  ['statements', 'read'],
  ['statements', 'commit'],
];
const texts = new Map(guide.charter.statements!.map(({ id, text }) => [id, text.normalize('NFC')]));

const read = (posted: PostedFields, changed: Partial<FormContext> = {}) =>
  readFormRecord(posted, { ...context, ...changed }).record;

/** The same form with other values of a field; without any, it is left out. */
const formWith = (name: string, ...values: string[]): PostedFields => [
  ...form.filter(([other]) => other !== name),
  ...values.map((value) => [name, value] as const),
];

function refusalOf(posted: PostedFields): ProblemError {
  try {
    read(posted);
  } catch (error) {
    assert.ok(error instanceof ProblemError, String(error));
    return error;
  }
  return assert.fail('the form was taken');
}

describe('the record that a form means', () => {
  it('has the words of the charter kept here and the time of the receiver', () => {
    const { id, ...record } = read(form);
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.deepEqual(record, {
      schema: 'charter-signature/1',
      decision: 'accepted',
      charter: { id: 'guide', version: '2.0.0', locale: 'fr', digest: guide.digest, audience: 'staff' },
      signer: { name: 'Zoë Lefèvre' },
      statements: [
        { id: 'read', text: texts.get('read') },
        { id: 'commit', text: texts.get('commit') },
      ],
      signedAt: '2026-11-23T12:00:00.000Z',
      component: 'html-form',
    });
  });

  it('has every field that is given, once or for each id', () => {
    const id = crypto.randomUUID();
    const digest = `sha256:${'1'.repeat(64)}`;
    const record = read([
      ...form,
      ['id', id.toUpperCase()],
      ['charter.audience', 'visitors'],
      ['charter.digest', digest],
      ['signer.id', 'zlefevre'],
      ['signer.email', 'zoe@hospital.example'],
      ['signer.role', 'Infirmière'],
      ['signer.department', 'Cardiologie'],
      ['practices', 'ask'],
      ['practices', 'blur'],
    ]);
    assert.equal(record.id, id);
    assert.deepEqual([record.charter.audience, record.charter.digest], ['visitors', digest]);
    assert.deepEqual(record.signer, {
      name: 'Zoë Lefèvre',
      id: 'zlefevre',
      email: 'zoe@hospital.example',
      role: 'Infirmière',
      department: 'Cardiologie',
    });
    assert.deepEqual(record.practices, ['ask', 'blur']);
  });

  it('may be a refusal with its reason, whose line ends are line feeds', () => {
    const record = read([
      ...formWith('statements'),
      ['decision', 'declined'],
      ['reason', ' Un\r\ndeux\rtrois '],
    ]);
    assert.equal(record.decision, 'declined');
    assert.equal((record as { reason?: string }).reason, 'Un\ndeux\ntrois');
    assert.deepEqual(record.statements, []);
  });

  it('has nothing of blank fields, nor of those that a browser or a server adds', () => {
    assert.deepEqual(
      read([...form, ['signer.role', ' '], ['practices', ''], ['_charset_', 'utf-8'], ['_csrf', 'x']]),
      read(form),
    );
    const afterBlank = read([['signer.role', ' '], ...form, ['signer.role', 'Infirmière']]);
    assert.equal(afterBlank.signer.role, 'Infirmière');
  });
});

describe('the id that a form gets', () => {
  const idOf = (posted: PostedFields, changed?: Partial<FormContext>) => read(posted, changed).id;

  it('is the same for the same form of a day in the same browser', () => {
    assert.equal(idOf(form, { now: new Date('2026-11-23T23:59:59.999Z') }), idOf(form));
    assert.equal(idOf([...form.slice(1), form[0]!]), idOf(form));
  });

  it('is another on another day, for other words, in another browser or receiver', () => {
    const ids = [
      idOf(form),
      idOf(form, { now: new Date('2026-11-24T00:00:00.000Z') }),
      idOf(formWith('signer.name', 'Someone')),
      idOf(form, { browserSecret: 'of another' }),
      idOf(form, { authenticate: (text) => createHmac('sha256', 'of another').update(text).digest() }),
      idOf(form, { identity: { id: 'alice' } }),
      idOf(form, { identity: { id: 'bob' } }),
    ];
    assert.equal(new Set(ids).size, ids.length);
  });

  it('is the same of a person who is signed in, whatever the browser', () => {
    const identity = { id: 'alice' };
    assert.equal(idOf(form, { identity, browserSecret: 'of another' }), idOf(form, { identity }));
    assert.equal(idOf(form, { identity: { id: 'alice', name: 'Alice' } }), idOf(form, { identity }));
  });
});

describe('a form that makes no record', () => {
  it('names every required statement that was left out, beside what else is wrong', () => {
    const refusal = refusalOf(formWith('signer.name').filter(([name]) => name !== 'statements'));
    assert.equal(refusal.problem, 'invalid-record');
    assert.deepEqual(
      refusal.options.errors?.map(({ pointer }) => pointer),
      ['/signer/name'],
    );
    assert.deepEqual(refusal.options.missingStatements, [texts.get('read'), texts.get('commit')]);
    assert.match(refusal.message, /at \/signer\/name/);
  });

  it('is refused for its charter alone where that is not kept', () => {
    for (const name of ['charter.id', 'charter.version', 'charter.locale']) {
      const { options, problem } = refusalOf(formWith(name));
      assert.equal(problem, 'invalid-record');
      assert.deepEqual(
        options.errors?.map(({ pointer }) => pointer),
        [`/${name.replace('.', '/')}`],
      );
      assert.deepEqual(options.missingStatements, []);
    }
    // One that may be kept elsewhere is read, and refused when it is held against the charters.
    const { charter, statements } = read(formWith('charter.id', 'elsewhere'));
    assert.equal(charter.digest, `sha256:${'0'.repeat(64)}`);
    assert.deepEqual(statements[0], { id: 'read', text: 'read' });
  });

  it('says to the person when it accepts and gives a reason', () => {
    for (const decision of [[], [['decision', 'accepted']]] as PostedFields[]) {
      const refusal = refusalOf([...form, ...decision, ['reason', 'Non.']]);
      assert.ok(refusal instanceof FormError);
      assert.equal(refusal.problem, 'invalid-record');
      assert.equal(refusal.faults.person?.length, 1);
      assert.equal(refusal.faults.page, undefined);
    }
  });

  it('says to the author of the page which fields are not of the contract, or given twice', () => {
    const refusal = refusalOf([
      ...form,
      ['charter.id', 'guide'],
      ['x', ''],
      ['x', '1'],
      ['signedAt', '2026-11-23'],
      ['y'.repeat(100), '1'],
    ]);
    assert.ok(refusal instanceof FormError);
    assert.equal(refusal.faults.person, undefined);
    assert.deepEqual(
      refusal.faults.page?.map((fault) => /«\s(.*)\s»/.exec(fault)?.[1]),
      ['charter.id', 'x', 'signedAt', 'y'.repeat(80)],
    );
    for (const name of [...singleFields, ...repeatedFields]) assert.ok(refusal.message.includes(name), name);
  });

  it('names twenty of such fields', () => {
    const many = Array.from({ length: 30 }, (_, index) => [`field-${index}`, '1'] as const);
    const refusal = refusalOf([...form, ...many]);
    assert.ok(refusal instanceof FormError);
    assert.equal(refusal.faults.page?.length, 20);
  });
});

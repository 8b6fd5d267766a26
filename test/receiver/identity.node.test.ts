import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  UnreadableIdentityError,
  comparableName,
  readIdentity,
  rolesOf,
  tidyName,
} from '../../receiver/domain/identity.ts';
import type { IdentityHeaders, RoleRules } from '../../receiver/domain/identity.ts';

const names: IdentityHeaders = { id: 'x-id', name: 'x-name', department: 'x-department', roles: 'x-groups' };
const rules: RoleRules = { groups: { reader: ['DRH', 'DPO'] }, separator: ',' };

const read = (values: Readonly<Record<string, string>>, asked = names) =>
  readIdentity((name) => values[name], asked, rules);

/** Refused with the name of the header and its fault. */
const assertRefused = (act: () => unknown, header: string, fault: string): void => {
  assert.throws(act, (error) => {
    assert.ok(error instanceof UnreadableIdentityError, String(error));
    assert.deepEqual([error.header, error.fault], [header, fault]);
    return true;
  });
};

describe('the identity that a proxy sets', () => {
  it('has what its headers hold, percent-encoded or in UTF-8 as it is, in NFC and trimmed', () => {
    assert.deepEqual(
      read({
        'x-id': ' alice ',
        'x-name': encodeURIComponent('Élise Çelik'.normalize('NFD')),
        'x-department': 'M%C3%A9decine',
      }),
      { id: 'alice', name: 'Élise Çelik', department: 'Médecine' },
    );
    const asBytes = Buffer.from('Élise', 'utf8').toString('latin1');
    assert.deepEqual(read({ 'x-id': 'alice', 'x-name': asBytes }), { id: 'alice', name: 'Élise' });
  });

  it('is none without an id, whatever else there is', () => {
    for (const id of [{}, { 'x-id': '' }, { 'x-id': ' %20' }] as Record<string, string>[])
      assert.equal(read({ ...id, 'x-name': 'Alice', 'x-groups': 'DRH' }), undefined);
  });

  it('leaves out what is empty, and headers that are not named', () => {
    assert.deepEqual(read({ 'x-id': 'alice', 'x-name': ' ', 'x-department': '', 'x-groups': 'other' }), {
      id: 'alice',
    });
    assert.deepEqual(read({ 'x-id': 'alice', 'x-name': 'Alice', 'x-groups': 'DRH' }, { id: 'x-id' }), {
      id: 'alice',
    });
  });

  it('has the roles that its groups give', () => {
    assert.deepEqual(read({ 'x-id': 'alice', 'x-groups': 'AGENTS, DPO' }), {
      id: 'alice',
      roles: ['reader'],
    });
    assert.deepEqual(rolesOf([' DRH '], rules), ['reader']);
    assert.deepEqual(rolesOf(['AGENTS', 'drh'], rules), []);
    assert.deepEqual(rolesOf([], rules), []);
  });

  it('is refused when it cannot be read, or holds a control character', () => {
    for (const [value, fault] of [
      ['%', 'stray-percent'],
      ['50% M%C3%A9decine', 'stray-percent'],
      ['%E9', 'not-utf-8'],
      ['\u00e9', 'not-utf-8'],
      ['%00', 'control-character'],
      ['a%0Ab', 'control-character'],
      ['x'.repeat(201), 'too-long'],
    ] as const)
      for (const name of ['x-id', 'x-name', 'x-department'])
        assertRefused(() => read({ 'x-id': 'alice', [name]: value }), name, fault);
    for (const [groups, fault] of [
      ['x'.repeat(8001), 'too-long'],
      ['caf\u00e9', 'not-utf-8'],
    ] as const)
      assertRefused(() => read({ 'x-id': 'alice', 'x-groups': groups }), 'x-groups', fault);
  });

  it('may be 200 characters long, and a list of groups 8000', () => {
    assert.equal(read({ 'x-id': 'x'.repeat(200) })?.id.length, 200);
    assert.deepEqual(read({ 'x-id': 'alice', 'x-groups': `DRH,${'x'.repeat(7996)}` }), {
      id: 'alice',
      roles: ['reader'],
    });
  });
});

describe('a name', () => {
  it('is kept in NFC and trimmed, up to its length and without control characters', () => {
    assert.equal(tidyName(' Zoë '.normalize('NFD')), 'Zoë');
    assert.equal(tidyName('abc', 3), 'abc');
    assert.equal(tidyName(' abc ', 3), 'abc');
    assert.equal(tidyName('abcd', 3), undefined);
    assert.equal(tidyName('x'.repeat(201)), undefined);
    assert.equal(tidyName('a\tb'), undefined);
  });

  it('is compared without case, and with single spaces', () => {
    assert.equal(comparableName('  Zoë \t\n LEFÈVRE '), 'zoë lefèvre');
    assert.notEqual(comparableName('Zoë Lefèvre'), comparableName('Zoé Lefèvre'));
  });
});

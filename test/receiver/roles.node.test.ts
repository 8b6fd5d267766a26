import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readIdentity } from '../../receiver/domain/identity.ts';
import type { RoleRules } from '../../receiver/domain/identity.ts';
import { identityOf } from '../../receiver/sign-on/claims.ts';

const rules: RoleRules = { groups: { reader: ['GRP_DRH', 'CN=DPO,OU=Groupes'] }, separator: ',' };

describe('roles', () => {
  const headers: [header: string | undefined, separator: RoleRules['separator'], isReader: boolean][] = [
    ['GRP_DRH', ',', true],
    ['GRP_AGENTS, GRP_DRH', ',', true],
    ['CN%3DAgents%2COU%3DGroupes; CN%3DDPO%2COU%3DGroupes', ';', true],
    ['GRP_DRH_ADJOINTS', ',', false],
    ['grp_drh', ',', false],
    ['', ',', false],
    [undefined, ',', false],
    [`${'GRP_AGENTS,'.repeat(500)}GRP_DRH`, ',', true],
  ];
  for (const [header, separator, isReader] of headers)
    it(`are ${isReader ? '' : 'not '}given by the header ${header?.slice(0, 60)}`, () => {
      const values: Record<string, string | undefined> = { 'x-user': 'alice', 'x-groups': header };
      const identity = readIdentity(
        (name) => values[name],
        { id: 'x-user', roles: 'x-groups' },
        { ...rules, separator },
      );
      assert.deepEqual(identity, { id: 'alice', ...(isReader && { roles: ['reader'] }) });
    });

  it('are given by no header unless one is named, and none without rules', () => {
    const read = () => 'GRP_DRH';
    assert.deepEqual(readIdentity(read, { id: 'x-user' }, rules), { id: 'GRP_DRH' });
    assert.deepEqual(readIdentity(read, { id: 'x-user', roles: 'x-groups' }), { id: 'GRP_DRH' });
  });

  const claims: [claims: object, claim: string, isReader: boolean][] = [
    [{ groups: ['GRP_AGENTS', 'GRP_DRH'] }, 'groups', true],
    [{ groups: 'GRP_AGENTS,GRP_DRH' }, 'groups', true],
    [{ realm_access: { roles: ['GRP_DRH'] } }, 'realm_access.roles', true],
    [{ 'https://hospital.example/groups': ['GRP_DRH'] }, 'https://hospital.example/groups', true],
    [{ groups: [{ name: 'GRP_DRH' }, 1, null] }, 'groups', false],
    [{ groups: { GRP_DRH: true } }, 'groups', false],
    [{ groups: null }, 'groups', false],
    [{}, '__proto__.roles', false],
    [{}, 'groups', false],
  ];
  for (const [given, rolesClaim, isReader] of claims)
    it(`are ${isReader ? '' : 'not '}given by the claim ${rolesClaim} of ${JSON.stringify(given)}`, () => {
      const names = { idClaim: 'sub', nameClaims: ['given_name', 'usual_name'], rolesClaim };
      const person = { sub: '208316', given_name: 'Élise', usual_name: 'Çelik', ...given };
      assert.deepEqual(identityOf(person, names, rules), {
        id: '208316',
        name: 'Élise Çelik',
        ...(isReader && { roles: ['reader'] }),
      });
    });
});

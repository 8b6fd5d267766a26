import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  audiences,
  groupPractices,
  parseCharter,
  selectAudience,
  speaksTo,
} from '../../src/charter/index.ts';
import type { Audience } from '../../src/charter/index.ts';
import { validCharter } from './support/valid-charter.ts';

describe('speaksTo', () => {
  const table: [named: Audience[] | undefined, audience: Audience, expected: boolean][] = [
    [undefined, 'staff', true],
    [undefined, 'visitors', true],
    [['staff'], 'staff', true],
    [['staff'], 'patients', false],
    [['patients', 'visitors'], 'visitors', true],
    [['patients', 'visitors'], 'staff', false],
  ];
  for (const [named, audience, expected] of table) {
    it(`${named?.join(', ') ?? 'no audience named'}: ${audience} ${expected ? 'yes' : 'no'}`, () => {
      assert.equal(speaksTo({ audiences: named }, audience), expected);
    });
  }
});

describe('selectAudience', () => {
  const charter = parseCharter(validCharter());

  it('gives what names the audience and what names none, in the document’s order', () => {
    const { sections, practices } = selectAudience(charter, 'staff');
    assert.deepEqual(
      sections.map(({ id }) => id),
      ['secret', 'liberty'],
    );
    assert.deepEqual(
      practices.map(({ id }) => id),
      ['blur', 'ask'],
    );
  });

  it('leaves out what names only others', () => {
    for (const audience of audiences.filter((other) => other !== 'staff')) {
      const { sections, practices } = selectAudience(charter, audience);
      assert.deepEqual(
        [...sections, ...practices].map(({ id }) => id),
        ['liberty', 'ask'],
      );
    }
  });

  it('gives no practice of a charter that has none', () => {
    const { practices: _, ...rest } = charter;
    assert.deepEqual(selectAudience(rest, 'staff').practices, []);
  });
});

describe('groupPractices', () => {
  it('orders groups by first appearance and keeps the order inside each', () => {
    const practices = [
      { id: '1', group: 'Images' },
      { id: '2' },
      { id: '3', group: 'Secret' },
      { id: '4', group: 'Images' },
      { id: '5' },
    ];
    const groups = [...groupPractices(practices)].map(([group, members]) => [
      group,
      members.map(({ id }) => id),
    ]);
    assert.deepEqual(groups, [
      ['Images', ['1', '4']],
      ['', ['2', '5']],
      ['Secret', ['3']],
    ]);
  });

  it('takes a group named like a member of Object for a group', () => {
    assert.deepEqual([...groupPractices([{ group: 'constructor' }]).keys()], ['constructor']);
  });

  it('makes no group of nothing', () => assert.equal(groupPractices([]).size, 0));
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { changesSince, compareVersions, parseCharter } from '../../src/charter/index.ts';
import { validCharter } from './support/valid-charter.ts';

describe('compareVersions', () => {
  const table: [a: string, b: string, expected: -1 | 0 | 1][] = [
    ['1', '1', 0],
    ['1', '1.0', 0],
    ['1', '1.0.0', 0],
    ['1.2', '1.2.0', 0],
    ['01.02', '1.2', 0],
    ['1', '2', -1],
    ['1.0.1', '1', 1],
    ['1.9', '1.10', -1],
    ['9', '10', -1],
    ['1.2.3', '1.2.4', -1],
    ['1.3', '1.2.9', 1],
    ['2', '1.99.99', 1],
  ];
  for (const [a, b, expected] of table) {
    it(`${a} ${expected < 0 ? 'is before' : expected > 0 ? 'is after' : 'equals'} ${b}`, () => {
      assert.equal(Math.sign(compareVersions(a, b)), expected);
      assert.equal(Math.sign(compareVersions(b, a)), expected === 0 ? 0 : -expected);
    });
  }

  it('orders any versions by their numbers', () => {
    const anyNumbers = fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999));
    fc.assert(
      fc.property(anyNumbers, anyNumbers, (a, b) => {
        const index = a.findIndex((number, place) => number !== b[place]);
        const expected = index < 0 ? 0 : Math.sign(a[index]! - b[index]!);
        assert.equal(Math.sign(compareVersions(a.join('.'), b.join('.'))), expected);
      }),
    );
  });
});

describe('changesSince', () => {
  const document = validCharter();
  document.sections = [
    { ...document.sections[0], id: 'first', since: '1.0' },
    { ...document.sections[0], id: 'always', since: undefined },
    { ...document.sections[0], id: 'third', since: '3.0.0' },
    { ...document.sections[0], id: 'second', since: '2.1' },
  ];
  delete document.sections[1].since;
  document.history = [
    { version: '1.0', date: '2024-01-01', changes: 'Première.' },
    { version: '3.0.0', date: '2026-01-01', changes: 'Troisième.' },
    { version: '2.10', date: '2025-06-01', changes: 'Dixième retouche.' },
    { version: '2.1', date: '2025-01-01', changes: 'Deuxième.' },
  ];
  const charter = parseCharter(document);

  const table: [version: string, sections: string[], versions: string[]][] = [
    ['0', ['first', 'third', 'second'], ['3.0.0', '2.10', '2.1', '1.0']],
    ['1', ['third', 'second'], ['3.0.0', '2.10', '2.1']],
    ['2.1.0', ['third'], ['3.0.0', '2.10']],
    ['3', [], []],
    ['4', [], []],
  ];
  for (const [version, sections, versions] of table) {
    it(`${version}: sections ${sections.join(', ') || 'none'}; entries ${versions.join(', ') || 'none'}`, () => {
      const { newSections, history } = changesSince(charter, version);
      assert.deepEqual(
        newSections.map(({ id }) => id),
        sections,
      );
      assert.deepEqual(
        history.map((entry) => entry.version),
        versions,
      );
    });
  }

  it('leaves the charter’s own history in its order', () => {
    changesSince(charter, '0');
    assert.deepEqual(charter.history, document.history);
  });

  it('finds nothing in a charter without history', () => {
    const { history: _, ...rest } = charter;
    assert.deepEqual(changesSince(rest, '0').history, []);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findInterfaceTexts } from '../../locales/msg-calls.ts';
import { typographyFaults } from '../support/french-typography.ts';

const texts = findInterfaceTexts();

describe('interface texts', () => {
  it('are found', () => {
    assert.ok(texts.length > 100, `only ${texts.length} texts were found`);
  });

  it('have an explicit id that names their element', () => {
    const nameless = texts.filter(({ id }) => !id || !/^[a-z-]+(\.[a-z-]+)+$/.test(id));
    assert.deepEqual(nameless, []);
  });

  it('say the same thing under the same id', () => {
    const byId = Map.groupBy(texts, ({ id }) => id);
    const ambiguous = [...byId.values()].filter((group) => new Set(group.map(({ text }) => text)).size > 1);
    assert.deepEqual(ambiguous, []);
  });

  it('follow French typography', () => {
    const faults = texts.flatMap(({ text, place }) =>
      // A value is a word or a number: typography around it counts.
      typographyFaults(text.replaceAll(/\$\{\d+\}/g, '0')).map((fault) => `${place}: ${fault}`),
    );
    assert.deepEqual(faults, []);
  });
});

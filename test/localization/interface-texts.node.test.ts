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

  it('are written once each', () => {
    const byId = Map.groupBy(texts, ({ id }) => id);
    const repeated = [...byId.values()].filter(({ length }) => length > 1);
    assert.deepEqual(repeated.flat(), []);
  });

  it('stand in modules of texts, apart from the views', () => {
    const strays = texts.filter(({ place }) => !/[/-]texts\.ts:\d+$/.test(place));
    assert.deepEqual(strays, []);
  });

  it('follow French typography', () => {
    const faults = texts.flatMap(({ text, place }) =>
      // A value is a word or a number: typography around it counts.
      typographyFaults(text.replaceAll(/\$\{\d+\}/g, '0')).map((fault) => `${place}: ${fault}`),
    );
    assert.deepEqual(faults, []);
  });
});

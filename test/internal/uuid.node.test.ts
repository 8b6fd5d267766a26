import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { createUUID } from '../../src/internal/uuid.ts';

const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('createUUID', () => {
  it('makes a version 4 UUID, another each time', () => {
    const ids = Array.from({ length: 1000 }, createUUID);
    for (const id of ids) assert.match(id, version4);
    assert.equal(new Set(ids).size, ids.length);
  });

  describe('without crypto.randomUUID', () => {
    const { getRandomValues } = crypto;
    const hide = (name: 'randomUUID' | 'getRandomValues', value?: unknown) =>
      Object.defineProperty(crypto, name, { value, configurable: true });
    afterEach(() => {
      Reflect.deleteProperty(crypto, 'randomUUID');
      Reflect.deleteProperty(crypto, 'getRandomValues');
    });

    it('makes a version 4 UUID, another each time', () => {
      hide('randomUUID');
      const ids = Array.from({ length: 1000 }, createUUID);
      for (const id of ids) assert.match(id, version4);
      assert.equal(new Set(ids).size, ids.length);
    });

    const bytes: [byte: number, expected: string][] = [
      [0x00, '00000000-0000-4000-8000-000000000000'],
      [0xff, 'ffffffff-ffff-4fff-bfff-ffffffffffff'],
    ];
    for (const [byte, expected] of bytes) {
      it(`writes bytes of ${byte} as ${expected}`, () => {
        hide('randomUUID');
        hide('getRandomValues', (array: Uint8Array) => array.fill(byte));
        assert.equal(createUUID(), expected);
      });
    }

    it('draws from every random byte', () => {
      hide('randomUUID');
      const seen = Array.from({ length: 16 }, () => new Set<number>());
      hide('getRandomValues', (array: Uint8Array<ArrayBuffer>) => getRandomValues.call(crypto, array));
      for (let count = 0; count < 200; count++) {
        const hex = createUUID().replaceAll('-', '');
        seen.forEach((values, index) => values.add(Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16)));
      }
      for (const values of seen) assert.ok(values.size > 10);
    });
  });
});

import { expect } from '@open-wc/testing';
import { createUUID } from '../../src/internal/uuid.ts';

const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('createUUID', () => {
  afterEach(() => Reflect.deleteProperty(crypto, 'randomUUID'));

  it('makes a version 4 UUID', () => expect(createUUID()).to.match(version4));

  it('makes one, another each time, on a plain-http page', () => {
    Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
    const ids = Array.from({ length: 200 }, createUUID);
    for (const id of ids) expect(id).to.match(version4);
    expect(new Set(ids).size).to.equal(ids.length);
  });
});

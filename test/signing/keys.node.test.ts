import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compactDecrypt, exportJWK, generateKeyPair } from 'jose';
import { canonicalForm } from '../../src/charter/index.ts';
import type { JSONWebKeySet } from '../../src/signature/index.ts';
import { createSealer, loadReceiptKeys } from '../../src/signing/keys.ts';
import { withoutSubtle } from '../charter/support/canonical-examples.ts';
import { deferred } from '../outbox/support/scripted-transport.ts';
import { recordOf } from './support/signings.ts';

const url = 'https://receiver.example/.well-known/jwks.json';
const answering = (response: Response) => () => Promise.resolve(response);

describe('the published keys of a receiver', () => {
  it('are asked for as JSON, fresh, and for so long', async () => {
    const asked: [unknown, RequestInit | undefined][] = [];
    const fetcher = (input: unknown, init?: RequestInit) => {
      asked.push([input, init]);
      return Promise.resolve(Response.json({ keys: [] }));
    };
    await loadReceiptKeys(url, 60_000, fetcher);
    const [[address, init]] = asked as [[unknown, RequestInit]];
    assert.equal(address, url);
    assert.equal(init.cache, 'no-cache');
    assert.deepEqual(init.headers, { Accept: 'application/json' });
    assert.equal(init.signal?.aborted, false);
  });

  it('are given up when they do not come in time', async () => {
    const hanging = (_: unknown, init?: RequestInit) =>
      new Promise<Response>((_, reject) =>
        init!.signal!.addEventListener('abort', () => reject(init!.signal!.reason as Error)),
      );
    await assert.rejects(loadReceiptKeys(url, 1, hanging), /jwks\.json could not be loaded/);
  });

  it('are those of the set, without what is none', async () => {
    const keys = [{ kty: 'EC' }, null, 'text', { kty: 'OKP' }];
    assert.deepEqual(await loadReceiptKeys(url, 1000, answering(Response.json({ keys, more: 1 }))), {
      keys: [{ kty: 'EC' }, { kty: 'OKP' }],
    });
  });

  for (const [what, response] of [
    ['a status of failure', Response.json({ keys: [] }, { status: 503 })],
    ['no JSON', new Response('<!doctype html>')],
    ['null', Response.json(null)],
    ['a text', Response.json('keys')],
    ['no list', Response.json({ keys: {} })],
  ] as const)
    it(`cannot be had of ${what}, and the address is named`, async () => {
      await assert.rejects(loadReceiptKeys(url, 1000, answering(response)), (error: Error) => {
        assert.ok(error.message.includes(url), error.message);
        assert.ok(error.cause instanceof Error);
        return true;
      });
    });
});

describe('a sealer', () => {
  async function keyPair() {
    const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
    return { privateKey, set: { keys: [{ ...(await exportJWK(publicKey)), use: 'enc' } as JsonWebKey] } };
  }

  /** A sealer that loads these, one after the other, and what it warned of. */
  function setUp(...script: (JSONWebKeySet | Error | Promise<JSONWebKeySet>)[]) {
    const warnings: string[] = [];
    let loads = 0;
    const load = async () => {
      const next = script[loads++];
      if (next instanceof Error || next === undefined) throw next ?? new Error('asked too often');
      return next;
    };
    return { sealer: createSealer(load, (message) => warnings.push(message)), warnings, loads: () => loads };
  }

  it('encrypts with the key that was loaded before, once', async () => {
    const { set, privateKey } = await keyPair();
    const { sealer, warnings, loads } = setUp(set);
    await sealer.prepare();
    await sealer.prepare();
    const sealed = await sealer.seal(recordOf(1));
    const { plaintext } = await compactDecrypt(sealed!.jwe, privateKey);
    assert.equal(new TextDecoder().decode(plaintext), canonicalForm(recordOf(1)));
    assert.deepEqual([warnings, loads()], [[], 1]);
  });

  it('encrypts nothing until then, waits for nothing, and loads meanwhile', async () => {
    const { set } = await keyPair();
    const answer = deferred<JSONWebKeySet>();
    const { sealer, loads } = setUp(answer.promise);
    assert.equal(await sealer.seal(recordOf(1)), undefined);
    assert.equal(await sealer.seal(recordOf(1)), undefined);
    assert.equal(loads(), 1);
    answer.resolve(set);
    await sealer.prepare();
    assert.ok(await sealer.seal(recordOf(1)));
  });

  it('asks again after a failure, of which it warns', async () => {
    const { set } = await keyPair();
    const { sealer, warnings } = setUp(new Error('gone'), set);
    await sealer.prepare();
    assert.equal(warnings.length, 1);
    assert.ok(warnings[0]!.includes('gone'));
    await sealer.prepare();
    assert.ok(await sealer.seal(recordOf(1)));
  });

  it('takes no key that is malformed, and warns of it before anybody signs', async () => {
    const { sealer, warnings } = setUp({ keys: [{ use: 'enc', kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }] });
    await sealer.prepare();
    assert.equal(warnings.length, 1);
    assert.equal(await sealer.seal(recordOf(1)), undefined);
  });

  it('encrypts nothing where no key is published, without a warning', async () => {
    const { sealer, warnings, loads } = setUp({ keys: [] }, { keys: [] });
    await sealer.prepare();
    assert.equal(await sealer.seal(recordOf(1)), undefined);
    await sealer.prepare();
    assert.deepEqual([warnings, loads()], [[], 2]);
  });

  it('says what could not be encrypted, and does not keep it', async () => {
    const { set } = await keyPair();
    const { sealer, warnings } = setUp(set);
    await sealer.prepare();
    const record = { ...recordOf(1), component: '\ud800' };
    assert.equal(await sealer.seal(record), undefined);
    assert.equal(warnings.length, 1);
  });

  it('loads nothing where the page names no keys, or has no crypto.subtle', async () => {
    const warnings: string[] = [];
    const none = createSealer(undefined, (message) => warnings.push(message));
    await none.prepare();
    assert.equal(await none.seal(recordOf(1)), undefined);
    const { sealer, loads } = setUp();
    await withoutSubtle(() => sealer.prepare());
    const own = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!;
    Object.defineProperty(globalThis, 'crypto', { value: undefined, configurable: true });
    try {
      await sealer.prepare();
    } finally {
      Object.defineProperty(globalThis, 'crypto', own);
    }
    assert.deepEqual([warnings, loads()], [[], 0]);
  });
});

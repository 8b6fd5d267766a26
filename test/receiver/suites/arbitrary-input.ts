import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { digestDocument } from '../../../src/charter/index.ts';
import type { EngineUnderTest } from '../support/each-store.ts';
import { createRecord, guide } from '../support/records.ts';
import { post, request, showing } from '../support/requests.ts';
import type { Answer } from '../support/requests.ts';
import { seed } from '../support/seed.ts';

/** Whatever arrives, the receiver answers for it and records nothing that it did not acknowledge. */
export function arbitraryInputSuite(get: () => EngineUnderTest): void {
  describe(`arbitrary input (FAST_CHECK_SEED=${seed})`, () => {
    let address: string;
    let close: () => Promise<void>;
    before(async () => ({ address, close } = await get().serve()));
    after(() => close());

    it('never makes the receiver fail, nor a row', async () => {
      const rows = await get().countRows();
      await fc.assert(
        fc.asyncProperty(anyBody, anyHeaders, async (body, headers) => {
          assertRefused(await post(address, body, headers));
        }),
        { seed, numRuns: 300 },
      );
      assert.equal(await get().countRows(), rows);
    });

    it('makes the row that is acknowledged, or none, of a record that something was done to', async () => {
      await fc.assert(
        fc.asyncProperty(anyMutation, async (mutate) => {
          const { id, ...record } = createRecord(guide, { practices: ['blur'] });
          const text = JSON.stringify({ ...(mutate(record) as object), id });
          const answer = await post(address, text, { 'Idempotency-Key': `"${id}"` });
          const kept = await request(address, `/api/signatures/${id}`, showing(answer.body));
          if (answer.status === 201) {
            assert.equal(await digestDocument(kept.body['record']), answer.body['recordDigest']);
            assert.equal(await digestDocument(JSON.parse(text)), answer.body['recordDigest']);
          } else {
            assertRefused(answer);
            assert.equal(kept.status, 404);
          }
        }),
        { seed, numRuns: 300 },
      );
    });
  });
}

export function assertRefused({ status, headers, text }: Answer): void {
  assert.ok(status >= 400 && status < 500, `${status} ${text}`);
  assert.equal(headers.get('content-type'), 'application/problem+json');
}

const anyBody = fc.oneof(
  fc.json(),
  fc.json().map((text) => text.slice(0, -1)),
  fc.string({ unit: 'binary' }),
  fc.json().map((text) => `{"id":"${crypto.randomUUID()}","charter":${text}}`),
);

const headerValue = fc.string({ maxLength: 40 }).map((text) => text.replace(/[^\x20-\x7e]/g, '').trim());

const usually = (value: string) => fc.oneof({ weight: 5, arbitrary: fc.constant(value) }, headerValue);

export const anyHeaders = fc.record(
  {
    'Idempotency-Key': headerValue,
    'Content-Type': usually('application/json'),
    Accept: usually('application/json, application/problem+json'),
    'Accept-Language': headerValue,
    'If-None-Match': headerValue,
    'X-Forwarded-For': headerValue,
    'X-Remote-User': headerValue,
    Origin: headerValue,
    Cookie: headerValue,
  },
  { requiredKeys: [] },
);

/** Replaces, removes or adds one thing somewhere in a JSON value. */
const anyMutation: fc.Arbitrary<(value: unknown) => unknown> = fc
  .record({
    path: fc.array(fc.nat(), { maxLength: 3 }),
    value: fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.string({ unit: 'grapheme', maxLength: 300 })),
    key: fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('__proto__', 'constructor', 'reason', 'email'),
    ),
    kind: fc.constantFrom('replace', 'remove', 'add'),
  })
  .map((mutation) => (value) => mutate(value, mutation));

interface Mutation {
  path: number[];
  value: unknown;
  key: string;
  kind: string;
}

function mutate(target: unknown, mutation: Mutation): unknown {
  const { path, value, key, kind } = mutation;
  const [step, ...rest] = path;
  if (typeof target !== 'object' || target === null) return kind === 'remove' ? null : value;
  const entries = Object.entries(target);
  const index = (step ?? 0) % (entries.length || 1);
  const changed =
    kind === 'add' && rest.length === 0
      ? [...entries, [Array.isArray(target) ? String(entries.length) : key, value] as const]
      : entries.flatMap(([name, item], at) => {
          if (at !== index) return [[name, item] as const];
          if (rest.length > 0) return [[name, mutate(item, { ...mutation, path: rest })] as const];
          return kind === 'remove' ? [] : [[name, value] as const];
        });
  return Array.isArray(target) ? changed.map(([, item]) => item) : Object.fromEntries(changed);
}

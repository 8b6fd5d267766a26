import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { EngineUnderTest } from '../support/each-store.ts';
import { createRecord, guide } from '../support/records.ts';
import type { Receipt } from '../../../src/signature/index.ts';
import { request, showing, sign } from '../support/requests.ts';
import type { Answer } from '../support/requests.ts';
import { seed } from '../support/seed.ts';
import { anyHeaders, assertRefused } from './arbitrary-input.ts';

/** Whatever is asked, on every route: an answer that the description of the API knows, and nothing changes. */
export function arbitraryRequestsSuite(get: () => EngineUnderTest): void {
  describe(`arbitrary requests (FAST_CHECK_SEED=${seed})`, () => {
    const record = createRecord();
    let address: string;
    let receipt: Receipt;
    let close: () => Promise<void>;
    before(async () => {
      ({ address, close } = await get().serve());
      receipt = await sign(address, record);
    });
    after(() => close());

    /** Asks a route with anything in its address, its headers and as its method; `judge` says what is right for GET. */
    async function holds(path: fc.Arbitrary<string>, judge: (answer: Answer, path: string) => void) {
      const rows = await get().countRows();
      await fc.assert(
        fc.asyncProperty(path, anyMethod, anyHeaders, async (asked, method, headers) => {
          const shown = { ...headers, ...showing(receipt).headers };
          const answer = await request(address, asked, { method, headers: shown });
          assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
          if (method === 'HEAD') {
            assert.equal(answer.text, '');
            assert.ok(answer.status < 500);
          } else if (method === 'GET' && answer.status !== 406) {
            judge(answer, asked);
          } else {
            assertRefused(answer);
          }
        }),
        { seed, numRuns: 100 },
      );
      assert.equal(await get().countRows(), rows);
    }

    const isThereOrNot = (answer: Answer) => {
      if (answer.status >= 300 && answer.status !== 304) assertRefused(answer);
    };
    const isThere = ({ status, text }: Answer) => assert.equal(status, 200, text);

    it('to GET /api/signatures/{id} give that signature or none', () =>
      holds(
        fc.oneof(
          fc.constant(`/api/signatures/${record.id}`),
          anyQuery.map((query) => `/api/signatures/${record.id}${query}`),
          fc.uuid().map((id) => `/api/signatures/${id}`),
          anySegment.map((id) => `/api/signatures/${id}`),
        ),
        (answer, path) => {
          if (!path.startsWith(`/api/signatures/${record.id}`)) assertRefused(answer);
          else assert.equal((answer.body['record'] as { id: string }).id, record.id);
        },
      ));

    it('to GET /api/charters/{id} give a document or none', () =>
      holds(
        fc
          .tuple(fc.oneof(fc.constant(guide.charter.id), anySegment), anyQuery)
          .map(([id, query]) => `/api/charters/${id}${query}`),
        isThereOrNot,
      ));

    it('to GET /api/coverage give counts or nothing', () =>
      holds(
        fc
          .tuple(
            fc.oneof(fc.constant(guide.charter.id), anySegment),
            fc.oneof(fc.constant('2.0.0'), anySegment),
          )
          .map(([charter, version]) => `/api/coverage?charter=${charter}&version=${version}`),
        isThereOrNot,
      ));

    for (const path of ['/.well-known/jwks.json', '/healthz', '/openapi.json']) {
      it(`to GET ${path} give it`, () =>
        holds(
          anyQuery.map((query) => path + query),
          isThere,
        ));
    }

    it('elsewhere give nothing', () =>
      holds(
        anySegment.map((segment) => `/api/x${segment}`),
        assertRefused,
      ));
  });
}

// `fetch` sends no CONNECT and no TRACE.
const anyMethod = fc.oneof(
  { weight: 3, arbitrary: fc.constant('GET') },
  { weight: 1, arbitrary: fc.constantFrom('HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND') },
);

/** A piece of an address, percent-encoded well or badly. Not empty, and not a step up or down in the path. */
const anySegment = fc
  .oneof(
    fc
      .string({ unit: 'binary', minLength: 1, maxLength: 60 })
      .map((text) => encodeURIComponent(text.toWellFormed())),
    fc.webSegment().map((text) => `x${text}`),
    fc.constantFrom(
      '%',
      '%ff',
      '%00',
      '%zz',
      '..%2f..',
      '%2e%2e%2f',
      "'--",
      'x'.repeat(3000),
      '%F0%9F%92%A9',
    ),
  )
  .filter((text) => !/^(\.|%2e){1,2}$/i.test(text));

const anyQuery = fc.oneof(
  fc.constantFrom('', '?', '?version=%ff', '?locale=%', '?version=%00&locale=fr', '?version=1&version=2'),
  fc.webQueryParameters().map((text) => `?${text}`),
);

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isPlausibleInstant, meaningOfAnswer } from '../../src/signature/answer-meaning.ts';
import type { HeardAnswer } from '../../src/signature/answer-meaning.ts';
import { problemPrefix } from '../../src/signature/index.ts';

const id = '1b4e28ba-2fa1-4d11-883f-0016d3cca427';
const recordDigest = `sha256:${'a'.repeat(64)}`;
const receipt = { id, receivedAt: '2026-11-23T12:00:00.000Z', recordDigest };

const json = (body: unknown) => ({ contentType: 'application/json', text: JSON.stringify(body) });
const page = { contentType: 'text/html; charset=utf-8', text: '<!doctype html><title>Connexion</title>' };
const problem = (name: string, members = {}) => ({
  contentType: 'application/problem+json',
  text: JSON.stringify({ type: `${problemPrefix}${name}`, ...members }),
});
const nothing = { contentType: '', text: '' };

/** The answer, and what it means: « recorded », « pending sign-in html ». */
const answers: readonly (readonly [
  name: string,
  status: number,
  answer: Partial<HeardAnswer>,
  meaning: string,
])[] = [
  ['a receipt', 201, json(receipt), 'recorded'],
  ['a receipt, again', 200, json(receipt), 'recorded'],
  ['the id alone', 200, json({ id }), 'recorded'],
  ['a receipt with more', 201, json({ ...receipt, register: 'DRH' }), 'recorded'],
  ['another JSON media type', 201, { ...json(receipt), contentType: 'Application/HAL+JSON;a=b' }, 'recorded'],
  ['201 without a body', 201, nothing, 'recorded'],
  ['202 without a body', 202, nothing, 'recorded'],
  ['204', 204, nothing, 'recorded'],
  ['201 that announces HTML and sends nothing', 201, { ...page, text: '' }, 'recorded'],

  ['200 without a body', 200, nothing, 'pending not-confirmed empty'],
  ['206 without a body', 206, nothing, 'pending not-confirmed empty'],
  ['a text', 200, { contentType: 'text/plain', text: 'OK' }, 'pending not-confirmed not-json'],
  ['a text without a type', 201, { contentType: '', text: 'OK' }, 'pending not-confirmed not-json'],
  ['an array', 200, json([]), 'pending not-confirmed not-an-object'],
  ['an array of receipts', 200, json([receipt]), 'pending not-confirmed not-an-object'],
  ['null', 200, json(null), 'pending not-confirmed not-an-object'],
  ['true', 200, json(true), 'pending not-confirmed not-an-object'],
  [
    'an error that calls itself a success',
    200,
    json({ success: false, code: 401 }),
    'pending not-confirmed no-id',
  ],
  ['another id', 201, json({ ...receipt, id: 'b' }), 'pending not-confirmed other-id'],
  ['an id that is a number', 201, json({ id: 5 }), 'pending not-confirmed other-id'],
  ['an id that is null', 201, json({ id: null }), 'pending not-confirmed other-id'],
  ['another digest', 201, json({ ...receipt, recordDigest: 'x' }), 'pending not-confirmed other-digest'],
  ['a digest and a date that are null', 201, json({ id, recordDigest: null, receivedAt: null }), 'recorded'],
  ['1999', 201, json({ id, receivedAt: '1999-01-01T00:00:00Z' }), 'pending not-confirmed no-instant'],
  ['a date that is none', 201, json({ id, receivedAt: 'hier' }), 'pending not-confirmed no-instant'],

  ['a login page', 200, page, 'pending sign-in html'],
  ['a login page, 201', 201, page, 'pending sign-in html'],
  [
    'a login page that says it is JSON',
    200,
    { ...page, contentType: 'application/json' },
    'pending sign-in html',
  ],
  ['a login page without a type', 200, { ...page, contentType: '' }, 'pending sign-in html'],
  [
    'a page that begins with a comment',
    200,
    { contentType: '', text: '<!-- v2 -->\n<HTML lang="fr">' },
    'pending sign-in html',
  ],
  ['a redirect', 302, page, 'pending sign-in redirect'],
  ['a redirect after the post', 303, nothing, 'pending sign-in redirect'],
  ['a permanent redirect', 308, json(receipt), 'pending sign-in redirect'],
  ['304', 304, nothing, 'pending sign-in redirect'],
  ['401 in HTML', 401, page, 'pending sign-in'],
  ['403 in HTML', 403, page, 'pending sign-in'],
  ['419', 419, page, 'pending sign-in'],
  ['440', 440, page, 'pending sign-in'],
  ['401 of the contract', 401, problem('sign-in-required'), 'pending sign-in'],
  ['401 with a refusing type', 401, problem('invalid-record'), 'pending sign-in'],
  ['somebody else’s', 403, problem('other-signer'), 'pending other-person'],

  ['nothing', 0, nothing, 'pending no-answer'],
  ['201 without headers', 201, { ...nothing, hasHeaders: false }, 'pending no-answer no-headers'],
  ['204 without headers', 204, { ...nothing, hasHeaders: false }, 'pending no-answer no-headers'],
  ['a body cut by the network', 201, { ...json(receipt), text: undefined }, 'pending no-answer cut'],
  ['a body that stops', 201, { ...json(receipt), text: '{"id"' }, 'pending no-answer cut'],
  ['408', 408, page, 'pending no-answer'],
  ['409 in-progress', 409, problem('in-progress'), 'pending no-answer'],
  ['425', 425, nothing, 'pending no-answer'],
  ['429', 429, problem('too-many-requests'), 'pending no-answer'],
  ['500', 500, page, 'pending no-answer'],
  ['503 with a refusing type', 503, problem('invalid-record'), 'pending no-answer'],
  ['599', 599, nothing, 'pending no-answer'],

  ['another version', 409, problem('charter-outdated'), 'outdated'],
  ['a refusal', 422, problem('invalid-record'), 'refused'],
  ['a refusal as plain JSON', 422, { ...problem('digest-mismatch'), contentType: 'text/json' }, 'refused'],
  ['a refusal with errors that are none', 422, problem('invalid-record', { errors: 'x' }), 'refused'],

  ['a page of a proxy', 400, page, 'pending not-accepted no-problem'],
  ['a page of a framework', 422, page, 'pending not-accepted no-problem'],
  ['404 in HTML', 404, page, 'pending not-accepted no-problem'],
  ['409 of another kind', 409, json({ type: 'about:blank' }), 'pending not-accepted no-problem'],
  [
    'a refusal that says it is text',
    422,
    { ...problem('invalid-record'), contentType: 'text/plain' },
    'pending not-accepted no-problem',
  ],
  ['a type that is an object', 422, json({ type: { a: 1 } }), 'pending not-accepted no-problem'],
  ['null as a problem', 422, json(null), 'pending not-accepted no-problem'],
  ['a refusal cut short', 422, { ...problem('invalid-record'), text: undefined }, 'pending no-answer cut'],
  ['401, cut short', 401, { ...page, text: undefined }, 'pending no-answer cut'],
  ['a refusal with another status', 400, problem('invalid-record'), 'pending not-accepted other-status'],
  ['an address that is not there', 404, problem('not-found'), 'pending not-accepted'],
  ['a method that is not taken', 405, problem('method-not-allowed'), 'pending not-accepted'],
];

describe('meaningOfAnswer', () => {
  for (const [name, status, answer, expected] of answers) {
    it(`${status}, ${name}: ${expected}`, () => {
      const heard = { status, hasHeaders: true, contentType: '', text: '', ...answer };
      const said = Object.values(meaningOfAnswer(heard, { id, recordDigest })).join(' ');
      assert.equal(said, expected);
    });
  }
});

describe('isPlausibleInstant', () => {
  const plausible = [
    '2026-11-23T12:00:00Z',
    '2026-11-23T12:00:00.123456+01:00',
    '2026-01-01T00:00:00Z',
    '2099-12-31T23:59:59Z',
  ];
  for (const text of plausible) it(`takes ${text}`, () => assert.equal(isPlausibleInstant(text), true));

  const others = [
    ...['', 'hier', '23/11/2026 12:00', '2026-11-23', '2026-11-23T12:00:00', '2026-11-23 12:00:00Z'],
    ...[
      '2026-13-23T12:00:00Z',
      '2026-11-23T25:00:00Z',
      '1999-01-01T00:00:00Z',
      '1970-01-01T00:00:00Z',
      '2025-12-31T23:59:59Z',
    ],
    ...['2100-01-01T00:00:00Z', 'Mon, 23 Nov 2026 12:00:00 GMT'],
    ...[null, undefined, 1_764_000_000, {}],
  ];
  for (const value of others)
    it(`does not take ${JSON.stringify(value)}`, () => assert.equal(isPlausibleInstant(value), false));
});

import { problem } from '../support/faulty-receiver.ts';
import type { Asked, Reply, Respond } from '../support/faulty-receiver.ts';
import { instead, whenRecorded, whenRefused, withBody } from './faults.ts';
import type { Fault } from './faults.ts';

const page = '<!doctype html>\n<html lang="fr"><title>Connexion</title><form method="post"></form></html>';
const html = { type: 'text/html; charset=utf-8', body: page };

/** Records, and answers something else. */
const answers = (reply: Partial<Reply>) => whenRecorded((good) => ({ ...good, ...reply }));

/** Answers that prove nothing about the record, one for each rule. */
const unproven: readonly Fault[] = [
  { name: 'answers a login page', make: answers({ status: 200, ...html }), rule: 'html' },
  { name: 'thanks in HTML', make: answers(html), rule: 'html' },
  {
    name: 'answers a login page that it calls JSON',
    make: answers({ status: 200, body: page }),
    rule: 'html',
  },
  { name: 'answers « OK »', make: answers({ type: 'text/plain', body: 'OK' }), rule: 'not-json' },
  { name: 'answers an empty 200', make: answers({ status: 200, body: undefined }), rule: 'empty' },
  { name: 'answers an array', make: answers({ body: [] }), rule: 'not-an-object' },
  {
    name: 'answers its receipt in an array',
    make: whenRecorded((reply) => ({ ...reply, body: [reply.body] })),
    rule: 'not-an-object',
  },
  {
    name: 'answers an error that it calls a success',
    make: answers({ status: 200, body: { success: false, code: 401 } }),
    rule: 'no-id',
  },
  {
    name: 'answers the number of its row as the id',
    make: whenRecorded((reply) => withBody(reply, { id: 42 })),
    rule: 'other-id',
  },
  {
    name: 'answers that it received in 1999',
    make: whenRecorded((reply) => withBody(reply, { receivedAt: '1999-12-31T23:59:59Z' })),
    rule: 'no-instant',
  },
  {
    name: 'answers an instant without its zone',
    make: whenRecorded((reply) => withBody(reply, { receivedAt: '2026-11-23T12:00:00' })),
    rule: 'no-instant',
  },
  {
    name: 'writes a warning of its language before the JSON',
    make: whenRecorded((reply) => ({
      ...reply,
      body: `<br />\n<b>Warning</b>: Undefined index ${JSON.stringify(reply.body)}`,
    })),
    rule: 'cut',
  },
  {
    name: 'hangs up within the body',
    make: whenRecorded(({ status }) => ({
      status,
      raw: `HTTP/1.1 ${status} OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"id":`,
    })),
    rule: 'cut',
  },
  {
    name: 'answers without any header',
    make: whenRecorded(({ status }) => ({ status, raw: `HTTP/1.1 ${status} OK\r\n\r\n` })),
    rule: 'no-headers',
  },
].map((fault) => ({ ...fault, found: ['accepted', 'declined', 'alive'] }));

const isDeclined = ({ body }: Asked): boolean => body.includes('"decision":"declined"');

const redirecting: readonly Fault[] = [
  {
    name: 'thanks on another page once it has recorded',
    make: whenRecorded((reply, asked) =>
      isDeclined(asked) ? { status: 303, headers: { Location: '/merci' } } : reply,
    ),
    found: ['declined', 'long-reason'],
    rule: 'redirect',
  },
  {
    name: 'redirects what it has already to its receipt',
    make: whenRecorded((reply, { path }) =>
      reply.status === 200 ? { status: 302, headers: { Location: `${path}/recu` } } : reply,
    ),
    found: ['replay'],
    rule: 'redirect',
  },
  {
    name: 'sends to its login page what is no record',
    make: whenRefused(() => ({ status: 302, headers: { Location: '/login' } })),
    found: ['broken-json', 'empty-object'],
    rule: 'redirect',
  },
];

const encodings: readonly Fault[] = [
  {
    name: 'answers in ISO-8859-1',
    make: whenRecorded((reply) => ({
      ...reply,
      type: 'application/json; charset=iso-8859-1',
      body: Buffer.from(JSON.stringify({ ...(reply.body as object), register: 'Enregistré' }), 'latin1'),
    })),
    found: ['accepted', 'declined'],
    rule: 'charset',
  },
  {
    name: 'announces ISO-8859-1, and writes letters that are the same in UTF-8',
    make: answers({ type: 'application/json; charset=iso-8859-1' }),
    found: [],
    remarked: ['accepted'],
    rule: 'charset',
  },
];

/** Members that would freeze whoever reads a problem without checking it. */
const malformed: readonly (readonly [what: string, members: object])[] = [
  ['errors that are a text', { errors: 'x' }],
  ['errors that are nothing', { errors: [null] }],
  ['errors that have a length', { errors: { length: 2 } }],
  ['errors without a pointer', { errors: [{ detail: 'x' }] }],
  ['a detail that is an object', { detail: { toString: 1 } }],
  ['a title that looks like a template', { title: { _$litType$: 1, strings: [''] } }],
  ['a type that is a list', { type: ['x'] }],
];

const refusals: readonly Fault[] = [
  ...malformed.map(([what, members]) => ({
    name: `refuses with ${what}`,
    make: whenRefused((reply) => withBody(reply, members)),
    found: ['broken-json', 'array', 'mismatch'],
    rule: 'problem-form',
  })),
  {
    name: 'refuses by an array of problems',
    make: whenRefused((reply) => ({ ...reply, body: [reply.body] })),
    found: ['broken-json', 'mismatch'],
    rule: 'problem-form',
  },
  {
    name: 'refuses by 400 what the contract refuses by 422',
    make: whenRefused((reply) =>
      reply.status === 422 ? { ...withBody(reply, { status: 400 }), status: 400 } : reply,
    ),
    found: ['array', 'empty-object', 'mismatch'],
    rule: 'other-status',
  },
  {
    name: 'refuses by problems of its own',
    make: whenRefused((reply) => withBody(reply, { type: 'https://ch.example/problems/validation' })),
    found: ['broken-json', 'array', 'mismatch'],
    rule: 'no-problem',
  },
  {
    name: 'refuses by problems of the contract that do not refuse',
    make: whenRefused(() => problem(403, 'forbidden')),
    found: ['broken-json', 'array', 'mismatch'],
    rule: 'not-refused',
  },
];

const session = { Cookie: 'session=abc', 'X-CSRF-Token': 'def' };
const isPost = ({ method }: Asked): boolean => method === 'POST';
const isAnonymous = (asked: Asked): boolean => isPost(asked) && asked.headers.cookie !== session.Cookie;
const isStale = (asked: Asked): boolean =>
  isPost(asked) && !isAnonymous(asked) && asked.headers['x-csrf-token'] !== session['X-CSRF-Token'];

const signedOut = (reply: Reply) => (good: Respond) =>
  instead((asked) => (isAnonymous(asked) ? reply : isStale(asked) ? problem(403, 'forbidden') : undefined))(
    good,
  );
const stale = (reply: Reply) => (good: Respond) =>
  instead((asked) => (isAnonymous(asked) ? { status: 401, ...html } : isStale(asked) ? reply : undefined))(
    good,
  );

/** A session that is over, or a token of a page that is: what the person sees depends on the answer. */
const sessions: readonly Fault[] = [
  {
    name: 'shows its login page to whoever has no session, as a success',
    make: signedOut({ status: 200, ...html }),
    found: ['anonymous'],
    rule: 'signed-out',
  },
  {
    name: 'tells whoever has no session by a code within a success',
    make: signedOut({ status: 200, body: { error: 'login_required' } }),
    found: ['anonymous'],
    rule: 'signed-out',
  },
  {
    name: 'refuses for good whoever has no session',
    make: signedOut(problem(422, 'invalid-record')),
    found: ['anonymous'],
    rule: 'signed-out',
  },
  {
    name: 'tells whoever has no session by a problem that is malformed',
    make: signedOut({
      status: 401,
      type: 'application/problem+json',
      body: { type: null, errors: [null] },
    }),
    found: ['anonymous'],
    rule: 'problem-form',
  },
  {
    name: 'redirects whoever has no session to its login page',
    make: signedOut({ status: 302, headers: { Location: '/login' } }),
    found: [],
    remarked: ['anonymous'],
    rule: 'redirect',
  },
  {
    name: 'takes a stale token for a success',
    make: stale({ status: 200, body: { success: false, code: 419 } }),
    found: ['stale-token'],
    rule: 'signed-out',
  },
  ...[400, 404, 419, 422, 440].map((status) => ({
    name: `answers ${status} in HTML to a stale token`,
    make: stale({ status, ...html }),
    found: [],
    remarked: ['stale-token'],
    rule: 'token-status',
  })),
].map((fault) => ({ ...fault, headers: session }));

/** Receivers that break what an answer must prove, one rule each. */
export const answerFaults: readonly Fault[] = [
  ...unproven,
  ...redirecting,
  ...encodings,
  ...refusals,
  ...sessions,
];

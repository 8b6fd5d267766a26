import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { ProblemError } from '../../receiver/domain/problem-error.ts';
import { StoreUnavailableError } from '../../receiver/domain/store.ts';
import { trustProxies } from '../../receiver/http/client-address.ts';
import { answerFailure } from '../../receiver/http/failures.ts';
import type { LogEntry } from '../../receiver/http/failures.ts';
import { problemHeaders, problemResponse, writeProblem } from '../../receiver/http/problem-response.ts';
import { createRequestOrigin } from '../../receiver/http/request-origin.ts';
import type { ReceiverOptions } from '../../receiver/options.ts';
import type { SignOn } from '../../receiver/sign-on/sign-on.ts';
import { problemPrefix } from '../../src/signature/index.ts';

describe('the answer that a problem is', () => {
  it('has its status and title, what is wrong and where, and is not kept', async () => {
    const errors = [{ pointer: '/id', detail: 'this is missing' }];
    const answer = problemResponse(
      new ProblemError('invalid-record', 'It is wrong.', {
        errors,
        members: { more: 1 },
        headers: { A: 'b' },
      }),
    );
    assert.equal(answer.status, 422);
    assert.deepEqual(await answer.json(), {
      type: `${problemPrefix}invalid-record`,
      title: 'The record does not follow the contract',
      status: 422,
      detail: 'It is wrong.',
      errors,
      more: 1,
    });
    assert.deepEqual(Object.fromEntries(answer.headers), {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      a: 'b',
    });
    assert.equal(
      'errors' in (await problemResponse(new ProblemError('internal', 'It failed.')).json()),
      false,
    );
  });

  it('says when to come back, where that is known', () => {
    assert.deepEqual(problemHeaders({ retryAfter: 0, headers: { A: 'b' } }), { A: 'b', 'Retry-After': '0' });
    assert.deepEqual(problemHeaders({}), {});
    assert.equal(writeProblem({ type: 'about:blank', status: 400 }).status, 400);
  });
});

describe('what a handler throws', () => {
  const log: LogEntry[] = [];
  const thrown = (error: Error) =>
    new Hono()
      .onError((problem, c) =>
        answerFailure(problem, c, {
          log: (entry) => void log.push(entry),
          page: (shown) => Promise.resolve(new Response(`page of ${shown.problem}`)),
        }),
      )
      .all('/api/:id', () => {
        throw error;
      });

  it('is answered as it is when it is a problem, and is not logged', async () => {
    log.length = 0;
    const answer = await thrown(new ProblemError('not-found', 'Nothing is here.')).request('/api/1');
    assert.equal(answer.status, 404);
    assert.deepEqual(log, []);
  });

  it('is answered with a page to a form', async () => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const app = thrown(new ProblemError('not-found', 'Nothing is here.'));
    assert.equal(
      await (await app.request('/api/1', { method: 'POST', headers })).text(),
      'page of not-found',
    );
  });

  it('is the receiver’s own fault when it is anything else, and is logged without what a person sent', async () => {
    log.length = 0;
    const error = Object.assign(new TypeError('Zoë', { cause: new RangeError('Lefèvre') }), { code: 'E1' });
    const answer = await thrown(error).request('/api/secret', { method: 'PUT' });
    assert.equal(answer.status, 500);
    const body = (await answer.json()) as { instance: string };
    const [entry] = log as [LogEntry & { stack: string[]; cause: Record<string, unknown> }];
    const { requestId, stack, cause, ...rest } = entry;
    assert.deepEqual(rest, {
      level: 'error',
      event: 'internal-error',
      method: 'PUT',
      route: '/api/:id',
      error: 'TypeError',
      code: 'E1',
    });
    assert.equal(body.instance, `urn:uuid:${String(requestId)}`);
    assert.ok(stack.length > 1 && stack.length <= 8);
    for (const frame of stack) assert.match(frame, /^at /);
    assert.equal(cause['error'], 'RangeError');
    assert.equal('code' in cause || 'cause' in cause, false);
    assert.doesNotMatch(JSON.stringify([entry, body]), /Zoë|Lefèvre|secret/);
  });

  it('is described also where its cause is no error, and its stack is not there', async () => {
    log.length = 0;
    const error = new Error('x', { cause: 'text' });
    delete error.stack;
    await thrown(error).request('/api/1');
    assert.deepEqual([log[0]!['cause'], log[0]!['stack']], [{ error: 'string' }, []]);
  });

  it('is to be sent again five seconds later when the database cannot be asked', async () => {
    log.length = 0;
    const answer = await thrown(
      new StoreUnavailableError('gone', { isLost: true, needsRepair: false }),
    ).request('/api/1');
    assert.equal(answer.status, 503);
    assert.equal(answer.headers.get('retry-after'), '5');
    assert.equal(log[0]!.event, 'database-unavailable');
    assert.equal(
      ((await answer.json()) as { instance: string }).instance,
      `urn:uuid:${String(log[0]!['requestId'])}`,
    );
  });
});

describe('where a request comes from', () => {
  const options = {
    trustedProxies: trustProxies(['10.0.0.1']),
    identityHeaders: { id: 'x-remote-user', name: 'x-remote-name', roles: 'x-groups' },
    roleRules: { groups: { reader: ['DRH'] }, separator: ',' },
    requireIdentity: false,
  };

  /** What is known of a request from an address. */
  async function originOf<T>(
    read: (origin: ReturnType<typeof createRequestOrigin>, c: Context) => T,
    headers: Record<string, string>,
    changed: Partial<ReceiverOptions> = {},
    address = '10.0.0.1',
  ): Promise<T | ProblemError> {
    const conninfo = () => ({ remote: { address } });
    const origin = createRequestOrigin({ ...options, conninfo, ...changed });
    let found: { value: T | ProblemError } | undefined;
    const app = new Hono()
      .onError((error) => {
        assert.ok(error instanceof ProblemError, String(error));
        found = { value: error };
        return new Response();
      })
      .get('/', (c) => {
        found = { value: read(origin, c) };
        return c.body(null);
      });
    await app.request('/', { headers });
    return found!.value;
  }

  it('tells the log once of a proxy that writes no address of the client, and never what a client wrote', async () => {
    const log: LogEntry[] = [];
    const conninfo = () => ({ remote: { address: '10.0.0.1' } });
    const origin = createRequestOrigin({ ...options, conninfo, log: (entry) => void log.push(entry) });
    const app = new Hono().get('/', (c) => c.text(origin.client(c)));
    const client = async (forwarded?: string) =>
      (
        await app.request('/', { headers: forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded } })
      ).text();
    for (const [forwarded, address] of [
      [undefined, '10.0.0.1'],
      ['', '10.0.0.1'],
      ['nonsense, 192.0.2.9', '192.0.2.9'],
    ] as const)
      assert.equal(await client(forwarded), address);
    assert.deepEqual(log, []);
    for (const forwarded of ['192.0.2.9, poste-12.hopital.example', 'unknown'])
      assert.equal(await client(forwarded), '10.0.0.1');
    assert.deepEqual(
      log.map(({ event, header }) => [event, header]),
      [['client-unreadable', 'x-forwarded-for']],
    );
    assert.doesNotMatch(JSON.stringify(log), /poste-12/);
  });

  it('is what a trusted proxy says of the client, and of nobody else', async () => {
    const headers = { 'X-Forwarded-For': '192.0.2.9' };
    const client = (address: string) => originOf((origin, c) => origin.client(c), headers, {}, address);
    assert.equal(await client('10.0.0.1'), '192.0.2.9');
    assert.equal(await client('10.0.0.2'), '10.0.0.2');
  });

  const hosts: [headers: Record<string, string>, trusted: string | undefined, others: string | undefined][] =
    [
      [{ Host: 'Inside.example' }, 'inside.example', 'inside.example'],
      [
        { Host: 'inside.example', 'X-Forwarded-Host': 'Outside.example' },
        'outside.example',
        'inside.example',
      ],
      [{ Host: 'inside', 'X-Forwarded-Host': 'outside.example , other' }, 'outside.example', 'inside'],
      [{ Host: 'inside:443', 'X-Forwarded-Host': 'outside.example:80' }, 'outside.example', 'inside'],
      [{ Host: 'inside:8443', 'X-Forwarded-Host': 'outside:4430' }, 'outside:4430', 'inside:8443'],
      [{}, undefined, undefined],
    ];
  for (const [headers, trusted, others] of hosts)
    it(`has the host ${trusted} or ${others} by ${JSON.stringify(headers)}`, async () => {
      const host = (address: string) => originOf((origin, c) => origin.host(c), headers, {}, address);
      assert.equal(await host('10.0.0.1'), trusted);
      assert.equal(await host('10.0.0.2'), others);
    });

  const alice = { 'X-Remote-User': 'alice', 'X-Remote-Name': 'Alice', 'X-Groups': 'DRH' };
  const identity = (
    headers: Record<string, string>,
    changed: Partial<ReceiverOptions> = {},
    address?: string,
  ) => originOf((origin, c) => origin.identity(c), headers, changed, address);

  it('has the identity that a trusted proxy sets', async () => {
    assert.deepEqual(await identity(alice), { id: 'alice', name: 'Alice', roles: ['reader'] });
    assert.deepEqual(await identity(alice, { roleRules: undefined }), { id: 'alice', name: 'Alice' });
    assert.equal(await identity(alice, {}, '10.0.0.2'), undefined);
    assert.equal(await identity({}), undefined);
  });

  it('is refused without an identity where one is required', async () => {
    const required = { requireIdentity: true };
    assert.deepEqual(await identity(alice, required), { id: 'alice', name: 'Alice', roles: ['reader'] });
    for (const refusal of [await identity({}, required), await identity(alice, required, '10.0.0.2')]) {
      assert.ok(refusal instanceof ProblemError);
      assert.equal(refusal.problem, 'sign-in-required');
      assert.equal(refusal.options.members, undefined);
    }
  });

  it('has the identity of its session, and no other, where people sign in here', async () => {
    const signOn = (session?: { identity: { id: string } }) =>
      ({
        publicURL: new URL('https://outside.example:8443/'),
        signInURL: '/auth/sign-in',
        sessionOf: () => session,
      }) as unknown as SignOn;
    const bob = { id: 'bob' };
    for (const requireIdentity of [false, true])
      assert.equal(await identity(alice, { signOn: signOn({ identity: bob }), requireIdentity }), bob);
    assert.equal(await identity(alice, { signOn: signOn() }), undefined);
    const refusal = await identity(alice, { signOn: signOn(), requireIdentity: true });
    assert.ok(refusal instanceof ProblemError);
    assert.equal(refusal.problem, 'sign-in-required');
    assert.deepEqual(refusal.options.members, { signIn: '/auth/sign-in' });
    const host = await originOf((origin, c) => origin.host(c), { Host: 'inside' }, { signOn: signOn() });
    assert.equal(host, 'outside.example:8443');
  });
});

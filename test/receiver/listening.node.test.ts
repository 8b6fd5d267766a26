import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { Hono } from 'hono';
import { ProblemError } from '../../receiver/domain/problem-error.ts';
import { trustProxies } from '../../receiver/http/client-address.ts';
import { listen } from '../../receiver/http/listen.ts';
import { createRequestOrigin } from '../../receiver/http/request-origin.ts';

describe('a receiver that listens', () => {
  const app = new Hono()
    .get('/', (c) => c.text(`served ${c.req.header('x-twice') ?? ''}`))
    .get('/identity', (c) => {
      const origin = createRequestOrigin({
        trustedProxies: trustProxies(['127.0.0.1']),
        identityHeaders: { id: 'x-remote-user', roles: 'x-groups' },
        requireIdentity: false,
      });
      return c.json(origin.identity(c) ?? {});
    })
    .onError((error) => new Response(error instanceof ProblemError ? error.problem : error.message));

  /** What is answered to lines that are written as they are, and the connection is closed. */
  async function exchange(address: string, ...lines: string[]): Promise<string> {
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname);
    socket.end([...lines, '', ''].join('\r\n'));
    return text(socket);
  }
  const serving = async (act: (address: string) => Promise<void>) => {
    const { address, drain } = await listen(app, { port: 0, host: '127.0.0.1' });
    await act(address).finally(drain);
  };
  const assertRefused = (answer: string) => {
    assert.match(answer, /^HTTP\/1\.1 400 Bad Request\r\n/);
    assert.match(answer, /\r\nContent-Type: application\/problem\+json\r\n/i);
    assert.match(answer, /\r\nConnection: close\r\n/i);
    const [body = ''] = /\{.*\}/.exec(answer) ?? [];
    const length = /\r\nContent-Length: (\d+)\r\n/i.exec(answer)?.[1];
    if (length !== undefined) assert.equal(Number(length), Buffer.byteLength(body));
    const problem = JSON.parse(body) as Record<string, unknown>;
    assert.deepEqual(
      [problem['type'], problem['status'], problem['title']],
      ['about:blank', 400, 'Bad Request'],
    );
    return String(problem['detail']);
  };

  it('has the address of its socket, which may be of IPv6', async () => {
    const four = await listen(app, { port: 0, host: '127.0.0.1' });
    assert.match(four.address, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.equal(await (await fetch(four.address)).text(), 'served ');
    await four.drain();
    const six = await listen(app, { port: 0, host: '::1' });
    assert.match(six.address, /^http:\/\/\[::1\]:\d+$/);
    assert.equal(await (await fetch(six.address)).text(), 'served ');
    await six.drain();
  });

  it('says which port it cannot have', () =>
    serving(async (address) => {
      const port = Number(new URL(address).port);
      await assert.rejects(listen(app, { port, host: '127.0.0.1' }), (error: Error) => {
        assert.ok(error.message.includes(`127.0.0.1, port ${port}: `), error.message);
        assert.equal((error.cause as NodeJS.ErrnoException).code, 'EADDRINUSE');
        return true;
      });
    }));

  it('refuses two lines of a header that means one thing, and takes them of others', () =>
    serving(async (address) => {
      const get = (...headers: string[]) =>
        exchange(address, 'GET / HTTP/1.1', 'Host: receiver.example', 'Connection: close', ...headers);
      for (const name of [
        'Host',
        'Content-Type',
        'Content-Encoding',
        'Idempotency-Key',
        'Authorization',
        'Origin',
      ])
        assert.match(
          assertRefused(await get(`${name}: a`, `${name}: a`)),
          new RegExp(`two lines of ${name.toLowerCase()}`),
        );
      for (const name of ['Referer', 'Sec-Fetch-Site', 'X-Forwarded-Host'])
        assertRefused(await get(`${name}: a`, `${name}: b`));
      assert.match(await get('X-Twice: a', 'X-Twice: b'), /served a, b/);
      assert.match(await get('Origin: a'), /^HTTP\/1\.1 200 /);
    }));

  it('refuses what is not HTTP, and an address or host that makes no URL', () =>
    serving(async (address) => {
      const refused = [
        await exchange(address, 'nonsense'),
        await exchange(address, 'GET / HTTP/1.1', 'Connection: close'),
        await exchange(address, 'GET / HTTP/1.1', 'Host: a b', 'Connection: close'),
        await exchange(address, 'GET / HTTP/1.1', 'Host: x', `A: ${'a'.repeat(20_000)}`),
      ];
      for (const answer of refused) assert.match(assertRefused(answer), /malformed/);
    }));

  it('believes no identity of two lines', () =>
    serving(async (address) => {
      const get = (...headers: string[]) =>
        exchange(
          address,
          'GET /identity HTTP/1.1',
          'Host: receiver.example',
          'Connection: close',
          ...headers,
        );
      assert.match(await get('X-Remote-User: alice'), /\{"id":"alice"\}/);
      assert.match(await get('X-Remote-User: alice', 'X-Remote-User: alice'), /x-remote-user is repeated/);
    }));

  it('drains: what is under way is answered, a connection that is kept alive is closed, and nothing new is taken', async () => {
    let answer: (() => void) | undefined;
    const started = Promise.withResolvers<undefined>();
    const slow = new Hono().get('/', async (c) => {
      started.resolve(undefined);
      await new Promise<void>((resolve) => (answer = resolve));
      return c.text('late');
    });
    const { address, drain } = await listen(slow, { port: 0, host: '127.0.0.1' });
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname);
    socket.write('GET / HTTP/1.1\r\nHost: receiver.example\r\n\r\n');
    await started.promise;
    const drained = drain();
    const refused = connect(Number(port), hostname);
    const [error] = (await once(refused, 'error')) as [NodeJS.ErrnoException];
    assert.equal(error.code, 'ECONNREFUSED');
    answer!();
    assert.match(await text(socket), /late/);
    await drained;
  });
});

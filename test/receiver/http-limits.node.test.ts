import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Hono } from 'hono';
import { ProblemError } from '../../receiver/domain/problem-error.ts';
import { networkOf, readClient, trustProxies } from '../../receiver/http/client-address.ts';
import { answerFailure } from '../../receiver/http/failures.ts';
import type { LogEntry } from '../../receiver/http/failures.ts';
import { parseJSON } from '../../receiver/http/json-body.ts';
import { RateLimit, costOf } from '../../receiver/http/rate-limit.ts';

describe('the proxies that are believed', () => {
  const ranges: [entry: string, inside: string, outside: string][] = [
    ['10.0.0.1', '10.0.0.1', '10.0.0.2'],
    ['10.0.0.1/32', '10.0.0.1', '10.0.0.2'],
    ['10.1.0.0/16', '10.1.2.3', '10.2.0.1'],
    ['::1', '::1', '::2'],
    ['2001:db8::/64', '2001:db8::7', '2001:db8:0:1::7'],
    ['2001:db8::7/128', '2001:db8::7', '2001:db8::8'],
    ['0.0.0.0/0', '192.0.2.1', '2001:db8::7'],
  ];
  for (const [entry, inside, outside] of ranges)
    it(`are ${inside} and not ${outside} by ${entry}`, () => {
      const proxies = trustProxies([entry]);
      assert.equal(proxies.includes(inside), true);
      for (const other of [outside, undefined, '', 'unknown']) assert.equal(proxies.includes(other), false);
    });

  for (const entry of [
    '',
    'proxy',
    '10.1',
    '10.0.0.0/33',
    '::/129',
    '10.0.0.0/8/8',
    '10.0.0.0/',
    '10.0.0.0/x',
    'x/8',
    '/8',
  ])
    it(`are not written as "${entry}"`, () => {
      assert.throws(
        () => trustProxies(['10.0.0.1', entry]),
        (error: Error) => error.message.startsWith(`"${entry}" is`),
      );
    });

  it('name a client with its port, and nothing that only looks like one', () => {
    const proxies = trustProxies(['10.0.0.1']);
    const client = (hop: string) => readClient('10.0.0.1', hop, proxies).address;
    assert.equal(client('192.0.2.9:5678'), '192.0.2.9');
    assert.equal(client('[2001:db8::7]:443'), '2001:db8::7');
    for (const hop of [
      'x192.0.2.9:5678',
      '192.0.2.9:5678x',
      'x[2001:db8::7]:443',
      '[2001:db8::7]:443x',
      '[2001:db8::7]x',
    ])
      assert.equal(client(hop), '10.0.0.1', hop);
  });

  it('say nothing of the network that a client is in', () => {
    assert.equal(networkOf('fe80::1%eth0'), 'fe80::/64');
    assert.equal(networkOf('192.0.2.1'), '192.0.2.1');
  });
});

describe('the price of a request', () => {
  it('is that of its body, whatever the method', () => {
    assert.equal(costOf('GET', '65536', 65_536), 16);
    assert.equal(costOf('HEAD', undefined, 65_536), 1);
    assert.equal(costOf('OPTIONS', undefined, 65_536), 16);
  });

  it('is taken by a clock of its own, and forgotten after a minute to the millisecond', () => {
    const limit = new RateLimit(1);
    assert.equal(limit.take('a'), 0);
    assert.ok(limit.take('a') > 0);
    let now = 0;
    const timed = new RateLimit(10, () => now);
    timed.take('a');
    now = 59_999;
    timed.take('b');
    assert.equal(timed.size, 2);
    now = 60_000;
    timed.take('b');
    assert.equal(timed.size, 1);
  });
});

describe('what is said of a body that is not JSON', () => {
  const refusal = (text: string) => {
    try {
      parseJSON(new TextEncoder().encode(text));
    } catch (error) {
      assert.ok(error instanceof ProblemError);
      return error.message;
    }
    return '';
  };

  it('is where its syntax is wrong, as far as that is known', () => {
    assert.match(
      refusal('{"name":"x",}'),
      /its syntax is wrong at line 1, column 13 \(PropertyNameExpected\)\./,
    );
    assert.match(refusal('x'), /its syntax is wrong at line 1, column 1 \(InvalidSymbol\)\./);
  });
});

describe('what is logged of an error', () => {
  it('is no line of its message', async () => {
    const log: LogEntry[] = [];
    const app = new Hono()
      .onError((error, c) =>
        answerFailure(error, c, { log: (entry) => void log.push(entry), page: () => Promise.reject(error) }),
      )
      .get('/', () => {
        throw new Error('Zoë is\n    at Claire’s, and Ali at Bob’s');
      });
    await app.request('/');
    assert.equal(log.length, 1);
    assert.doesNotMatch(JSON.stringify(log), /Zoë|Claire|Ali|Bob/);
  });
});

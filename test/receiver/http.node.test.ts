import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { networkOf, readClient, trustProxies } from '../../receiver/http/client-address.ts';
import { RateLimit, costOf, maxClients } from '../../receiver/http/rate-limit.ts';

describe('the address of a client', () => {
  const proxies = trustProxies(['10.0.0.1', '10.1.0.0/16', 'fd00::/8']);
  const cases: [remote: string | undefined, forwardedFor: string | undefined, client: string][] = [
    ['192.0.2.1', undefined, '192.0.2.1'],
    ['192.0.2.1', '192.0.2.9', '192.0.2.1'],
    ['10.0.0.1', '192.0.2.9', '192.0.2.9'],
    ['::ffff:10.0.0.1', '192.0.2.9', '192.0.2.9'],
    ['fd12::1', '2001:db8::7', '2001:db8::7'],
    ['10.0.0.1', 'spoofed, 203.0.113.5, 192.0.2.9', '192.0.2.9'],
    ['10.0.0.1', '203.0.113.5, 192.0.2.9, 10.1.2.3', '192.0.2.9'],
    ['10.0.0.1', '192.0.2.9:5678', '192.0.2.9'],
    ['10.0.0.1', '[2001:db8::7]:443', '2001:db8::7'],
    ['10.0.0.1', '[2001:db8::7]', '2001:db8::7'],
    ['10.0.0.1', '203.0.113.5:1, [::ffff:10.1.2.3]:2', '203.0.113.5'],
    ['10.0.0.1', '192.0.2.9:', '10.0.0.1'],
    ['10.0.0.1', undefined, '10.0.0.1'],
    ['10.0.0.1', 'nonsense', '10.0.0.1'],
    ['10.0.0.2', '192.0.2.9', '10.0.0.2'],
    [undefined, '192.0.2.9', 'unknown'],
  ];
  for (const [remote, forwardedFor, client] of cases) {
    it(`is ${client} for ${remote} forwarding for ${forwardedFor}`, () => {
      assert.equal(readClient(remote, forwardedFor, proxies).address, client);
    });
  }
});

describe('the rate limit', () => {
  it('takes a burst, refuses the rest, and fills again over a minute', () => {
    let now = 0;
    const limit = new RateLimit(60, () => now);
    for (let count = 0; count < 60; count++) assert.equal(limit.take('a'), 0);
    assert.equal(limit.take('a'), 1);
    assert.equal(limit.take('b'), 0);
    now += 999;
    assert.equal(limit.take('a'), 1);
    now += 2;
    assert.equal(limit.take('a'), 0);
    assert.equal(limit.take('a'), 1);
    now += 60_000;
    for (let count = 0; count < 60; count++) assert.equal(limit.take('a'), 0);
    assert.equal(limit.take('a'), 1);
  });

  it('asks more tokens for a larger body, and the most for one that hides its size', () => {
    const cost = (length: string | undefined, method = 'POST') => costOf(method, length, 64 * 1024);
    assert.deepEqual(
      ['0', '1', '4096', '4097', '65536', '9999999', 'x', undefined].map((length) => cost(length)),
      [1, 1, 1, 2, 16, 16, 16, 16],
    );
    assert.equal(cost(undefined, 'GET'), 1);
  });

  it('takes as many tokens as a request costs, and never more than a bucket holds', () => {
    let now = 0;
    const limit = new RateLimit(60, () => now);
    for (let count = 0; count < 3; count++) assert.equal(limit.take('a', 16), 0);
    assert.equal(limit.take('a', 16), 4);
    // What was refused cost nothing.
    assert.equal(limit.take('a', 12), 0);
    assert.equal(limit.take('b', 1000), 0);
    assert.equal(limit.take('b'), 1);
    now += 60_000;
    assert.equal(limit.take('b', 1000), 0);
  });

  it('forgets clients that have been silent for a minute', () => {
    let now = 0;
    const limit = new RateLimit(10, () => now);
    for (let client = 0; client < 1000; client++) limit.take(String(client));
    assert.equal(limit.size, 1000);
    now += 60_001;
    limit.take('one');
    assert.equal(limit.size, 1);
  });

  it('remembers so many clients and no more, and the ones that keep asking', () => {
    let now = 0;
    const limit = new RateLimit(1, () => now);
    assert.equal(limit.take('insistent'), 0);
    for (let client = 0; client < 3 * maxClients; client++) {
      now += 0.1;
      limit.take(String(client));
      if (client % 1000 === 0) assert.ok(limit.take('insistent') > 0);
    }
    assert.equal(limit.size, maxClients);
  });

  it('takes the addresses of an IPv6 network for one client, as one machine has them all', () => {
    assert.equal(networkOf('192.0.2.1'), '192.0.2.1');
    assert.equal(networkOf('unknown'), 'unknown');
    assert.equal(networkOf('2001:db8:1:2:3:4:5:6'), networkOf('2001:db8:1:2::9'));
    assert.equal(networkOf('2001:db8::1'), networkOf('2001:DB8:0:0:ffff::'));
    assert.notEqual(networkOf('2001:db8:1:2::9'), networkOf('2001:db8:1:3::9'));
    assert.notEqual(networkOf('2001:db8::1:2:3:4:5'), networkOf('2001:db8::2:2:3:4:5'));
    assert.equal(networkOf('fe80::1%eth0'), networkOf('fe80::2%eth0'));
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clientAddress, trustProxies } from '../../demo/receiver/http/client-address.ts';
import { RateLimit } from '../../demo/receiver/http/rate-limit.ts';

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
    ['10.0.0.1', undefined, '10.0.0.1'],
    ['10.0.0.1', 'nonsense', '10.0.0.1'],
    ['10.0.0.2', '192.0.2.9', '10.0.0.2'],
    [undefined, '192.0.2.9', 'unknown'],
  ];
  for (const [remote, forwardedFor, client] of cases) {
    it(`is ${client} for ${remote} forwarding for ${forwardedFor}`, () => {
      assert.equal(clientAddress(remote, forwardedFor, proxies), client);
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

  it('forgets clients that have been silent for a minute', () => {
    let now = 0;
    const limit = new RateLimit(10, () => now);
    for (let client = 0; client < 1000; client++) limit.take(String(client));
    assert.equal(limit.size, 1000);
    now += 60_001;
    limit.take('one');
    assert.equal(limit.size, 1);
  });
});

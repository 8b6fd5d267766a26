import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runForwarded } from './forwarded.ts';
import { runHostile } from './hostile.ts';
import { faultSeed, faultTimeout } from './run-settings.ts';

const requests = 2000;
/** Bytes: a few hundred for each request are what V8 compiles and pools. */
const mostGrowth = 3 * 2 ** 20;

describe(`${requests} hostile requests (FAULT_SEED=${faultSeed})`, { timeout: faultTimeout }, () => {
  it('make no 5xx and no row, and take no memory', { timeout: faultTimeout }, async (test) => {
    const result = await runHostile({ requests, seed: faultSeed, log: (line) => test.diagnostic(line) });
    assert.deepEqual(result.faults, []);
    assert.equal(result.rows, 0);
    assert.ok(result.growth < mostGrowth, `${result.growth} bytes more in use`);
    assert.ok(Object.keys(result.kinds).length > 40, JSON.stringify(result.kinds));
  });
});

describe('2000 clients behind the trusted proxy', () => {
  it('are limited each by itself, in bounded memory', async (test) => {
    const result = await runForwarded({ clients: 2000, log: (line) => test.diagnostic(line) });
    assert.ok(result.isStillLimited);
    assert.ok(result.growth < mostGrowth, `${result.growth} bytes more in use`);
  });
});

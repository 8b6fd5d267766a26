import assert from 'node:assert/strict';
import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { describe, it } from 'node:test';
import { inTime } from '../../src/internal/in-time.ts';

const never = new Promise<string>(() => undefined);

describe('what may take too long', () => {
  it('resolves or rejects as what was waited for does', async () => {
    assert.equal(await inTime(Promise.resolve('done'), 1000, 'late'), 'done');
    await assert.rejects(inTime(Promise.reject(new RangeError('broken')), 1000, 'late'), RangeError);
  });

  it('rejects once the time is over, and not before', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const said: string[] = [];
    const rejected = inTime(never, 1000, 'the database does not answer').catch((cause: unknown) => {
      said.push((cause as Error).message);
    });
    for (let elapsed = 0; elapsed < 999; elapsed++) t.mock.timers.tick(1);
    await Promise.resolve();
    assert.deepEqual(said, []);
    t.mock.timers.tick(1);
    await rejected;
    assert.deepEqual(said, ['the database does not answer']);
  });

  it('leaves no timer behind', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
    const before = timers();
    const answer = inTime(new Promise(setImmediate), 60_000, 'late');
    assert.equal(timers(), before + 1);
    await answer;
    assert.equal(timers(), before);
  });

  it('does not take a page that was frozen for an answer that does not come', async () => {
    const { port1, port2 } = new MessageChannel();
    const answer = inTime(
      once(port1, 'message').then(() => 'answered'),
      200,
      'late',
    );
    // The answer is there when the page wakes up, and so is the end of the time.
    port2.postMessage('');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
    assert.equal(await answer, 'answered');
    port1.close();
  });
});

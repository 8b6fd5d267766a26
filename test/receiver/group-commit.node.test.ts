import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GroupCommit } from '../../receiver/store/group-commit.ts';
import { DatabaseUnavailableError } from '../../receiver/store/sql-client.ts';

/** A store whose commits the test ends. */
function createStore(limits: { maxItems?: number; maxSize?: number; maxGroups?: number } = {}) {
  const commits: { items: readonly string[]; end: () => void; fail: (error: Error) => void }[] = [];
  let arrived = Promise.withResolvers<undefined>();
  const groups = new GroupCommit<string>({
    addAll(items) {
      const { promise, resolve, reject } = Promise.withResolvers<boolean[]>();
      commits.push({ items, end: () => resolve(items.map((item) => item !== 'there')), fail: reject });
      arrived.resolve(undefined);
      arrived = Promise.withResolvers();
      return promise;
    },
    sizeOf: (item) => item.length,
    maxItems: 3,
    maxSize: 1000,
    maxGroups: 1,
    ...limits,
  });
  const nextCommit = async () => {
    while (commits.length === 0) await arrived.promise;
    return commits.shift()!;
  };
  return { groups, commits, nextCommit };
}

const databaseError = (code: string) => Object.assign(new Error('refused'), { code, severity: 'ERROR' });
const lost = () => new DatabaseUnavailableError('lost');

describe('a group commit', () => {
  it('commits together what came while another commit was under way, in its order and up to its limits', async () => {
    const { groups, commits, nextCommit } = createStore();
    const first = groups.add('a');
    const { items, end } = await nextCommit();
    assert.deepEqual(items, ['a']);
    const others = ['b', 'there', 'c', 'd'].map((item) => groups.add(item));
    await new Promise(setImmediate);
    assert.equal(commits.length, 0);
    end();
    assert.equal(await first, true);
    const second = await nextCommit();
    assert.deepEqual(second.items, ['b', 'there', 'c']);
    second.end();
    const third = await nextCommit();
    assert.deepEqual(third.items, ['d']);
    third.end();
    assert.deepEqual(await Promise.all(others), [true, false, true, true]);
  });

  it('acknowledges nothing before its commit has ended', async () => {
    const { groups, nextCommit } = createStore();
    let isAcknowledged = false;
    const adding = groups.add('a').then(() => (isAcknowledged = true));
    const { end } = await nextCommit();
    await new Promise(setImmediate);
    assert.equal(isAcknowledged, false);
    end();
    await adding;
  });

  it('has so many groups under way, none larger than the limit unless it is one item', async () => {
    const { groups, commits, nextCommit } = createStore({ maxSize: 10, maxGroups: 2 });
    const adding = ['x'.repeat(20), '12345', '67890', '1'].map((item) => groups.add(item));
    const one = await nextCommit();
    assert.equal(one.items.length, 1);
    const two = await nextCommit();
    assert.deepEqual(two.items, ['12345', '67890']);
    await new Promise(setImmediate);
    assert.equal(commits.length, 0);
    one.end();
    const three = await nextCommit();
    assert.deepEqual(three.items, ['1']);
    two.end();
    three.end();
    assert.deepEqual(await Promise.all(adding), [true, true, true, true]);
  });

  it('refuses an item at fault, and not those beside it', async () => {
    const { groups, nextCommit } = createStore();
    const adding = ['a', 'bad', 'c'].map((item) => groups.add(item));
    const settled = Promise.allSettled(adding);
    (await nextCommit()).fail(databaseError('22021'));
    for (const item of ['a', 'bad', 'c']) {
      const { items, end, fail } = await nextCommit();
      assert.deepEqual(items, [item]);
      if (item === 'bad') fail(databaseError('22021'));
      else end();
    }
    assert.deepEqual(
      (await settled).map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
  });

  it('tries again one by one what another transaction was in the way of', async () => {
    const { groups, nextCommit } = createStore();
    const adding = Promise.all(['a', 'b'].map((item) => groups.add(item)));
    const deadlock = new DatabaseUnavailableError('deadlock', { cause: databaseError('40P01') });
    (await nextCommit()).fail(deadlock);
    (await nextCommit()).end();
    (await nextCommit()).end();
    assert.deepEqual(await adding, [true, true]);
  });

  it('refuses all that wait for a database that is lost, and asks it again for what comes after', async () => {
    const { groups, commits, nextCommit } = createStore();
    const settled = Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map((item) => groups.add(item)));
    (await nextCommit()).fail(lost());
    for (const result of await settled) {
      assert.equal(result.status, 'rejected');
      assert.ok(result.reason instanceof DatabaseUnavailableError);
    }
    assert.equal(commits.length, 0);
    const adding = groups.add('f');
    (await nextCommit()).end();
    assert.equal(await adding, true);
  });

  it('refuses the rest when the database is lost while items are tried one by one', async () => {
    const { groups, commits, nextCommit } = createStore();
    const settled = Promise.allSettled(['a', 'b', 'c'].map((item) => groups.add(item)));
    (await nextCommit()).fail(databaseError('22021'));
    (await nextCommit()).end();
    (await nextCommit()).fail(lost());
    assert.deepEqual(
      (await settled).map(({ status }) => status),
      ['fulfilled', 'rejected', 'rejected'],
    );
    assert.equal(commits.length, 0);
  });
});

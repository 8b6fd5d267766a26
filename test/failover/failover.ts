import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { Acknowledgements } from '../faults/acknowledgements.ts';
import { requireExactCounts } from '../faults/place.ts';
import { randomFor } from '../faults/random.ts';
import { endProcesses } from '../receiver/support/server-process.ts';
import { request } from '../receiver/support/requests.ts';
import { startCluster } from './cluster.ts';
import type { Mortal } from './cluster.ts';
import type { Roles } from './elections.ts';
import { Crowd } from './people.ts';
import type { Answers } from './people.ts';
import { findFreePorts } from './ports.ts';
import { KeptReceiver } from './receivers.ts';
import type { PatroniSettings } from './settings.ts';

export interface FailoverOptions {
  /** How many times the primary is killed. */
  readonly kills: number;
  /** Decides the moments of the kills, which receivers die, and what people do. */
  readonly seed: number;
  readonly settings: PatroniSettings;
  readonly log: (line: string) => void;
}

export interface FailoverResult {
  readonly seed: number;
  readonly settings: PatroniSettings;
  /** Times the primary was killed, and its standby took over: all of it, PostgreSQL alone, and Patroni alone. */
  readonly kills: number;
  readonly killsOfPostgreSQL: number;
  readonly killsOfPatroni: number;
  /** Kills before which the network between the two had stalled: what the primary had committed alone is lost with it. */
  readonly isolations: number;
  readonly receivers: number;
  readonly receiverKills: number;
  /** Starts of a receiver that ended because there was no primary. */
  readonly refusedStarts: number;
  readonly people: number;
  readonly acknowledged: number;
  /** Acknowledged records that are not there word for word, or whose receipt does not verify. */
  readonly lost: number;
  /** Rows beyond one for each record, and rows of records that nobody has sent. */
  readonly doubled: number;
  /** The same on the standby of the end. */
  readonly lostOnStandby: number;
  readonly doubledOnStandby: number;
  readonly answers: Answers;
  /** For each kill of the primary, the longest time in which nobody was acknowledged anything, in seconds. */
  readonly outages: readonly number[];
  /** From the first attempt until the acknowledgement, in seconds; and how many records waited for a second at most. */
  readonly waits: { readonly withinOneSecond: number; readonly median: number; readonly longest: number };
  readonly seconds: number;
}

const people = 48;

const moments = {
  before: 'shortly before',
  with: 'at the same time',
  after: 'while there was no primary',
} as const;

const hasStandby = ({ standby }: Roles) => standby !== undefined;
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
const inSeconds = (milliseconds: number) => Math.round(milliseconds) / 1000;

/** What of the primary is killed, one after the other: now and then PostgreSQL alone, or Patroni alone. */
function* planOf(kills: number): Iterable<Mortal> {
  for (let count = 1; count <= kills; count++) {
    yield 'machine';
    if (count % 10 === 0) yield* ['postgresql', 'patroni'] as const;
  }
}

const names: Readonly<Record<Mortal, string>> = {
  machine: 'was killed',
  postgresql: 'lost its PostgreSQL',
  patroni: 'lost its Patroni',
};

/** What happens around a kill of the primary. */
const disaster = fc.noBias(
  fc.record({
    /** Whether the network between the two stalls first. */
    isIsolated: fc.boolean(),
    /** Milliseconds since then, or since something was recorded. */
    delay: fc.integer({ min: 0, max: 1_500 }),
    /** Which receiver dies too, and when. */
    receiver: fc.integer({ min: 0, max: 1 }),
    moment: fc.constantFrom('never', 'before', 'with', 'after'),
  }),
);

/**
 * Kills the primary of a PostgreSQL pair with SIGKILL, again and again, while people sign at two receivers that are killed
 * as well; each time its standby takes over, and what was killed comes back as the standby. In the end compares what was
 * acknowledged with what is there, on both.
 *
 * @throws Error when a standby does not take over, a receiver ends by itself or answers a valid record otherwise than that
 *   it is recorded or may be sent again, or people are counted who are not there.
 */
export async function runFailover({ kills, seed, settings, log }: FailoverOptions): Promise<FailoverResult> {
  const began = performance.now();
  const cluster = await startCluster(settings);
  const { elections, databaseURL } = cluster;
  const dataFolder = await mkdtemp(join(tmpdir(), 'charter-failover-keys-'));
  try {
    const ports = await findFreePorts(2);
    const receivers = ports.map((port) => new KeptReceiver({ dataFolder, databaseURL }, port));
    await Promise.all(receivers.map((receiver) => receiver.ready()));
    const acknowledgements = new Acknowledgements();
    const addresses = receivers.map(({ address }) => address);
    const crowd = new Crowd({ addresses, acknowledgements, people, random: randomFor(seed, 'people') });
    const faults = [crowd.signing, ...receivers.map(({ kept }) => kept)] as Promise<never>[];
    const unlessFault = <T>(event: Promise<T>) => Promise.race([event, ...faults]);

    const outages: number[] = [];
    let isolations = 0;
    const plan = [...planOf(kills)];
    const disasters = fc.sample(disaster, { seed, numRuns: plan.length });
    for (const [index, what] of plan.entries()) {
      const { isIsolated, delay, receiver, moment } = disasters[index]!;
      const { primary } = elections.roles;
      const node = cluster.nodes.find(({ name }) => name === primary)!;
      const dying = receivers[receiver]!;
      crowd.isInARush = true;
      if (moment === 'before') await unlessFault(dying.kill());
      await unlessFault(acknowledgements.next());
      if (isIsolated) {
        node.isolate();
        isolations += 1;
      }
      await unlessFault(wait(delay));
      const killedAt = performance.now();
      await unlessFault(Promise.all([node.kill(what), ...(moment === 'with' ? [dying.kill()] : [])]));
      crowd.isInARush = false;
      if (moment === 'after') await unlessFault(dying.kill());
      const hasTakenOver = (roles: Roles) => roles.primary !== undefined && roles.primary !== primary;
      await unlessFault(elections.until('another primary', hasTakenOver, 90_000));
      node.start();
      await unlessFault(acknowledgements.next());
      outages.push(Math.round(crowd.longestSilence(killedAt) / 100) / 10);
      await unlessFault(elections.until('a standby', hasStandby, 180_000));
      log(
        `${String(outages.length).padStart(3)}  ${primary} ${names[what]}, ${elections.roles.primary} took over: ` +
          (isIsolated ? 'the network between them had stalled, ' : '') +
          `${outages.at(-1)} s without an acknowledgement, ${acknowledgements.acknowledged} until now` +
          (moment === 'never' ? '' : `; a receiver was killed ${moments[moment]}`),
      );
    }
    await unlessFault(Promise.all(receivers.map((receiver) => receiver.ready())));
    await unlessFault(crowd.finish());

    const [first, second] = addresses as [string, string];
    const unread = await acknowledgements.readBack(first);
    const keysOf = async (address: string) => (await request(address, '/.well-known/jwks.json')).body;
    assert.deepEqual(await keysOf(first), await keysOf(second));
    await Promise.all(receivers.map((receiver) => receiver.stop()));

    const place = { dataFolder, databaseURL };
    const onPrimary = await acknowledgements.compareRows(place);
    await requireExactCounts(place);
    await cluster.waitForStandby();
    const standby = cluster.nodes.find(({ name }) => name === elections.roles.standby)!;
    const onStandby = await acknowledgements.compareRows({ dataFolder, databaseURL: standby.databaseURL });
    const faultsFound = [
      ...unread,
      ...[onPrimary, onStandby].flatMap((found) => Object.values(found).flat()),
    ];
    for (const fault of faultsFound) log(`  ${fault}`);

    const waits = crowd.experience.waits.sort((a, b) => a - b);
    return {
      seed,
      settings,
      kills,
      killsOfPostgreSQL: plan.filter((what) => what === 'postgresql').length,
      killsOfPatroni: plan.filter((what) => what === 'patroni').length,
      isolations,
      receivers: receivers.length,
      receiverKills: sumOf(receivers.map((receiver) => receiver.kills)),
      refusedStarts: sumOf(receivers.map((receiver) => receiver.refusedStarts)),
      people,
      acknowledged: acknowledgements.acknowledged,
      lost: new Set([...unread.map((line) => line.slice(0, 36)), ...onPrimary.lost]).size,
      doubled: onPrimary.doubled.length + onPrimary.unexpected.length,
      lostOnStandby: onStandby.lost.length,
      doubledOnStandby: onStandby.doubled.length + onStandby.unexpected.length,
      answers: crowd.experience.answers,
      outages,
      waits: {
        withinOneSecond: waits.filter((time) => time <= 1_000).length,
        median: inSeconds(waits[waits.length >> 1] ?? 0),
        longest: inSeconds(waits.at(-1) ?? 0),
      },
      seconds: Math.round((performance.now() - began) / 1000),
    };
  } catch (cause) {
    throw new Error(`${(cause as Error).message}\n${await cluster.readLogs()}`, { cause });
  } finally {
    endProcesses();
    await cluster.remove();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

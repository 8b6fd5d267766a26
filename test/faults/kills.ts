import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { createRecord, englishGuide, guide, visits } from '../receiver/support/records.ts';
import { endProcesses, launchProcess } from '../receiver/support/server-process.ts';
import type { LaunchedProcess } from '../receiver/support/server-process.ts';
import { Acknowledgements } from './acknowledgements.ts';
import { createPlace, requireExactCounts } from './place.ts';
import type { Store } from './place.ts';

export interface KillsOptions {
  readonly store: Store;
  /** How many times the receiver is killed. */
  readonly kills: number;
  /** Decides the moments of the kills. */
  readonly seed: number;
  /** Takes a table of the result. */
  readonly log: (line: string) => void;
}

export interface KillsResult {
  readonly store: Store;
  readonly seed: number;
  readonly kills: number;
  /** Kills that came before the receiver was ready. */
  readonly duringStart: number;
  readonly acknowledged: number;
  /** Records that a kill left without an answer, and that were sent again under the same id. */
  readonly unanswered: number;
  /** Those of them that had been recorded, and were known again. */
  readonly replays: number;
  /** Acknowledged records that are not there word for word, or whose receipt does not verify. */
  readonly lost: number;
  /** Rows beyond one for each record. */
  readonly doubled: number;
  readonly seconds: number;
}

/** When the receiver is killed: so many milliseconds after it was started, is ready, or has recorded something. */
const moment = fc.noBias(
  fc
    .oneof(
      { weight: 1, arbitrary: fc.constant(['start', 800] as const) },
      { weight: 1, arbitrary: fc.constant(['ready', 100] as const) },
      { weight: 3, arbitrary: fc.constant(['recorded', 400] as const) },
    )
    .chain(([since, max]) => fc.record({ since: fc.constant(since), delay: fc.integer({ min: 0, max }) })),
);

const clients = 6;

/**
 * Kills a receiver with SIGKILL at random moments while clients post without pause, starts it again on the same data
 * each time, and compares in the end what was acknowledged with what is there. The first start is on an empty place.
 *
 * @throws Error when the receiver does not start again, answers something else than that it recorded, or has people
 *   counted who are not there.
 */
export async function runKills({ store, kills, seed, log }: KillsOptions): Promise<KillsResult> {
  const began = performance.now();
  const place = await createPlace(store);
  const acknowledgements = new Acknowledgements();
  const current = new CurrentAddress();
  // A client that was answered wrongly ends the run at once.
  const posting = Promise.all(
    Array.from({ length: clients }, () => postWithoutPause(current, acknowledgements)),
  );
  posting.catch(() => undefined);
  const unlessFault = <T>(event: Promise<T>) => Promise.race([event, posting as Promise<never>]);
  try {
    let duringStart = 0;
    for (const { since, delay } of fc.sample(moment, { seed, numRuns: kills })) {
      const receiver = launchProcess(place);
      const isReady = current.follow(receiver);
      if (since !== 'start') await unlessFault(receiver.address);
      if (since === 'recorded') await unlessFault(acknowledgements.next());
      await unlessFault(wait(delay));
      if (!isReady()) duringStart += 1;
      current.forget();
      await receiver.end('SIGKILL');
    }
    const last = launchProcess(place);
    current.finish();
    current.follow(last);
    const address = await last.address;
    await posting;
    const unread = await acknowledgements.readBack(address);
    await last.end('SIGTERM');
    const { lost, doubled, unexpected } = await acknowledgements.compareRows(place);
    await requireExactCounts(place);
    const result: KillsResult = {
      store,
      seed,
      kills,
      duringStart,
      acknowledged: acknowledgements.acknowledged,
      unanswered: acknowledgements.unanswered,
      replays: acknowledgements.replays,
      lost: new Set([...unread.map((line) => line.slice(0, 36)), ...lost]).size,
      doubled: doubled.length + unexpected.length,
      seconds: Math.round((performance.now() - began) / 1000),
    };
    for (const [name, value] of Object.entries(result)) log(`${name.padEnd(14)}${value}`);
    for (const fault of [...unread, ...lost, ...doubled, ...unexpected]) log(`  ${fault}`);
    return result;
  } finally {
    endProcesses();
    await place.remove();
  }
}

/** Where the receiver listens that is running now, for clients that outlive it. */
class CurrentAddress {
  #next = Promise.withResolvers<string>();
  #isKnown = false;
  #receiver: LaunchedProcess | undefined;
  isFinished = false;

  /** Gives the address of a receiver to those who wait for one, once it is ready; answers whether it is. */
  follow(receiver: LaunchedProcess): () => boolean {
    this.#receiver = receiver;
    receiver.address.then(
      (address) => {
        if (this.#receiver !== receiver) return;
        this.#isKnown = true;
        this.#next.resolve(address);
      },
      () => undefined,
    );
    return () => this.#isKnown;
  }

  /** The receiver is about to die: whoever asks from now on waits for the next one. */
  forget(): void {
    if (this.#isKnown) this.#next = Promise.withResolvers();
    this.#isKnown = false;
    this.#receiver = undefined;
  }

  get(): Promise<string> {
    return this.#next.promise;
  }

  /** No receiver dies any more: clients stop once all they sent is answered. */
  finish(): void {
    this.isFinished = true;
  }
}

/** One record after the other; one that was not answered is sent again, as the outbox does. */
async function postWithoutPause(current: CurrentAddress, acknowledgements: Acknowledgements): Promise<void> {
  for (let count = 0; !current.isFinished; count++) {
    const record = createRecord([guide, englishGuide, visits][count % 3], {
      signer: { name: `Zoë Lefèvre ${count}`, department: 'Cardiologie' },
      ...(count % 5 === 4 && { reason: 'Je préfère en parler d’abord.' }),
    });
    for (;;) {
      const answer = await acknowledgements.post(await current.get(), record);
      if (answer?.status === 200 || answer?.status === 201) break;
      if (answer) throw new Error(`A valid record was answered ${answer.status}: ${answer.text}`);
    }
  }
}

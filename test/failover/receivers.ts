import { setTimeout as wait } from 'node:timers/promises';
import type { Place } from '../receiver/support/server-process.ts';
import { launchProcess } from '../receiver/support/server-process.ts';
import type { LaunchedProcess } from '../receiver/support/server-process.ts';

/** Milliseconds before what ended is started again, as `RestartSec=1` has it in a unit of systemd. */
const restartDelay = 1_000;

/**
 * A receiver that is started again whenever it ends, as a service manager does, at the same address. One that is started
 * while there is no primary ends at once and says so: it is the service manager that tries again.
 */
export class KeptReceiver {
  readonly address: string;
  readonly #place: Place;
  readonly #port: number;
  #current: LaunchedProcess | undefined;
  #isStopped = false;
  readonly #kept: Promise<void>;
  #ready = Promise.withResolvers<undefined>();
  /** Times it was killed. */
  kills = 0;
  /** Starts that ended because the database could not be asked. */
  refusedStarts = 0;

  constructor(place: Place, port: number) {
    this.#place = place;
    this.#port = port;
    this.address = `http://127.0.0.1:${port}`;
    this.#kept = this.#keep();
    this.#kept.catch(() => undefined);
  }

  /** Rejects when the receiver ends although nobody has ended it. */
  get kept(): Promise<void> {
    return this.#kept;
  }

  /** Waits until it answers. */
  ready(): Promise<undefined> {
    return this.#ready.promise;
  }

  async kill(): Promise<void> {
    if (!this.#current) return;
    this.kills += 1;
    await this.#current.end('SIGKILL');
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#current?.end('SIGTERM');
    await this.#kept;
  }

  async #keep(): Promise<void> {
    while (await this.#run()) await wait(restartDelay);
  }

  /** Runs it until it ends; answers whether it is to be started again. */
  async #run(): Promise<boolean> {
    const killed = this.kills;
    const receiver = launchProcess(this.#place, { PORT: String(this.#port) });
    this.#current = receiver;
    const isReady = await receiver.address.then(
      () => true,
      () => false,
    );
    if (isReady) this.#ready.resolve(undefined);
    const code = await receiver.ended;
    if (isReady) this.#ready = Promise.withResolvers();
    this.#current = undefined;
    if (this.#isStopped) return false;
    if (this.kills > killed) return true;
    if (isReady) throw new Error(`A receiver ended by itself (${code}): ${receiver.errors.at(-1)}`);
    this.refusedStarts += 1;
    return true;
  }
}

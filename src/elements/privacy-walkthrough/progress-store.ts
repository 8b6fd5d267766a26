import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readStored, writeStored } from '../../behaviors/page-storage.ts';
import type { Persistence } from '../../behaviors/page-storage.ts';
import { readProgress } from '../../networks/progress.ts';
import type { Progress, StepOutcome } from '../../networks/progress.ts';
import type { Step } from '../../networks/networks.ts';

/** Names the element, never the person: on a shared workstation the key itself can be read by all. */
const key = 'privacy-walkthrough';

/** The outcomes of a person and the place where they are kept, if anywhere. */
export class ProgressStore implements ReactiveController {
  progress: Progress = Object.freeze({});
  /** The person asked this device to remember, where the page leaves them the choice. */
  isRemembered = false;

  readonly #host: ReactiveControllerHost;
  #persist: Persistence = 'none';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('storage', this.#follow);
  }

  hostDisconnected(): void {
    removeEventListener('storage', this.#follow);
  }

  /** Moves to another place: what it holds joins what was answered meanwhile. */
  use(persist: Persistence): void {
    this.#persist = persist;
    this.isRemembered = persist === 'none' && readStored('local', key) !== undefined;
    const answered = this.progress;
    this.#set({ ...this.#read(), ...answered });
    if (Object.keys(answered).length > 0) this.#write();
  }

  /** Remembers on this device, or forgets there. Returns whether the browser agreed. */
  remember(on: boolean): boolean {
    this.isRemembered = on;
    if (!on) writeStored('local', key, undefined);
    else this.isRemembered = this.#write();
    this.#host.requestUpdate();
    return this.isRemembered === on;
  }

  record({ id, revision }: Step, outcome: StepOutcome): void {
    // Another walkthrough of the page may have stored answers since.
    this.#set({ ...this.#read(), ...this.progress, [id]: { outcome, revision } });
    this.#write();
  }

  /** Forgets everything, in every place that a setting of the page may have used before. */
  clear(): void {
    writeStored('session', key, undefined);
    writeStored('local', key, undefined);
    this.isRemembered = false;
    this.#set({});
  }

  get #place(): Persistence {
    return this.isRemembered ? 'local' : this.#persist;
  }

  // Without it, an answer given in another tab would be lost at the next one given here, and an erasure undone.
  #follow = (event: StorageEvent): void => {
    if (this.#place !== 'local' || (event.key !== null && !event.key.endsWith(`:${key}`))) return;
    const stored = this.#read();
    this.isRemembered &&= stored !== undefined;
    this.#set(stored ?? {});
  };

  #set(progress: Progress): void {
    this.progress = Object.freeze(progress);
    this.#host.requestUpdate();
  }

  #read(): Progress | undefined {
    const stored = readStored(this.#place, key);
    return stored === undefined ? undefined : readProgress(stored);
  }

  #write(): boolean {
    return writeStored(this.#place, key, this.progress);
  }
}

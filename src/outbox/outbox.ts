import type { SignatureRecord } from '../signature/record.ts';
import { noAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { backoff } from './backoff.ts';
import type { OutboxLock } from './lock.ts';
import { longestWait } from './longest-wait.ts';
import type { OutboxEntry, OutboxStorage } from './storage.ts';

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  setTimeout(callback: () => void, milliseconds: number): unknown;
  clearTimeout(handle: unknown): void;
}

const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds),
  clearTimeout: (handle) => clearTimeout(handle as number),
};

export interface OutboxOptions {
  readonly endpoint: string;
  /** Makes one attempt to send a record. It must not throw; when it does, that counts as no answer. */
  readonly transport: (entry: OutboxEntry) => Promise<Answer>;
  /** Whether a record may be sent by who is here now; another person's waits for them. */
  readonly isSendable?: (entry: OutboxEntry) => boolean;
  readonly storage: OutboxStorage;
  readonly lock: OutboxLock;
  readonly clock?: Clock | undefined;
  readonly random?: () => number;
  /** Tells other tabs what became of a record. */
  readonly channel?: Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'close'> | undefined;
}

export interface OutboxState {
  /** Records that the endpoint has not accepted, oldest first. */
  readonly entries: readonly OutboxEntry[];
  /** Whether they survive the page. */
  readonly isDurable: boolean;
}

export interface OutboxNews {
  readonly entry: OutboxEntry;
  readonly answer: Answer;
  /** The answer came to another tab. The record of an encrypted entry stays in the tab that has it. */
  readonly isFromElsewhere: boolean;
}

/** What tabs tell each other. */
interface Message {
  readonly endpoint: string;
  /** The record that something became of; earlier versions do not say. */
  readonly id?: string;
  readonly news?: Omit<OutboxNews, 'isFromElsewhere'> | undefined;
}

export interface Outbox {
  getState(): OutboxState;
  /** Calls back after every change, with the answer when one came. Returns the function that stops it. */
  subscribe(listener: (news?: OutboxNews) => void): () => void;
  /** Reads what the device holds. */
  load(): Promise<void>;
  /** Stores a record. It resolves once it is kept; only then may it be sent, by `flush`. */
  add(record: SignatureRecord): Promise<void>;
  /**
   * Sends what is due, one record at a time, one tab at a time.
   *
   * @param options.now - Also what is not due yet or waits for the person to sign in; a `Retry-After` still counts.
   */
  flush(options?: { now?: boolean }): Promise<void>;
  /** Forgets a record. */
  remove(id: string): Promise<void>;
  /** Stops sending; what is stored stays. */
  close(): void;
}

/** Keeps signature records until the endpoint has accepted them. */
export function createOutbox(options: OutboxOptions): Outbox {
  const { endpoint, transport, storage, lock, channel } = options;
  const { isSendable = () => true, clock = systemClock, random = Math.random } = options;
  const listeners = new Set<(news?: OutboxNews) => void>();
  let entries = new Map<string, OutboxEntry>();
  /** The same, oldest first, once somebody has asked since the last change. */
  let sorted: readonly OutboxEntry[] | undefined;
  let isLoaded = false;
  const removed = new Set<string>();
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let isNextForced = false;
  let timer: unknown;
  let isClosed = false;
  let isChannelOpen = true;

  const emit = (news?: OutboxNews): void => {
    for (const listen of listeners) listen(news);
  };

  /** Tells other tabs: of an answer, or only that the records are not the same any more. */
  const tell = (id: string, news?: Message['news']): void => {
    const isSealed = news?.entry.sealed !== undefined;
    const shared = isSealed ? { ...news, entry: { ...news.entry, record: undefined } } : news;
    if (isChannelOpen) channel?.postMessage({ endpoint, id, news: shared } satisfies Message);
  };

  const load = async (): Promise<void> => {
    const listed = await storage.list(endpoint);
    entries = new Map(listed.map((entry) => [entry.id, entry]));
    sorted = listed;
    isLoaded = true;
  };

  const forget = (id: string): void => {
    entries.delete(id);
    sorted = undefined;
  };

  /** Reads one record again: with thousands of them, all of them each time would take minutes. */
  const reload = async (id: string): Promise<void> => {
    if (!isLoaded || !storage.get) return load();
    const entry = await storage.get(id);
    if (entry?.endpoint === endpoint) entries.set(id, entry);
    else entries.delete(id);
    sorted = undefined;
  };

  const inOrder = (): readonly OutboxEntry[] =>
    (sorted ??= [...entries.values()].sort((a, b) => a.addedAt - b.addedAt));

  /** Milliseconds until then; none when it is further than any wait: the device's clock was put back meanwhile. */
  const waitUntil = (time: number): number => {
    const wait = time - clock.now();
    return wait > longestWait ? 0 : Math.max(wait, 0);
  };

  const isDue = (entry: OutboxEntry, force: boolean): boolean => {
    if (isClosed || !isSendable(entry) || waitUntil(entry.notBefore ?? 0) > 0) return false;
    if (entry.hold !== undefined) return force && entry.hold === 'sign-in';
    return force || waitUntil(entry.nextTryAt) === 0;
  };

  const schedule = (): void => {
    if (timer !== undefined) clock.clearTimeout(timer);
    timer = undefined;
    const waits = inOrder()
      .filter((entry) => entry.hold === undefined && isSendable(entry))
      .map(({ nextTryAt }) => waitUntil(nextTryAt));
    if (isClosed || waits.length === 0) return;
    const wait = waits.reduce((shortest, other) => Math.min(shortest, other));
    timer = clock.setTimeout(() => void flush(), wait);
  };

  const settle = async (entry: OutboxEntry, answer: Answer): Promise<OutboxEntry> => {
    const attempts = entry.attempts + 1;
    if (answer.kind === 'recorded' || answer.kind === 'withdrawn') {
      await storage.delete(entry.id);
      forget(entry.id);
      return entry;
    }
    const { problem } = answer;
    const tried = { ...entry, attempts, problem, hold: undefined, notBefore: undefined };
    let next: OutboxEntry;
    if (answer.kind === 'retry') {
      const wait = Math.max(backoff(attempts, random), answer.retryAfter ?? 0);
      const notBefore = answer.retryAfter === undefined ? undefined : clock.now() + answer.retryAfter;
      next = { ...tried, nextTryAt: clock.now() + wait, notBefore };
    } else {
      next = { ...tried, hold: answer.kind };
    }
    await storage.put(next);
    await reload(next.id);
    return next;
  };

  const attempt = async (entry: OutboxEntry): Promise<void> => {
    let answer: Answer;
    try {
      answer = await transport(entry);
    } catch (error) {
      answer = noAnswer(String(error));
    }
    if (removed.has(entry.id) && answer.kind !== 'recorded') return;
    const settled = await settle(entry, answer);
    tell(entry.id, { entry: settled, answer });
    emit({ entry: settled, answer, isFromElsewhere: false });
  };

  const sendDue = async (force: boolean): Promise<void> => {
    const before = entries;
    await load();
    // Another tab may have sent some, and not lived to tell.
    if ([...before.keys()].some((id) => !entries.has(id))) emit();
    // Each record is tried once a pass, in the order of signing.
    for (const { id } of inOrder()) {
      const known = entries.get(id);
      if (!known || !isDue(known, force)) continue;
      // Another tab may have sent or removed it meanwhile.
      await reload(id);
      const entry = entries.get(id);
      if (!entry) emit();
      else if (isDue(entry, force)) await attempt(entry);
    }
  };

  const pass = (): Promise<void> => {
    const force = isNextForced;
    isNextForced = false;
    next = undefined;
    running = lock
      .run(endpoint, () => sendDue(force))
      .finally(() => {
        running = undefined;
        schedule();
      });
    return running;
  };

  const flush = ({ now: force = false } = {}): Promise<void> => {
    isNextForced ||= force;
    if (!running && !next) return pass();
    // Whoever asks during a pass may have come after it had tried: they share the next one.
    next ??= running!.then(pass, pass);
    return next;
  };

  channel?.addEventListener('message', (({ data }: MessageEvent<Message>) => {
    if (data.endpoint !== endpoint) return;
    void (data.id === undefined ? load() : reload(data.id)).then(() => {
      schedule();
      emit(data.news && { ...data.news, isFromElsewhere: true });
    });
  }) as EventListener);

  return {
    getState: () => ({ entries: inOrder(), isDurable: storage.isDurable }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    load: async () => {
      await load();
      schedule();
      emit();
    },
    add: async (record) => {
      removed.delete(record.id);
      await storage.put({
        id: record.id,
        endpoint,
        record,
        addedAt: clock.now(),
        attempts: 0,
        nextTryAt: clock.now(),
      });
      await reload(record.id);
      tell(record.id);
      emit();
    },
    flush,
    remove: async (id) => {
      removed.add(id);
      await storage.delete(id);
      forget(id);
      schedule();
      tell(id);
      emit();
    },
    close: () => {
      isClosed = true;
      schedule();
      listeners.clear();
      // The answer to an attempt under way is still told to other tabs.
      const closeChannel = (): void => {
        isChannelOpen = false;
        channel?.close();
      };
      if (running) void running.then(closeChannel, closeChannel);
      else closeChannel();
    },
  };
}

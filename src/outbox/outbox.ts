import { systemClock } from '../internal/clock.ts';
import { currentAnswer, noAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { entryVersion } from './entry.ts';
import type { OutboxEntry } from './entry.ts';
import { entryAfter, isAutomatic, isOld, isSlow, waitUntil } from './entry-times.ts';
import { readMessage, tellableAnswer } from './message.ts';
import type { Message } from './message.ts';
import type { FlushOptions, Outbox, OutboxNews, OutboxOptions } from './outbox-types.ts';
import { inOrder } from './storage.ts';

/** Keeps signature records until the endpoint has accepted them. */
export function createOutbox(options: OutboxOptions): Outbox {
  const { endpoint, transport, storage, lock, channel } = options;
  const { isSendable = () => true, clock = systemClock, random = Math.random } = options;
  const listeners = new Set<(news?: OutboxNews) => void>();
  let entries = new Map<string, OutboxEntry>();
  /** The same, oldest first, once somebody has asked since the last change. */
  let sorted: readonly OutboxEntry[] | undefined;
  let isLoaded = false;
  /** What entries were when they were last read here, until it is told what became of them: they are nowhere else. */
  const gone = new Map<string, OutboxEntry>();
  /** What is over, by what was done here or told by another tab: a device may fail to let go of it, and hand it out again. */
  const over = new Set<string>();
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  /** What the next pass sends beside what is due. */
  let force: 'nothing' | 'awake' | 'all' = 'nothing';
  /** Records that a person has said to send. */
  const insisted = new Set<string>();
  let timer: unknown;
  let isClosed = false;
  let isChannelOpen = true;

  const emit = (news?: OutboxNews): void => {
    for (const listen of listeners) listen(news);
  };

  /** Tells other tabs: of an answer, or only that the records are not the same any more. Never what a record says. */
  const tell = (id: string, answer?: Answer): void => {
    if (isChannelOpen)
      channel?.postMessage({ endpoint, id, answer: answer && tellableAnswer(answer) } satisfies Message);
  };

  const load = async (): Promise<void> => {
    const before = entries;
    sorted = (await storage.list(endpoint)).filter(({ id }) => !over.has(id));
    entries = new Map(sorted.map((entry) => [entry.id, entry]));
    // Another tab may be about to tell what became of them.
    for (const [id, entry] of before) if (!entries.has(id)) gone.set(id, entry);
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
    const before = entries.get(id);
    if (entry?.endpoint === endpoint && !over.has(id)) entries.set(id, entry);
    else if (before) {
      entries.delete(id);
      gone.set(id, before);
    }
    sorted = undefined;
  };

  const listed = (): readonly OutboxEntry[] => (sorted ??= inOrder(entries.values()));

  const isWaiting = (entry: OutboxEntry): boolean => isSendable(entry) && isAutomatic(entry, clock.now());

  const isDue = (entry: OutboxEntry, forced: typeof force): boolean => {
    const now = clock.now();
    if (isClosed || !isSendable(entry) || waitUntil(entry.notBefore ?? 0, now) > 0) return false;
    if (insisted.has(entry.id)) return true;
    if ((entry.state ?? 'pending') !== 'pending' || isOld(entry, now)) return false;
    if (forced === 'all') return true;
    const { reason = 'no-answer' } = entry;
    if (forced === 'awake' && !isSlow(reason)) return true;
    return isAutomatic(entry, now) && waitUntil(entry.nextTryAt, now) === 0;
  };

  const schedule = (): void => {
    if (timer !== undefined) clock.clearTimeout(timer);
    timer = undefined;
    const waits = listed()
      .filter(isWaiting)
      .map(({ nextTryAt }) => waitUntil(nextTryAt, clock.now()));
    if (isClosed || waits.length === 0) return;
    const wait = waits.reduce((shortest, other) => Math.min(shortest, other));
    // A storage that fails now may answer at the next pass, which is scheduled whatever comes of this one.
    timer = clock.setTimeout(() => void flush().catch(() => undefined), wait);
  };

  /** Keeps what an answer means. It resolves with the entry, and with whether the device still has it. */
  const settle = async (
    entry: OutboxEntry,
    answer: Answer,
  ): Promise<{ entry: OutboxEntry; isKept: boolean }> => {
    insisted.delete(entry.id);
    if (answer.kind === 'recorded' || answer.kind === 'withdrawn') {
      await storage.delete(entry.id);
      forget(entry.id);
      return { entry, isKept: false };
    }
    const next = entryAfter(entry, answer, clock.now(), random);
    const isKept = storage.update ? await storage.update(next) : await storage.put(next).then(() => true);
    await reload(next.id);
    return { entry: next, isKept };
  };

  const attempt = async (before: OutboxEntry): Promise<void> => {
    let answer: Answer;
    try {
      answer = currentAnswer(await transport(before));
    } catch (error) {
      answer = noAnswer(String(error));
    }
    if (over.has(before.id) && answer.kind !== 'recorded') return;
    const { entry, isKept } = await settle(before, answer);
    // One that left the device meanwhile was sent by another tab, which tells what came of it, or is asked for again.
    if (answer.kind === 'pending' && !isKept) {
      emit();
      return;
    }
    tell(entry.id, answer);
    emit({ entry, answer, isFromElsewhere: false });
  };

  const sendDue = async (forced: typeof force): Promise<void> => {
    const before = entries;
    await load();
    // Another tab may have sent some, and not lived to tell.
    if ([...before.keys()].some((id) => !entries.has(id))) emit();
    // Each record is tried once a pass, in the order of signing.
    for (const { id } of listed()) {
      const known = entries.get(id);
      if (!known || !isDue(known, forced)) continue;
      // Another tab may have sent or removed it meanwhile.
      await reload(id);
      const entry = entries.get(id);
      if (!entry) emit();
      else if (isDue(entry, forced)) await attempt(entry);
    }
  };

  const pass = (): Promise<void> => {
    const forced = force;
    force = 'nothing';
    next = undefined;
    running = lock
      .run(endpoint, () => sendDue(forced))
      .finally(() => {
        running = undefined;
        schedule();
      });
    return running;
  };

  const flush = ({ now = false, isAwake = false }: FlushOptions = {}): Promise<void> => {
    if (now) force = 'all';
    else if (isAwake && force === 'nothing') force = 'awake';
    if (!running && !next) return pass();
    // Whoever asks during a pass may have come after it had tried: they share the next one.
    next ??= running!.then(pass, pass);
    return next;
  };

  const handleMessage = ({ data }: MessageEvent<unknown>): void => {
    const message = readMessage(data);
    if (message?.endpoint !== endpoint) return;
    const { id, answer } = message;
    if (answer?.kind === 'recorded' || answer?.kind === 'withdrawn') over.add(id);
    void reload(id).then(() => {
      schedule();
      const entry = entries.get(id) ?? gone.get(id);
      // News may be read when more has happened: that it was added, or waits, after it was sent. What came of it follows.
      if (answer && answer.kind !== 'pending') gone.delete(id);
      emit(entry && answer && { entry, answer, isFromElsewhere: true });
    });
  };
  channel?.addEventListener('message', handleMessage as EventListener);

  return {
    getState: () => ({ entries: listed(), isDurable: storage.isDurable }),
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
      over.delete(record.id);
      const now = clock.now();
      const entry: OutboxEntry = {
        version: entryVersion,
        id: record.id,
        endpoint,
        record,
        addedAt: now,
        attempts: 0,
        nextTryAt: now,
        state: 'pending',
        reason: 'no-answer',
      };
      await storage.put(entry);
      await reload(record.id);
      tell(record.id);
      emit();
    },
    send: async (entry) => {
      insisted.add(entry.id);
      over.delete(entry.id);
      if (entry.endpoint !== endpoint) {
        await storage.put({
          ...entry,
          endpoint,
          state: 'pending',
          reason: 'no-answer',
          notBefore: undefined,
        });
        await reload(entry.id);
        emit();
      }
      await flush();
    },
    flush,
    remove: async (id) => {
      over.add(id);
      const entry = entries.get(id);
      const answer: Answer = { kind: 'withdrawn' };
      await storage.delete(id);
      forget(id);
      schedule();
      // Whoever shows it must not take it for lost and send it again.
      tell(id, answer);
      emit(entry && { entry, answer, isFromElsewhere: false });
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

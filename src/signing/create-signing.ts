import type { Answer } from '../outbox/answer.ts';
import type { OutboxEntry } from '../outbox/entry.ts';
import { isOld } from '../outbox/entry-times.ts';
import { systemClock } from '../internal/clock.ts';
import { createOutbox } from '../outbox/outbox.ts';
import type { OutboxNews } from '../outbox/outbox-types.ts';
import { problemPrefix } from '../signature/problem.ts';
import type { SignatureRecord } from '../signature/record.ts';
import { isOfSigner } from './client.ts';
import type { SigningClient } from './client.ts';
import { createAnnouncer } from './announcer.ts';
import { factOf } from './facts.ts';
import { createKnownSignatures } from './known-signatures.ts';
import { createScreens } from './screens.ts';
import { stateOf } from './signature-state.ts';
import type { Keeping, SignatureState } from './signature-state.ts';
import type { Signing, SigningOptions } from './signing-types.ts';

/** How long the news of another tab may take to arrive, on a device that is busy. Milliseconds. */
const newsDelay = 5_000;
/** How long a review waits for what can also be loaded later. Milliseconds. */
const longestPreparation = 5_000;
/** What keeping a record and reading its answer may take beside the time that an answer is waited for. Milliseconds. */
const margin = 250;

export function createSigning(options: SigningOptions): Signing {
  const {
    endpoint,
    isShared = false,
    transport,
    storage,
    clock = systemClock,
    warn = () => undefined,
  } = options;
  const known = createKnownSignatures(clock);
  const trying = new Set<string>();
  /** Entries of other addresses. */
  let elsewhere: readonly OutboxEntry[] = [];
  let isClosed = false;

  /** How long a signature may be under way, in milliseconds. */
  const limitOf = ({ options: { timeout } }: SigningClient): number => timeout + margin;

  const attempt = async (entry: OutboxEntry): Promise<Answer> => {
    const client = screens.speakerFor(entry)!;
    trying.add(entry.id);
    update();
    try {
      const answer = await transport(entry, client);
      if (answer.kind === 'pending' && answer.breach)
        warn(`${endpoint || 'the page'} ${answer.breach}. The signature is kept, and not called signed.`);
      return answer;
    } finally {
      trying.delete(entry.id);
    }
  };

  const outbox = createOutbox({
    endpoint,
    transport: attempt,
    isSendable: (entry) => {
      const client = screens.speakerFor(entry);
      return client !== undefined && isOfSigner(entry, client.options.signer);
    },
    storage,
    lock: options.lock,
    channel: options.channel,
    clock,
    ...(options.random && { random: options.random }),
  });

  const announcer = createAnnouncer({
    clock,
    clients: () => screens.clients,
    shows: (client, id) => screens.shows(client, id),
    unsentCount: (client) => mine(client).length,
    announceElsewhere: options.announceElsewhere ?? (() => undefined),
  });

  const entryOf = (id: string): OutboxEntry | undefined =>
    outbox.getState().entries.find((entry) => entry.id === id);

  const keepingOf = (entry: OutboxEntry | undefined): Keeping => {
    if (entry?.sealed) return 'encrypted';
    return entry && outbox.getState().isDurable && !isShared ? 'device' : 'page';
  };

  const signatureOf = (id: string | undefined): SignatureState => {
    const signature = known.get(id);
    if (!signature) return { name: 'drafting' };
    const { record, answer, sender } = signature;
    // One that left the device tells why in a moment, or is asked for again: until then nothing new is known.
    signature.lastEntry = entryOf(record.id) ?? signature.lastEntry;
    const entry = signature.lastEntry;
    return stateOf(record, {
      entry,
      answer,
      isSending: sender !== undefined,
      isTrying: trying.has(record.id),
      keeping: keepingOf(entry),
    });
  };

  /** Entries of the same text and of who is here. */
  const mine = (client: SigningClient): OutboxEntry[] =>
    outbox.getState().entries.filter((entry) => isMine(entry, client));

  const isMine = (entry: OutboxEntry, client: SigningClient): boolean => {
    const { id, version } = (entry.record ?? entry.sealed!).charter;
    const isSameText = client.charter?.id === id && client.charter.version === version;
    return isSameText && isOfSigner(entry, client.options.signer);
  };

  /** What has waited too long is listed instead, with the question what becomes of it. */
  const isShowable = (entry: OutboxEntry): boolean =>
    !isOld(entry, clock.now()) &&
    // Pages without an endpoint share a place on the device: what one of them could not send is not the other's.
    (endpoint !== '' || entry.state !== 'refused');

  const screens = createScreens({
    known,
    isShared,
    isRecent: ({ signedAt = -Infinity }, client) => clock.now() - signedAt <= limitOf(client),
    untold: () => announcer.waiting,
    kept: (client) => mine(client).filter(isShowable),
  });

  const update = (): void => {
    for (const client of screens.clients) {
      const { length } = mine(client);
      const screen = screens.of(client)!;
      if (length !== screen.unsentCount && client.isHere) {
        screen.unsentCount = length;
        client.announceUnsent(length);
      }
      client.update();
    }
  };

  /** The tab that sent the record ended before it told: the endpoint answers a replay with the same receipt. */
  const askAgain = async (record: SignatureRecord): Promise<void> => {
    if (isClosed || entryOf(record.id) || known.get(record.id)?.answer) return;
    await outbox.add(record);
    await outbox.flush({ now: true });
  };

  const handleNews = ({ entry, answer, isFromElsewhere }: OutboxNews): void => {
    const { id } = entry;
    const record = entry.record ?? known.get(id)?.record;
    if (record) known.settle(record, answer);
    if (answer.kind === 'withdrawn') screens.hide(id);
    // One that has just learnt its text, and has not looked yet, shows what it is about to announce.
    const signedHere = known.get(id)?.signedAt === undefined ? undefined : record;
    for (const client of screens.here) screens.takeUp(client, signedHere);
    known.endSending(id);
    // Nothing is known here of what an earlier person left encrypted.
    const fact = record && factOf(record, answer, entry);
    if (fact && !isFromElsewhere) announcer.announce(fact);
  };

  outbox.subscribe((news) => {
    if (news) handleNews(news);
    else
      for (const { record, sender, answer } of screens.shown)
        if (!sender && !answer && !entryOf(record.id))
          clock.setTimeout(() => void quietly(askAgain(record)), newsDelay);
    for (const client of screens.clients) screens.leaveForeign(client);
    update();
  });

  const quietly = (act: Promise<unknown>): Promise<unknown> =>
    act.catch((error: unknown) => warn(`what waits to be sent could not be read: ${String(error)}`));

  const readElsewhere = async (): Promise<void> => {
    elsewhere = ((await storage.listAll?.()) ?? []).filter((entry) => entry.endpoint !== endpoint);
  };

  const read = async (): Promise<void> => {
    await outbox.load();
    if (!endpoint)
      for (const { id, state } of outbox.getState().entries) if (state === 'refused') await outbox.remove(id);
    await readElsewhere();
  };

  const flush = (flushOptions: Parameters<typeof outbox.flush>[0]): Promise<unknown> =>
    quietly(outbox.flush(flushOptions));

  const ready = quietly(read()).then(() => {
    for (const client of screens.clients) screens.takeUp(client);
    update();
  });

  const refresh = (client: SigningClient): void => {
    if (!isClosed) screens.takeUp(client);
    announcer.deliver();
    update();
  };

  const sign = async (record: SignatureRecord, client: SigningClient): Promise<void> => {
    const { id } = record;
    const signature = known.begin(record, client, limitOf(client), () => {
      announcer.announce({ name: 'pending', record, reason: 'no-answer', nextTryAt: undefined });
      screens.leaveForeign(client);
      update();
    });
    const screen = screens.of(client);
    if (screen) screen.shown = id;
    update();
    try {
      await outbox.add(record);
      signature.isStarting = false;
      await flush({ now: true });
    } catch (error) {
      signature.isStarting = false;
      const problem = { type: `${problemPrefix}not-kept`, status: 0, detail: String(error) };
      known.settle(record, { kind: 'refused', problem });
      announcer.announce({ name: 'refused', record, problem });
    }
    known.endSending(id);
    update();
  };

  return {
    ready,
    getState: (client) => {
      const { entries, isDurable } = outbox.getState();
      const shown = screens.of(client)?.shown;
      const waiting = entries.filter(({ id }) => id !== shown && !known.get(id)?.sender);
      return {
        signature: signatureOf(shown),
        unsent: waiting.filter((entry) => isMine(entry, client)),
        others: isShared ? [] : [...waiting.filter((entry) => !isMine(entry, client)), ...elsewhere],
        isDurable,
      };
    },
    subscribe: (client) => {
      const isFirst = screens.here.length === 0;
      screens.open(client);
      // A page that begins anew has a fresh session and fresh tokens.
      if (isFirst) void ready.then(() => outbox.getState().entries.length > 0 && flush({ now: true }));
      refresh(client);
      return () => {
        screens.close(client);
      };
    },
    prepare: async (client) => {
      let timer: unknown;
      const end = new Promise<void>((resolve) => {
        timer = clock.setTimeout(resolve, longestPreparation);
      });
      // What an earlier visit left is known before anybody signs again; keys can also be loaded later.
      await Promise.all([ready, Promise.race([options.loadKeys?.(client), end])]);
      clock.clearTimeout(timer);
    },
    sign,
    retry: async (_client, entry) => {
      if (entry) await quietly(outbox.send(entry).then(readElsewhere));
      else if (outbox.getState().entries.length > 0) await flush({ now: true });
      update();
    },
    wake: () => {
      if (screens.here.length > 0 && outbox.getState().entries.length > 0) void flush({ isAwake: true });
    },
    refresh,
    leave: async (client) => {
      const screen = screens.of(client);
      const signature = known.get(screen?.shown);
      if (!screen || !signature) return;
      const { name } = signatureOf(screen.shown);
      const { id } = signature.record;
      screen.shown = undefined;
      screen.left.add(id);
      signature.signedAt = undefined;
      if (name === 'refused' || name === 'outdated') await quietly(outbox.remove(id));
      update();
    },
    erase: async ({ id }) => {
      await quietly(outbox.remove(id).then(readElsewhere));
      update();
    },
    close: () => {
      isClosed = true;
      screens.clear();
      announcer.clear();
      known.clear();
      outbox.close();
    },
  };
}

import type { Answer } from '../outbox/answer.ts';
import type { OutboxEntry } from '../outbox/entry.ts';
import { isOld } from '../outbox/entry-times.ts';
import { systemClock } from '../internal/clock.ts';
import { createOutbox } from '../outbox/outbox.ts';
import type { OutboxNews } from '../outbox/outbox.ts';
import { problemPrefix } from '../signature/problem.ts';
import type { SignatureRecord } from '../signature/record.ts';
import { isOfCharter, isOfSigner } from './client.ts';
import type { SigningClient } from './client.ts';
import { createAnnouncer } from './announcer.ts';
import { factOf } from './facts.ts';
import { recordOf, stateOf } from './signature-state.ts';
import type { Keeping, SignatureState } from './signature-state.ts';
import type { Signing, SigningOptions } from './signing-types.ts';

/** What a client shows, and what the person took off its screen. */
interface View {
  shown: string | undefined;
  readonly left: Set<string>;
  unsentCount: number;
}

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
  const views = new Map<SigningClient, View>();
  /** Records that were signed or taken up in this page, by id. */
  const known = new Map<string, SignatureRecord>();
  /** The answers that settled them. */
  const answers = new Map<string, Answer>();
  /** Who signed what is being sent for the first time. */
  const sending = new Map<string, { readonly client: SigningClient; readonly timer: unknown }>();
  /** When they were signed here, by the clock. */
  const moments = new Map<string, number>();
  const trying = new Set<string>();
  /** Records that the outbox is taking in: a device may take its time. */
  const starting = new Set<string>();
  /** What was last seen of the entries that are on a screen. */
  const seen = new Map<string, OutboxEntry>();
  /** Entries of other addresses. */
  let elsewhere: readonly OutboxEntry[] = [];
  let isClosed = false;

  /** How long a signature may be under way, in milliseconds. */
  const limitOf = ({ options: { timeout } }: SigningClient): number => timeout + margin;

  const clientsHere = (): SigningClient[] => [...views.keys()].filter(({ isHere }) => isHere);
  const shows = (client: SigningClient, id: string): boolean => views.get(client)?.shown === id;

  /** Who speaks for a record: who shows it, else an element for the same text, else whoever is here. */
  const clientFor = ({ id, record }: OutboxEntry): SigningClient | undefined => {
    const here = clientsHere();
    return (
      here.find((client) => shows(client, id)) ??
      (record && here.find((client) => isOfCharter(record, client))) ??
      here[0] ??
      sending.get(id)?.client
    );
  };

  const attempt = async (entry: OutboxEntry): Promise<Answer> => {
    const client = clientFor(entry)!;
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
      const client = clientFor(entry);
      return client !== undefined && isOfSigner(entry, client.options.signer);
    },
    storage,
    lock: options.lock,
    channel: options.channel,
    clock,
    ...(options.random && { random: options.random }),
  });

  const announcer = createAnnouncer({
    clients: () => [...views.keys()],
    shows,
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
    const record = id === undefined ? undefined : known.get(id);
    if (!record) return { name: 'drafting' };
    const current = entryOf(record.id);
    if (current) seen.set(record.id, current);
    // One that left the device tells why in a moment, or is asked for again: until then nothing new is known.
    const entry = current ?? seen.get(record.id);
    return stateOf(record, {
      entry,
      answer: answers.get(record.id),
      isSending: sending.has(record.id),
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

  const isFor = (record: SignatureRecord, client: SigningClient): boolean =>
    isOfCharter(record, client) && isOfSigner({ record }, client.options.signer);

  /** Takes off the screen what is of another text or another person by now; what is on its way stays until it is over. */
  const leaveForeign = (client: SigningClient): void => {
    const view = views.get(client);
    const shown = view?.shown === undefined ? undefined : known.get(view.shown);
    if (view && client.charter && shown && !isFor(shown, client) && !sending.has(shown.id))
      view.shown = undefined;
  };

  /** Shows what waits for a client, or came while it was away; never another text's, nor another person's. */
  const takeUp = (client: SigningClient): void => {
    leaveForeign(client);
    const view = views.get(client);
    if (!view || !client.charter) return;
    if (view.shown !== undefined || isClosed) return;
    // Where several people come, an element that takes another's place while a signature is on its way is still the same
    // person's; what waits is not shown to whoever comes next.
    const isRecent = (id: string): boolean => clock.now() - (moments.get(id) ?? -Infinity) <= limitOf(client);
    const isFree = (id: string): boolean =>
      (!isShared || isRecent(id)) && !view.left.has(id) && !clientsHere().some((other) => shows(other, id));
    const underWay = [...new Set([...sending.keys(), ...starting])].map((id) => known.get(id)!);
    const told = [...announcer.waiting, ...underWay].find(
      (record) => isFree(record.id) && isFor(record, client),
    );
    // Pages without an endpoint share a place on the device: what one of them could not send is not the other's.
    const isKept = ({ id, record, state }: OutboxEntry): boolean =>
      record !== undefined && isFree(id) && (endpoint !== '' || state !== 'refused');
    // What has waited too long is listed, with the question what becomes of it.
    const kept = (): SignatureRecord | undefined =>
      mine(client).findLast((entry) => isKept(entry) && !isOld(entry, clock.now()))?.record;
    const record = told ?? (isShared ? undefined : kept());
    if (!record) return;
    known.set(record.id, record);
    view.shown = record.id;
  };

  const update = (): void => {
    for (const [client, view] of views) {
      const { length } = mine(client);
      if (length !== view.unsentCount && client.isHere) {
        view.unsentCount = length;
        client.announceUnsent(length);
      }
      client.update();
    }
  };

  const endSending = (id: string): void => {
    const sent = sending.get(id);
    if (!sent) return;
    clock.clearTimeout(sent.timer);
    sending.delete(id);
  };

  /** The tab that sent the record ended before it told: the endpoint answers a replay with the same receipt. */
  const askAgain = async (record: SignatureRecord): Promise<void> => {
    if (isClosed || entryOf(record.id) || answers.has(record.id)) return;
    await outbox.add(record);
    await outbox.flush({ now: true });
  };

  const handleNews = ({ entry, answer, isFromElsewhere }: OutboxNews): void => {
    const { id } = entry;
    const record = entry.record ?? known.get(id);
    if (record && answer.kind !== 'pending') answers.set(id, answer);
    // One that was refused, and was sent again because the person said so.
    else if (answers.get(id)?.kind !== 'recorded') answers.delete(id);
    if (answer.kind === 'withdrawn')
      for (const view of views.values()) if (view.shown === id) view.shown = undefined;
    endSending(id);
    // Nothing is known here of what an earlier person left encrypted.
    const fact = record && factOf(record, answer, entry);
    if (fact && !isFromElsewhere) announcer.announce(fact);
  };

  outbox.subscribe((news) => {
    if (news) handleNews(news);
    else
      for (const { shown } of views.values()) {
        const record = shown === undefined ? undefined : known.get(shown);
        const isAwaited = record && !sending.has(record.id) && !answers.has(record.id);
        if (isAwaited && !entryOf(record.id))
          clock.setTimeout(() => void quietly(askAgain(record)), newsDelay);
      }
    for (const client of views.keys()) leaveForeign(client);
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
    for (const client of views.keys()) takeUp(client);
    update();
  });

  const refresh = (client: SigningClient): void => {
    takeUp(client);
    announcer.deliver();
    update();
  };

  const sign = async (record: SignatureRecord, client: SigningClient): Promise<void> => {
    const { id } = record;
    const timer = clock.setTimeout(() => {
      sending.delete(id);
      announcer.announce({ name: 'pending', record, reason: 'no-answer', nextTryAt: undefined });
      leaveForeign(client);
      update();
    }, limitOf(client));
    moments.set(id, clock.now());
    known.set(id, record);
    answers.delete(id);
    seen.delete(id);
    sending.set(id, { client, timer });
    const view = views.get(client);
    if (view) view.shown = id;
    update();
    starting.add(id);
    try {
      await outbox.add(record);
      starting.delete(id);
      await flush({ now: true });
    } catch (error) {
      starting.delete(id);
      const problem = { type: `${problemPrefix}not-kept`, status: 0, detail: String(error) };
      answers.set(id, { kind: 'refused', problem });
      announcer.announce({ name: 'refused', record, problem });
    }
    endSending(id);
    update();
  };

  return {
    ready,
    getState: (client) => {
      const { entries, isDurable } = outbox.getState();
      const shown = views.get(client)?.shown;
      const waiting = entries.filter(({ id }) => id !== shown && !sending.has(id));
      return {
        signature: signatureOf(shown),
        unsent: waiting.filter((entry) => isMine(entry, client)),
        others: isShared ? [] : [...waiting.filter((entry) => !isMine(entry, client)), ...elsewhere],
        isDurable,
      };
    },
    subscribe: (client) => {
      const isFirst = clientsHere().length === 0;
      if (!views.has(client)) views.set(client, { shown: undefined, left: new Set(), unsentCount: 0 });
      // A page that begins anew has a fresh session and fresh tokens.
      if (isFirst) void ready.then(() => outbox.getState().entries.length > 0 && flush({ now: true }));
      refresh(client);
      return () => views.delete(client);
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
      if (clientsHere().length > 0 && outbox.getState().entries.length > 0) void flush({ isAwake: true });
    },
    refresh,
    leave: async (client) => {
      const view = views.get(client);
      const state = signatureOf(view?.shown);
      const record = recordOf(state);
      if (!view || !record) return;
      view.shown = undefined;
      view.left.add(record.id);
      moments.delete(record.id);
      if (state.name === 'refused' || state.name === 'outdated') await quietly(outbox.remove(record.id));
      update();
    },
    erase: async ({ id }) => {
      await quietly(outbox.remove(id).then(readElsewhere));
      update();
    },
    close: () => {
      isClosed = true;
      views.clear();
      known.clear();
      seen.clear();
      outbox.close();
    },
  };
}

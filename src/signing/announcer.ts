import type { Clock } from '../internal/clock.ts';
import type { SignatureRecord } from '../signature/record.ts';
import { isOfCharter } from './client.ts';
import type { SigningClient, SigningFact } from './client.ts';

/** How long a fact waits for a client that is away, or does not know its text yet, until the page is told. Milliseconds. */
const longestAbsence = 10_000;

export interface AnnouncerOptions {
  readonly clock: Clock;
  /** All clients, in the page or away for a moment. */
  readonly clients: () => readonly SigningClient[];
  readonly shows: (client: SigningClient, id: string) => boolean;
  readonly unsentCount: (client: SigningClient) => number;
  /** Tells the page of a record of a text that no client is for. */
  readonly announceElsewhere: (fact: SigningFact) => void;
}

export interface Announcer {
  /**
   * Announces a fact once, on a client that is for its text; while that one is away, the fact waits for it, and the page is
   * told after a while.
   */
  announce(fact: SigningFact): void;
  /** Announces what has waited for a client. */
  deliver(): void;
  /** Records whose outcome no client has shown yet. */
  readonly waiting: readonly SignatureRecord[];
  /** Forgets what waits. */
  clear(): void;
}

interface WaitingFact {
  readonly fact: SigningFact;
  /** The page was told, since no client came; one that comes later still shows it. */
  isTold: boolean;
}

/** Announces what became of signatures where the page listens: never on an element that is for another text. */
export function createAnnouncer({
  clock,
  clients,
  shows,
  unsentCount,
  announceElsewhere,
}: AnnouncerOptions): Announcer {
  let waiting: WaitingFact[] = [];

  /** Whether the fact was told, or is nobody's. */
  const tell = ({ fact, isTold }: WaitingFact): boolean => {
    const { record } = fact;
    const ofText = clients().filter((client) => isOfCharter(record, client));
    const here = ofText.filter(({ isHere }) => isHere);
    const target = here.find((client) => shows(client, record.id)) ?? here[0];
    if (target) {
      if (!isTold) target.announce(fact, unsentCount(target));
      return true;
    }
    const mayCome = ofText.length > 0 || clients().some(({ charter }) => charter === undefined);
    // That it waits is shown by the next element, and will be announced when it is tried again.
    if (fact.name === 'pending') return true;
    if (!mayCome && !isTold) announceElsewhere(fact);
    return !mayCome;
  };

  const deliver = (): void => {
    const before = waiting;
    waiting = [];
    waiting = [...before.filter((entry) => !tell(entry)), ...waiting];
  };

  /** An element that was replaced never comes back: whoever listens on it, or on the page, hears it as if it were there. */
  const tellThePage = (entry: WaitingFact): void => {
    if (!waiting.includes(entry)) return;
    entry.isTold = true;
    const { fact } = entry;
    const absent = clients().find((client) => shows(client, fact.record.id));
    absent?.announce(fact, unsentCount(absent));
    announceElsewhere(fact);
  };

  return {
    announce: (fact) => {
      const entry = { fact, isTold: false };
      waiting.push(entry);
      deliver();
      if (waiting.includes(entry)) clock.setTimeout(() => tellThePage(entry), longestAbsence);
    },
    deliver,
    get waiting() {
      return waiting.map(({ fact }) => fact.record);
    },
    clear: () => {
      waiting = [];
    },
  };
}

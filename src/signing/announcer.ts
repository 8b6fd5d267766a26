import type { SignatureRecord } from '../signature/record.ts';
import { isOfCharter } from './client.ts';
import type { SigningClient, SigningFact } from './client.ts';

export interface AnnouncerOptions {
  /** All clients, in the page or away for a moment. */
  readonly clients: () => readonly SigningClient[];
  readonly shows: (client: SigningClient, id: string) => boolean;
  readonly unsentCount: (client: SigningClient) => number;
  /** Tells the page of a record of a text that no client is for. */
  readonly announceElsewhere: (fact: SigningFact) => void;
}

export interface Announcer {
  /** Announces a fact once, on a client that is for its text; while that one is away, the fact waits for it. */
  announce(fact: SigningFact): void;
  /** Announces what has waited for a client. */
  deliver(): void;
  /** Records whose outcome waits to be announced. */
  readonly waiting: readonly SignatureRecord[];
}

/** Announces what became of signatures where the page listens: never on an element that is for another text. */
export function createAnnouncer({
  clients,
  shows,
  unsentCount,
  announceElsewhere,
}: AnnouncerOptions): Announcer {
  let facts: SigningFact[] = [];

  /** Whether the fact was told, or is nobody's. */
  const tell = (fact: SigningFact): boolean => {
    const { record } = fact;
    const ofText = clients().filter((client) => isOfCharter(record, client));
    const here = ofText.filter(({ isHere }) => isHere);
    const target = here.find((client) => shows(client, record.id)) ?? here[0];
    if (target) {
      target.announce(fact, unsentCount(target));
      return true;
    }
    const mayCome = ofText.length > 0 || clients().some(({ charter }) => charter === undefined);
    // That it waits is shown by the next element, and will be announced when it is tried again.
    if (fact.name === 'pending') return true;
    if (!mayCome) announceElsewhere(fact);
    return !mayCome;
  };

  const deliver = (): void => {
    const waiting = facts;
    facts = [];
    facts = [...waiting.filter((fact) => !tell(fact)), ...facts];
  };

  return {
    announce: (fact) => {
      facts.push(fact);
      deliver();
    },
    deliver,
    get waiting() {
      return facts.map(({ record }) => record);
    },
  };
}

import { setTimeout as wait } from 'node:timers/promises';
import { backoff } from '../../src/outbox/backoff.ts';
import type { Acknowledgements } from '../faults/acknowledgements.ts';
import type { Random } from '../faults/random.ts';
import { createRecord, englishGuide, guide, visits } from '../receiver/support/records.ts';

/** What clients were answered, each attempt counted once. */
export interface Answers {
  /** 201: recorded. */
  recorded: number;
  /** 200: it had been recorded before, and the answer to that was lost. */
  knownAgain: number;
  /** 503: not now, send it again. */
  unavailable: number;
  /** No receiver listened there. */
  refused: number;
  /** The connection was cut before an answer. */
  cut: number;
}

/** What people saw while machines died. */
export interface Experience {
  readonly answers: Answers;
  /** Milliseconds from the first attempt until the acknowledgement, of each record. */
  readonly waits: number[];
  /** When each was acknowledged, in milliseconds of `performance.now()`. */
  readonly acknowledgedAt: number[];
}

export interface CrowdOptions {
  readonly addresses: readonly string[];
  readonly acknowledgements: Acknowledgements;
  readonly people: number;
  readonly random: Random;
}

/**
 * People who sign one after the other at either receiver. What was not acknowledged is sent again under the same id, after
 * the delays of the outbox or the `Retry-After` of the answer, to whichever receiver comes next.
 */
export class Crowd {
  readonly #options: CrowdOptions;
  /** Ends what people wait for: they come back to the page, and it sends at once what it has kept. */
  readonly #end = new AbortController();
  /** All sign without a pause: then whatever is killed, something is under way. */
  isInARush = false;
  readonly experience: Experience = {
    answers: { recorded: 0, knownAgain: 0, unavailable: 0, refused: 0, cut: 0 },
    waits: [],
    acknowledgedAt: [],
  };
  /** Rejects at an answer that no valid record may be given. */
  readonly signing: Promise<unknown>;

  constructor(options: CrowdOptions) {
    this.#options = options;
    this.signing = Promise.all(Array.from({ length: options.people }, (_, index) => this.#sign(index)));
    this.signing.catch(() => undefined);
  }

  /** The longest time without any acknowledgement since then, in milliseconds. */
  longestSilence(since: number): number {
    const later = this.experience.acknowledgedAt.filter((time) => time >= since);
    return Math.max(
      ...[...later, performance.now()].map((time, index) => time - (later[index - 1] ?? since)),
    );
  }

  /** Waits until all that was sent is acknowledged; nothing new is sent. */
  async finish(): Promise<void> {
    this.#end.abort();
    await this.signing;
  }

  async #sign(person: number): Promise<void> {
    const { random } = this.#options;
    for (let count = 0; !this.#end.signal.aborted; count++) {
      const record = createRecord([guide, englishGuide, visits][count % 3], {
        signer: { name: `Zoë Lefèvre ${person}-${count}`, department: 'Cardiologie' },
        ...(count % 5 === 4 && { reason: 'Je préfère en parler d’abord.' }),
      });
      const began = performance.now();
      for (let attempt = 1; ; attempt++) {
        const delay = await this.#send(record, attempt);
        if (delay === undefined) break;
        await this.#pause(delay);
      }
      const now = performance.now();
      this.experience.waits.push(now - began);
      this.experience.acknowledgedAt.push(now);
      if (!this.isInARush) await this.#pause(random() * 500);
    }
  }

  async #pause(milliseconds: number): Promise<void> {
    const { signal } = this.#end;
    // Whoever has come back and is refused again waits a moment all the same.
    if (signal.aborted) await wait(Math.min(milliseconds, 1_000));
    else await wait(milliseconds, undefined, { signal }).catch(() => undefined);
  }

  /** Sends a record once; answers how many milliseconds to wait before it is sent again, or nothing once it is recorded. */
  async #send(record: ReturnType<typeof createRecord>, attempt: number): Promise<number | undefined> {
    const { addresses, acknowledgements, random } = this.#options;
    const { answers } = this.experience;
    const address = addresses[Math.floor(random() * addresses.length)]!;
    const answer = await acknowledgements.post(address, record, (error) => {
      if (codeOf(error.cause) === 'ECONNREFUSED') answers.refused += 1;
      else answers.cut += 1;
    });
    const delay = backoff(attempt, random);
    switch (answer?.status) {
      case undefined:
        return delay;
      case 201:
        answers.recorded += 1;
        return undefined;
      case 200:
        answers.knownAgain += 1;
        return undefined;
      case 503:
        answers.unavailable += 1;
        return Math.max(delay, Number(answer.headers.get('retry-after')) * 1000);
      default:
        throw new Error(`A valid record was answered ${answer!.status}: ${answer!.text}`);
    }
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

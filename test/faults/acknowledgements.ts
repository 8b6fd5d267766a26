import { isDeepStrictEqual } from 'node:util';
import { canonicalForm } from '../../src/charter/index.ts';
import { verifyReceipt } from '../../src/signature/index.ts';
import type { JSONWebKeySet, Receipt, SignatureRecord } from '../../src/signature/index.ts';
import type { Place } from '../receiver/support/server-process.ts';
import { post, readBack as readReceived, request } from '../receiver/support/requests.ts';
import type { Answer } from '../receiver/support/requests.ts';
import { readIds } from './place.ts';

/** What is wrong in the database, a line for each record. */
export interface Faults {
  /** Acknowledged, and not there word for word with the receipt that was given. */
  readonly lost: string[];
  /** There more than once. */
  readonly doubled: string[];
  /** There although it was never acknowledged, nor sent without an answer. */
  readonly unexpected: string[];
}

/** What clients have posted and been answered, to be compared with what the database holds. */
export class Acknowledgements {
  readonly #acknowledged = new Map<string, { record: SignatureRecord; receipt: Receipt }>();
  readonly #unanswered = new Set<string>();
  #next = Promise.withResolvers<unknown>();
  /** Records that the receiver knew again when they were sent a second time. */
  replays = 0;

  get acknowledged(): number {
    return this.#acknowledged.size;
  }

  /** Records that were sent at least once without an answer. */
  get unanswered(): number {
    return this.#unanswered.size;
  }

  /** Waits until another record is acknowledged. */
  next(): Promise<unknown> {
    return this.#next.promise;
  }

  /**
   * Posts a record and notes what came of it.
   *
   * @param onNoAnswer - Takes why there was no answer.
   * @returns The answer, or nothing when the connection was cut: the record may have been recorded, or not.
   * @throws Error when a 2xx does not say that this record was recorded.
   */
  async post(
    address: string,
    record: SignatureRecord,
    onNoAnswer?: (error: TypeError) => void,
  ): Promise<Answer | undefined> {
    let answer: Answer;
    try {
      answer = await post(address, record);
    } catch (error) {
      // What `fetch` throws for a connection that was refused or cut; an answer that is wrong is another matter.
      if (!(error instanceof TypeError)) throw error;
      this.#unanswered.add(record.id);
      onNoAnswer?.(error);
      return undefined;
    }
    if (answer.status === 200 && this.#unanswered.has(record.id)) this.replays += 1;
    if (answer.status === 200 || answer.status === 201) {
      const receipt = answer.body as unknown as Receipt;
      const earlier = this.#acknowledged.get(record.id)?.receipt ?? receipt;
      if (receipt.id !== record.id || !isDeepStrictEqual(receipt, earlier)) {
        throw new Error(`${record.id} was acknowledged by ${answer.text}`);
      }
      this.#acknowledged.set(record.id, { record, receipt });
      this.#next.resolve(undefined);
      this.#next = Promise.withResolvers();
    }
    return answer;
  }

  /** Reads every acknowledged record back, and verifies its receipt with the published keys. */
  async readBack(address: string): Promise<string[]> {
    const keys = (await request(address, '/.well-known/jwks.json')).body as unknown as JSONWebKeySet;
    const lost: string[] = [];
    const left = [...this.#acknowledged.values()];
    const readers = Array.from({ length: 8 }, async () => {
      for (let entry = left.pop(); entry; entry = left.pop()) {
        const { record, receipt } = entry;
        const { status, body } = await readReceived(address, receipt);
        const kept = { ...body, id: record.id } as unknown as Receipt & { record: unknown };
        const fault =
          status !== 200
            ? `the receiver answers ${status}`
            : canonicalForm(kept.record) !== canonicalForm(record)
              ? 'the record kept is another'
              : kept.receivedAt !== receipt.receivedAt
                ? `received at ${kept.receivedAt}, acknowledged at ${receipt.receivedAt}`
                : await verifyReceipt(receipt, record, keys)
                    .then(() => verifyReceipt(kept, record, keys))
                    .then(
                      () => '',
                      (error: unknown) => (error as Error).message,
                    );
        if (fault) lost.push(`${record.id} ${fault}`);
      }
    });
    await Promise.all(readers);
    return lost;
  }

  /** Compares the rows of a place, whose receiver has ended, with what was acknowledged. */
  async compareRows(place: Place): Promise<Faults> {
    const rows = await readIds(place);
    const kept = new Set(rows);
    return {
      lost: [...this.#acknowledged.keys()].filter((id) => !kept.has(id)),
      doubled: rows.filter((id, index) => rows.indexOf(id) < index),
      unexpected: [...kept].filter((id) => !this.#acknowledged.has(id) && !this.#unanswered.has(id)),
    };
  }
}

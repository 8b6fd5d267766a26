import type { Answer, OutboxEntry, PendingAnswer, PendingReason } from '../../../src/outbox/index.ts';

export const recorded: Answer = { kind: 'recorded', receipt: undefined };

const waiting = (reason: PendingReason, status: number): PendingAnswer => ({
  kind: 'pending',
  reason,
  problem: { type: 'about:blank', status },
});
export const retry = waiting('no-answer', 503);
export const signIn = waiting('sign-in', 401);
export const otherPerson = waiting('other-person', 403);
export const notConfirmed = waiting('not-confirmed', 200);
export const notAccepted = waiting('not-accepted', 404);
export const outdated: Answer = { kind: 'outdated', problem: { type: 'about:blank', status: 409 } };
export const refused: Answer = { kind: 'refused', problem: { type: 'about:blank', status: 422 } };
export const withdrawn: Answer = { kind: 'withdrawn' };

export function retryAfter(milliseconds: number): Answer {
  return { ...retry, retryAfter: milliseconds };
}

export interface Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(reason: unknown): void;
}

export function deferred<T = void>(): Deferred<T> {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

type Script = Answer | Error | Promise<Answer> | (() => Answer | Promise<Answer>);

/** A transport that answers as it was told, in order, then `recorded`. */
export class ScriptedTransport {
  /** Ids of the records, attempt after attempt. */
  readonly sent: string[] = [];
  /** How many attempts were under way at once, at most. */
  busiest = 0;
  #script: Script[];
  #busy = 0;
  #waiting = new Set<() => void>();

  constructor(...script: Script[]) {
    this.#script = script;
  }

  script(...script: Script[]): void {
    this.#script.push(...script);
  }

  /** Resolves once so many attempts were made. */
  async attempts(count: number): Promise<void> {
    while (this.sent.length < count) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  readonly send = async ({ id, record }: OutboxEntry): Promise<Answer> => {
    this.sent.push(record?.id ?? id);
    this.busiest = Math.max(this.busiest, ++this.#busy);
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
    try {
      const next = this.#script.shift() ?? recorded;
      if (next instanceof Error) throw next;
      return await (typeof next === 'function' ? next() : next);
    } finally {
      this.#busy--;
    }
  };
}

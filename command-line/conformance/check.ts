import type { Answer, Endpoint } from './endpoint.ts';

/** `must`: the contract requires it of any endpoint; `should`: the reference receiver does it as well. */
export type Level = 'must' | 'should';

/** Something that an endpoint does otherwise than expected. */
export interface Fault {
  readonly level: Level;
  /** A sentence in French that says what was seen and what to do. */
  readonly message: string;
  /** Name of the rule of the contract that is broken, which does not change with the wording. */
  readonly rule?: string | undefined;
}

/** What came of a check; `skipped` says why it does not apply. */
export type Outcome =
  { readonly got: string; readonly faults: readonly Fault[] } | { readonly skipped: string };

/** One line of the table. */
export interface Check {
  /** Name that does not change with the wording, for scripts. */
  readonly id: string;
  readonly title: string;
  readonly expected: string;
  run(endpoint: Endpoint): Promise<Outcome>;
}

export interface CheckGroup {
  readonly title: string;
  readonly checks: readonly Check[];
}

export const must = (message: string, rule?: string): Fault => ({ level: 'must', message, rule });
export const should = (message: string, rule?: string): Fault => ({ level: 'should', message, rule });

/** The outcome of a check that one answer decides. */
export function outcome(answer: Answer, ...faults: readonly (readonly Fault[])[]): Outcome {
  return { got: answer.summary, faults: faults.flat() };
}

import type { ProblemName } from 'charter-elements/signature';
import type { Got } from '../messages/reception.ts';
import type { Verdict } from '../messages/verdict.ts';
import type { CheckId, Expectation, GroupId, Skip, TrialFault, TrialFaultWords } from '../messages/words.ts';
import type { Answer, Endpoint } from './endpoint.ts';

/** `must`: the contract requires it of any endpoint; `should`: the reference receiver does it as well. */
export type Level = 'must' | 'should';

/** Something that an endpoint does otherwise than expected: what was seen, by code. */
export type Fault = TrialFault & {
  readonly level: Level;
  /** Name of the rule of the contract that is broken. */
  readonly rule?: string | undefined;
};

/** What came of a check; `skipped` says why it does not apply. */
export type Outcome = { readonly got: Got; readonly faults: readonly Fault[] } | { readonly skipped: Skip };

/** What a check expects: a problem of the contract with its status, or what has words of its own. */
export type Expected = Expectation | { readonly problem: ProblemName };

/** One line of the table. */
export interface Check {
  /** For scripts, and for its title. */
  readonly id: CheckId;
  /** A number in its title. */
  readonly count?: number;
  readonly expected: Expected;
  run(endpoint: Endpoint): Promise<Outcome>;
}

export interface CheckGroup {
  readonly id: GroupId;
  readonly checks: readonly Check[];
}

/** What came of a check, in no language. */
export interface CheckResult extends Pick<Check, 'id' | 'count' | 'expected'> {
  readonly group: GroupId;
  /** Nothing where the check does not apply. */
  readonly got?: Got;
  readonly verdict: Verdict;
  readonly faults: readonly Fault[];
  readonly skipped?: Skip;
}

type FaultArguments = {
  [Code in keyof TrialFaultWords]: [code: Code, ...params: Parameters<TrialFaultWords[Code]>];
}[keyof TrialFaultWords];

/** A fault of a level, by its code and what that has to say. */
export const faultOf = (level: Level, ...[code, ...params]: FaultArguments): Fault =>
  // The compiler does not see that code and parameters go together whatever the code.
  ({ level, code, params }) as Fault;

export const must = (...given: FaultArguments): Fault => faultOf('must', ...given);
export const should = (...given: FaultArguments): Fault => faultOf('should', ...given);

/** The fault as one that breaks a rule of the contract. */
export const breaking = (rule: string, fault: Fault): Fault => ({ ...fault, rule });

/** The outcome of a check that one answer decides. */
export function outcome({ reception }: Answer, ...faults: readonly (readonly Fault[])[]): Outcome {
  return { got: [reception], faults: faults.flat() };
}

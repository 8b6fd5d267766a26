import type { Problem, ProblemName } from 'charter-elements/signature';

export interface ProblemOptions extends ErrorOptions {
  /** What is wrong with the record, by JSON Pointer. */
  readonly errors?: Problem['errors'];
  /** Texts of the required statements that the person did not assent to; for a page, not for the problem. */
  readonly missingStatements?: readonly string[];
  /** Extension members. */
  readonly members?: Readonly<Record<string, unknown>>;
  /** Seconds after which the same request may be sent again. */
  readonly retryAfter?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer that is a problem of the contract. Throw it anywhere: the receiver answers it. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: ProblemName;
  readonly options: ProblemOptions;

  /** @param detail - What is wrong, where, and what to do about it. */
  constructor(problem: ProblemName, detail: string, options: ProblemOptions = {}) {
    super(detail, options);
    this.problem = problem;
    this.options = options;
  }
}

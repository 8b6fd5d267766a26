import { problemPrefix, problems } from 'charter-elements/signature';
import type { Problem, ProblemName } from 'charter-elements/signature';

export interface ProblemOptions extends ErrorOptions {
  /** What is wrong with the record, by JSON Pointer. */
  readonly errors?: Problem['errors'];
  /** Texts of the required statements that the person did not assent to; for a page, not for the problem. */
  readonly missingStatements?: readonly string[];
  /** Extension members. */
  readonly members?: Readonly<Record<string, unknown>>;
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

  toResponse(): Response {
    const [status, title] = problems[this.problem];
    const { errors, members, headers } = this.options;
    return problemResponse(
      {
        type: `${problemPrefix}${this.problem}`,
        title,
        status,
        detail: this.message,
        ...(errors && { errors }),
        ...members,
      },
      headers,
    );
  }
}

export function problemResponse(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    },
  });
}

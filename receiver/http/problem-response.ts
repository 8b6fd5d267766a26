import { problemPrefix, problems } from 'charter-elements/signature';
import type { Problem } from 'charter-elements/signature';
import type { ProblemError, ProblemOptions } from '../domain/problem-error.ts';

/** The answer that a problem of the contract is. */
export function problemResponse(error: ProblemError): Response {
  const [status, title] = problems[error.problem];
  const { errors, members } = error.options;
  return writeProblem(
    {
      type: `${problemPrefix}${error.problem}`,
      title,
      status,
      detail: error.message,
      ...(errors && { errors }),
      ...members,
    },
    problemHeaders(error.options),
  );
}

/** Headers that go with a problem, on a page too. */
export function problemHeaders({ headers, retryAfter }: ProblemOptions): Record<string, string> {
  return { ...headers, ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }) };
}

/** @param problem - Of the contract, or of HTTP alone. */
export function writeProblem(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
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

import { list, object, text } from '../internal/checks.ts';
import type { Check } from '../internal/checks.ts';
import type { Problem } from './problem.ts';

const isText = text();
const members: Readonly<Record<'title' | 'detail' | 'instance' | 'errors' | 'signIn', Check>> = {
  title: isText,
  detail: isText,
  instance: isText,
  signIn: isText,
  errors: list(object({ pointer: isText, detail: isText })),
};

/** Most errors that a person is shown, and that a device keeps. */
const mostErrors = 20;

/**
 * Reads problem details (RFC 9457) out of anything: members of another form than theirs are left out, whatever an
 * endpoint has put there.
 *
 * @param value - The parsed body, or what a device had stored.
 * @param status - The HTTP status that it came with; 0 when there was no answer.
 */
export function readProblem(value: unknown, status: number): Problem {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Readonly<
    Record<string, unknown>
  >;
  const problem: Record<string, unknown> = {
    type: isText(given['type']) ? given['type'] : 'about:blank',
    status,
  };
  for (const [name, check] of Object.entries(members)) if (check(given[name])) problem[name] = given[name];
  const { errors } = problem as { errors?: Problem['errors'] };
  if (errors)
    problem['errors'] = errors.slice(0, mostErrors).map(({ pointer, detail }) => ({ pointer, detail }));
  return problem as unknown as Problem;
}

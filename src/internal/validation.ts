import * as v from 'valibot';
import { DocumentError } from './document-error.ts';
import type { ValidationProblem } from './document-error.ts';
import { hasUniqueIds, isInCalendar, isSafeLink, repeatedId } from './text-checks.ts';

/**
 * Validates a value against a schema.
 *
 * @param what - What the value is, for the message: `charter`, `networks`…
 * @throws DocumentError naming the JSON path of every problem.
 */
export function parseDocument<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  what: string,
  url?: string,
): v.InferOutput<S> {
  const result = v.safeParse(schema, value, { abortPipeEarly: true });
  if (result.success) return result.output;
  throw new DocumentError(
    what,
    result.issues.map((issue) => describeIssue(issue)),
    url,
  );
}

function describeIssue(issue: v.GenericIssue, above: readonly v.IssuePathItem[] = []): ValidationProblem {
  const path = [...above, ...(issue.path ?? [])];
  // Of a list that is not one of the forms allowed, the item at fault says more.
  const inner = issue.issues?.find(({ type, path: place }) => type === 'union' && place);
  if (inner) return describeIssue(inner, path);
  let message = issue.message;
  if (issue.received === 'undefined') message = 'this is missing';
  else if (issue.expected === 'never') message = 'this is not part of the contract: leave it out';
  return { path: jsonPath(path), message };
}

function jsonPath(path: readonly v.IssuePathItem[]): string {
  const steps = path.map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return `$${steps.join('')}`;
}

export const linkSchema = v.pipe(
  v.string(),
  v.check(
    isSafeLink,
    ({ input }) =>
      `the link ${JSON.stringify(input)} is not allowed: use https:, mailto:, tel: or a relative address`,
  ),
);

export const idSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'an id holds letters, digits, ".", "_" and "-"'),
);

export const dateSchema = v.pipe(
  v.string(),
  v.isoDate('a date is written YYYY-MM-DD'),
  v.check(isInCalendar, 'this date is not in the calendar'),
);

/** Text that is not empty once spaces are set aside. */
export const someText = v.pipe(v.string(), v.regex(/\S/, 'the text is empty'));

/** Array validation: every item's `id` occurs once. */
export function uniqueIds<T extends readonly { id: string }[]>() {
  return v.check<T, (issue: v.CheckIssue<T>) => string>(
    hasUniqueIds,
    (issue) => `the id "${repeatedId(issue.input)}" is used twice`,
  );
}

import * as v from 'valibot';
import { DocumentError } from './document-error.ts';
import { describeProblem, problemAt } from './problems.ts';
import type {
  JSONKind,
  NoParams,
  Problem,
  ProblemCode,
  ProblemParams,
  Received,
  ValidationProblem,
} from './problems.ts';
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
  const { code, params } = problemOf(issue);
  return problemAt(jsonPath(path), code, params);
}

function problemOf(issue: v.GenericIssue): Problem {
  if (issue.input === undefined) return { code: 'missing', params: {} };
  if (issue.expected === 'never') return { code: 'unexpected', params: {} };
  const expected = kindsOfSchemas[issue.type];
  if (issue.kind === 'schema' && expected)
    return { code: 'wrong-type', params: { expected, ...received(issue.input) } };
  return told.get(issue) ?? { code: 'invalid', params: { reason: issue.message } };
}

/** What each schema of Valibot that says nothing of its own expects. */
const kindsOfSchemas: Readonly<Record<string, JSONKind>> = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  array: 'list',
  object: 'object',
  loose_object: 'object',
  strict_object: 'object',
};

function received(value: unknown): Received {
  if (value === null) return { received: 'null' };
  switch (typeof value) {
    case 'string':
      return { received: 'text', value };
    case 'number':
      return { received: 'number', value };
    case 'boolean':
      return { received: 'boolean', value };
    default:
      return { received: Array.isArray(value) ? 'list' : 'object' };
  }
}

/** The problem that each issue stands for, where a schema has told it. */
const told = new WeakMap<object, Problem>();

/** What schemas take for a message: it remembers the problem beside its words. */
export type Telling = (issue: v.BaseIssue<unknown>) => string;

/** Gives an issue the problem that it stands for. */
export function tellIssue(problemFor: (issue: v.BaseIssue<unknown>) => Problem): Telling {
  return (issue) => {
    const problem = problemFor(issue);
    told.set(issue, problem);
    return describeProblem(problem.code, problem.params);
  };
}

/** Gives issues a code. */
export function tell<Code extends ProblemCode>(
  code: Code,
  ...[params]: ProblemParams[Code] extends NoParams ? [] : [ProblemParams[Code]]
): Telling {
  return tellIssue(() => ({ code, params: params ?? {} }) as unknown as Problem);
}

/** Tells which values there are to choose from. */
export function tellChoice(choices: readonly string[]): Telling {
  return tellIssue(({ input }) => ({ code: 'not-a-choice', params: { choices, ...received(input) } }));
}

/** One of some texts. */
export function oneOf<const Choices extends readonly string[]>(
  choices: Choices,
): v.PicklistSchema<Choices, Telling> {
  return v.picklist(choices, tellChoice(choices));
}

function jsonPath(path: readonly v.IssuePathItem[]): string {
  const steps = path.map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return `$${steps.join('')}`;
}

export const linkSchema = v.pipe(
  v.string(),
  v.check(
    isSafeLink,
    tellIssue(({ input }) => ({ code: 'unsafe-link', params: { link: String(input) } })),
  ),
);

export const idSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, tell('not-an-id')));

export const dateSchema = v.pipe(
  v.string(),
  v.isoDate(tell('not-a-date')),
  v.check(isInCalendar, tell('no-such-date')),
);

/** Text that is not empty once spaces are set aside. */
export const someText = v.pipe(v.string(), v.regex(/\S/, tell('empty-text')));

/** Array validation: every item's `id` occurs once. */
export function uniqueIds<T extends readonly { id: string }[]>() {
  return v.check<T, Telling>(
    hasUniqueIds,
    tellIssue(({ input }) => ({ code: 'repeated-id', params: { id: repeatedId(input as T) ?? '' } })),
  );
}

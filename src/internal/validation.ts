import * as v from 'valibot';

/** One reason why a document was refused. */
export interface ValidationProblem {
  /** JSONPath of the offending value, such as `$.sections[2].title`. */
  readonly path: string;
  readonly message: string;
}

/** A JSON document does not follow its schema. The message names each place and reason. */
export class DocumentError extends Error {
  override readonly name: string = 'DocumentError';
  /** Every problem found, in document order; at least one. */
  readonly problems: readonly ValidationProblem[];
  /** Address the document was loaded from, when it was loaded. */
  readonly url: string | undefined;

  constructor(what: string, problems: readonly ValidationProblem[], url?: string) {
    const where = url === undefined ? what : `${what} (${url})`;
    const shown = problems.slice(0, 5).map(({ path, message }) => `${path}: ${message}`);
    if (problems.length > shown.length) shown.push(`and ${problems.length - shown.length} more`);
    super(`${where} is not valid: ${shown.join('; ')}`);
    this.problems = problems;
    this.url = url;
  }
}

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

/** Array validation: every item's `id` occurs once. */
export function uniqueIds<T extends readonly { id: string }[]>() {
  return v.check<T, (issue: v.CheckIssue<T>) => string>(
    (items) => firstRepeatedId(items) === undefined,
    (issue) => `the id "${firstRepeatedId(issue.input)}" is used twice`,
  );
}

function firstRepeatedId(items: readonly { id: string }[]): string | undefined {
  const seen = new Set<string>();
  return items.find(({ id }) => seen.size === seen.add(id).size)?.id;
}

/** Whether an address may become a link: `https:`, `mailto:`, `tel:` or relative to the page. */
export function isSafeLink(href: string): boolean {
  const base = 'https://relative.invalid';
  try {
    const { protocol, origin } = new URL(href, base);
    if (protocol === 'https:') return origin !== base ? /^https:\/\//i.test(href) : true;
    return protocol === 'mailto:' || protocol === 'tel:';
  } catch {
    return false;
  }
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

/** False for a well-formed date or instant that does not exist, such as 30 February: engines disagree about those. */
export function isInCalendar(text: string): boolean {
  const [written, time] = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d)?/.exec(text) ?? [];
  if (!written) return true;
  const date = new Date(time ? `${written}Z` : written);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}

/** Text that is not empty once spaces are set aside. */
export const someText = v.pipe(v.string(), v.regex(/\S/, 'the text is empty'));

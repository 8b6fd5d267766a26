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

import type { ValidationProblem } from './problems.ts';

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

import type { Place } from './source/text-lines.ts';

/** `error`: browsers or readers would be wrong; `warning`: it works, and could be better. */
export type Severity = 'error' | 'warning';

/** Something to put right in a file. */
export interface Finding extends Place {
  readonly severity: Severity;
  readonly file: string;
  /** Name of the check, which does not change with the wording. */
  readonly rule: string;
  /** A sentence in French that says what is wrong and what to do. */
  readonly message: string;
}

/** A finding whose place is an offset of the text that is being read. */
export interface OffsetFinding {
  readonly severity: Severity;
  readonly offset: number;
  readonly rule: string;
  readonly message: string;
}

/** A finding whose place is a value of the document. */
export interface PathFinding {
  readonly severity: Severity;
  /** JSON path of the value. */
  readonly path: string;
  /** Place in a text, as it is read. */
  readonly index?: number;
  readonly rule: string;
  readonly message: string;
}

/** In the order of the file; what was found twice, once. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const once = new Map(
    findings.map((finding) => [
      `${finding.file}:${finding.line}:${finding.column}:${finding.message}`,
      finding,
    ]),
  );
  return [...once.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

export function countFindings(findings: readonly Finding[]): { errors: number; warnings: number } {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: findings.length - errors };
}

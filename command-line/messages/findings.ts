import { describeFinding } from './describe.ts';
import type { CodedFinding, FindingCode, FindingParams, Severity } from './finding-codes.ts';
import { kindOf } from './finding-rules.ts';
import type { Rule } from './finding-rules.ts';
import type { Language } from './language.ts';

/** A place in a file, as editors count: from 1, in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Something to put right in a file. */
export type Finding = CodedFinding &
  Place & { readonly severity: Severity; readonly file: string; readonly rule: Rule };

/** A finding in words, for people and scripts. */
export type ToldFinding = Finding & {
  /** A sentence that says what is wrong and what to do. */
  readonly message: string;
};

/** A finding whose place is an offset of the text that is being read. */
export type OffsetFinding = CodedFinding & { readonly offset: number };

/** A finding whose place is a value of the document. */
export type PathFinding = CodedFinding & {
  /** JSON path of the value. */
  readonly path: string;
  /** Place in a text, as it is read. */
  readonly index?: number;
};

/** A finding at an offset of the text. */
export function foundAt<Code extends FindingCode>(
  offset: number,
  code: Code,
  params: FindingParams[Code],
): OffsetFinding {
  // The compiler does not see that code and parameters go together whatever the code.
  return { code, params, offset } as unknown as OffsetFinding;
}

/** A finding at a value of the document. */
export function foundIn<Code extends FindingCode>(
  path: string,
  code: Code,
  params: FindingParams[Code],
): PathFinding {
  return { code, params, path } as unknown as PathFinding;
}

/** A finding of a file at its place. */
export function placeFinding({ code, params }: CodedFinding, file: string, place: Place): Finding {
  const { severity, rule } = kindOf(code);
  return { severity, file, line: place.line, column: place.column, rule, code, params } as Finding;
}

/** Findings in the words of a language. */
export const tellFindings = (findings: readonly Finding[], language: Language): ToldFinding[] =>
  findings.map((finding) => ({ ...finding, message: describeFinding(finding, language) }));

/** In the order of the file; what was found twice, once. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const once = new Map(
    findings.map((finding) => [
      JSON.stringify([finding.file, finding.line, finding.column, finding.code, finding.params]),
      finding,
    ]),
  );
  return [...once.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

export function countFindings(findings: readonly Finding[]): { errors: number; warnings: number } {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: findings.length - errors };
}

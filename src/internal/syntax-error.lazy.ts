import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import { DocumentError } from './document-error.ts';
import { problemAt } from './problems.ts';

/**
 * Why a text is not JSON, with line and column. Engines word syntax errors differently and WebKit gives no position, so a
 * parser finds it.
 */
export function syntaxError(text: string, what: string, url: string): DocumentError {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  const { error, offset } = errors[0] ?? { error: undefined, offset: text.length };
  const before = text.slice(0, offset).split('\n');
  const reason = error === undefined ? 'InvalidSymbol' : printParseErrorCode(error);
  const path = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  return new DocumentError(what, [problemAt(path, 'not-json', { reason })], url);
}

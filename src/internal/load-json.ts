import type { ParseError } from 'jsonc-parser';
import { DocumentError } from './validation.ts';

/**
 * Fetches a JSON file.
 *
 * @param what - What the file is, for messages: `charter`, `networks`…
 * @throws Error when the server does not answer or not with 2xx; DocumentError with line and column when the file is
 *   not JSON.
 */
export async function loadJSON(
  url: string,
  what: string,
  options: Pick<RequestInit, 'cache' | 'signal'> = {},
): Promise<unknown> {
  const unreached = (cause: unknown): never => {
    throw new Error(`${what} (${url}) could not be reached: check the address and the network`, { cause });
  };
  const response = await fetch(url, { ...options, headers: { Accept: 'application/json' } }).catch(unreached);
  if (!response.ok) {
    throw new Error(
      `${what} (${url}) could not be loaded: the server answered ${response.status} ${response.statusText}`.trim(),
    );
  }
  const text = await response.text().catch(unreached);
  try {
    return JSON.parse(text);
  } catch {
    throw new DocumentError(what, [await locateSyntaxError(text)], url);
  }
}

// Engines word syntax errors differently and WebKit gives no position, so a parser finds it: only when it is needed.
async function locateSyntaxError(text: string) {
  const { parseTree, printParseErrorCode } = await import('jsonc-parser');
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  const { error, offset } = errors[0] ?? { error: undefined, offset: text.length };
  const before = text.slice(0, offset).split('\n');
  const reason = error === undefined ? 'unexpected character' : printParseErrorCode(error);
  return {
    path: `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`,
    message: `this is not JSON (${reason})`,
  };
}

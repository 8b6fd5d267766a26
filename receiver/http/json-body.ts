import { printParseErrorCode, visit } from 'jsonc-parser';
import { ProblemError } from '../domain/problem-error.ts';

/** Arrays and objects inside each other at most. A record needs three. */
export const maxDepth = 16;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws ProblemError when the bytes are not JSON in UTF-8, or nest too deep. */
export function parseJSON(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw malformed(describeFault(text), cause);
  }
  if (isDeeperThan(maxDepth, value)) {
    throw new ProblemError(
      'invalid-record',
      `The body nests more than ${maxDepth} arrays and objects. Send a signature record.`,
      { errors: [{ pointer: '', detail: `nested deeper than ${maxDepth} levels` }] },
    );
  }
  return value;
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw malformed('its bytes are not UTF-8', cause);
  }
}

function malformed(reason: string, cause: unknown): ProblemError {
  return new ProblemError(
    'malformed-json',
    `The body cannot be read as JSON: ${reason}. Send one JSON object in UTF-8.`,
    { cause },
  );
}

/** What is wrong with a text that is not JSON. Engines say it in sentences of their own: a parser finds it by code. */
function describeFault(text: string): string {
  if (text.trim() === '') return 'it is empty';
  const fault = findFault(text);
  return fault ? `its syntax is wrong at ${fault.place} (${fault.code})` : 'its syntax is wrong';
}

/** What the search for a fault ends with. */
class Found extends Error {
  readonly fault: { readonly place: string; readonly code: string } | undefined;

  constructor(fault?: Found['fault']) {
    super();
    this.fault = fault;
  }
}

/**
 * The first fault: its line and column, from 1, in UTF-16 units, and the name that jsonc-parser gives it.
 *
 * The parser goes as deep as the text nests, and would go on after a fault: neither is left to whoever sent the text.
 *
 * @returns Nothing where it stands deeper than a record can.
 */
function findFault(text: string): Found['fault'] {
  let depth = 0;
  const enter = () => {
    depth += 1;
    if (depth > maxDepth) throw new Found();
  };
  const leave = () => {
    depth -= 1;
  };
  try {
    visit(
      text,
      {
        onObjectBegin: enter,
        onObjectEnd: leave,
        onArrayBegin: enter,
        onArrayEnd: leave,
        onError: (code, _offset, _length, line, character) => {
          throw new Found({
            place: `line ${line + 1}, column ${character + 1}`,
            code: printParseErrorCode(code),
          });
        },
      },
      { disallowComments: true },
    );
  } catch (error) {
    if (error instanceof Found) return error.fault;
    throw error;
  }
  return undefined;
}

/** Whether arrays and objects are nested in more than `depth` levels. */
export function isDeeperThan(depth: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((item) => isDeeperThan(depth - 1, item));
}

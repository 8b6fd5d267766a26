import type { ProblemError } from '../domain/problem-error.ts';
import { readContentType } from './body.ts';
import { FormError } from '../domain/form-error.ts';

/** Media type of a `<form method="post">`. */
export const formType = 'application/x-www-form-urlencoded';

/** Fields of a form at most: a long charter has a hundred boxes. */
export const maxFields = 500;

/** Whether a request was sent by a form of a page, so that a person reads the answer. */
export function isFormPost({ method, headers }: Request): boolean {
  return method === 'POST' && [formType, 'multipart/form-data'].includes(readContentType(headers).type);
}

/**
 * Reads the fields of a form, in their order.
 *
 * @throws ProblemError when the bytes are not a form in UTF-8, or it has too many fields.
 */
export function parseForm(bytes: Uint8Array): [name: string, value: string][] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw notUTF8(cause);
  }
  const parts = text.split('&').filter(Boolean);
  if (parts.length > maxFields) {
    throw new FormError(`The form has more than ${maxFields} fields. Send the fields of one signature.`, {
      page: [`Le formulaire a plus de ${maxFields} champs.`],
    });
  }
  return parts.map((part) => {
    const at = part.includes('=') ? part.indexOf('=') : part.length;
    return [decode(part.slice(0, at)), decode(part.slice(at + 1))];
  });
}

// `URLSearchParams` would put U+FFFD for what it cannot read, and a name with it would be recorded.
function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (cause) {
    throw notUTF8(cause);
  }
}

function notUTF8(cause: unknown): ProblemError {
  return new FormError(
    'The form is not percent-encoded UTF-8. Give it accept-charset="utf-8".',
    { page: ['Le formulaire n’est pas envoyé en UTF-8 : il lui faut accept-charset=utf-8.'] },
    'malformed-json',
    { cause },
  );
}

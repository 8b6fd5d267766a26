import type { TextRule } from './record-text.ts';

/**
 * A text as it goes into the record: in NFC, without spaces around it, on one line, as an input has it, unless it may have
 * several. Apart from record-text.ts, which is loaded only to check.
 */
export function tidyText(text: string, { isMultiline }: Partial<TextRule> = {}): string {
  const composed = composeText(text);
  return (isMultiline ? composed : composed.replace(/[\t\n\r\u2028\u2029]+/g, ' ')).trim();
}

/** A text in NFC; one with half of a surrogate pair as it is, so that it is found: Firefox would write U+FFFD for it. */
export function composeText(text: string): string {
  return /[\ud800-\udfff]/u.test(text) ? text : text.normalize('NFC');
}

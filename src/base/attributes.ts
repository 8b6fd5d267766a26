import { audiences } from '../charter/audiences.ts';

/** What an attribute may be. */
export interface Kind<Value = unknown> {
  /** What to write, in the words that come after « write ». */
  readonly expected: string;
  /** Nothing is used where nothing is given: the field has no initial value. */
  readonly isOptional?: boolean;
  /** Reads the text of an attribute or what a page has set; `undefined` where it is neither. */
  read(value: unknown): Value | undefined;
  /** What to tell about a value that is used although it should be written otherwise. */
  remark?(value: unknown): string | undefined;
}

/** The same, of a field that has no initial value. */
export function optional<Value>(kind: Kind<Value>): Kind<Value> {
  return { ...kind, isOptional: true };
}

/** A text; numbers and addresses (`URL`), which pages also set, are written out. */
export const text: Kind<string> = {
  expected: 'a text',
  read(value) {
    if (typeof value === 'string') return value;
    return typeof value === 'number' || value instanceof URL ? String(value) : undefined;
  },
};

/** One of these words, in any case. */
export function picklist<const Word extends string>(words: readonly Word[]): Kind<Word> {
  return {
    expected: words.join(', ').replace(/, (?=[^,]*$)/, ' or '),
    read(value) {
      const written = typeof value === 'string' ? value.trim().toLowerCase() : undefined;
      return words.find((word) => word === written);
    },
  };
}

/** A whole number. */
export function integer(least: number, most: number): Kind<number> {
  return {
    expected: `a whole number from ${least} to ${most}`,
    read(value) {
      const number = readNumber(value);
      return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
    },
  };
}

/** The longest that timers wait: beyond it, they do not wait at all. */
const longestTimer = 2 ** 31 - 1;

/** A time to wait. */
export const milliseconds: Kind<number> = {
  expected: 'milliseconds, such as 15000',
  read(value) {
    const number = readNumber(value);
    return number > 0 && number <= longestTimer ? number : undefined;
  },
};

/** On or off: an attribute is on where it stands, as in HTML, except that `="false"` means off. */
export const flag: Kind<boolean> = {
  expected: '',
  read: (value) => (typeof value === 'string' ? !isFalse(value) : Boolean(value)),
  remark: (value) => (isFalse(value) ? 'is off: remove the attribute' : undefined),
};

/** On or off, where on protects somebody or something: an attribute is on where it stands, whatever it says. */
export const restriction: Kind<boolean> = {
  expected: flag.expected,
  read: (value) => typeof value === 'string' || Boolean(value),
  remark: (value) => (isFalse(value) ? 'is on: to turn it off, remove the attribute' : undefined),
};

/** Name of an HTTP header. */
export const headerName: Kind<string> = {
  expected: 'the name of an HTTP header, such as X-CSRF-Token',
  read(value) {
    const name = typeof value === 'string' ? value.trim() : '';
    return /^[-!#$%&'*+.^_`|~0-9A-Za-z]+$/.test(name) ? name : undefined;
  },
};

/** A day or an instant, as ISO 8601 writes them. */
export const instant: Kind<string> = {
  expected: 'a date such as 2026-03-01, with or without a time',
  read(value) {
    const date = typeof value === 'string' ? value.trim() : '';
    return /^\d{4}-\d{2}-\d{2}/.test(date) && !Number.isNaN(Date.parse(date)) ? date : undefined;
  },
};

/** An object of the page, such as headers. */
export const object: Kind<object> = {
  expected: 'an object, in JavaScript',
  read: (value) => (typeof value === 'object' && value !== null ? value : undefined),
};

/** A function of the page. */
export const callback: Kind = {
  expected: 'a function, in JavaScript',
  read: (value) => (typeof value === 'function' ? value : undefined),
};

/** Where an element keeps what a person did. */
export const persistence = picklist(['none', 'session', 'local']);

/** Whom a text is for. */
export const audience = optional(picklist(audiences));

/** Level of the title of an element; the headings below it follow. */
export const level = integer(1, 6);

function readNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
}

function isFalse(value: unknown): boolean {
  return typeof value === 'string' && value.trim().toLowerCase() === 'false';
}

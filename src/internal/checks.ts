/** Whether a value has a form. What a schema accepts, without the reasons of what it refuses. */
export type Check = (value: unknown) => boolean;

/** A text that passes every test, such as `/\S/`. */
export const text =
  (...tests: readonly (RegExp | ((text: string) => boolean))[]): Check =>
  (value) =>
    typeof value === 'string' &&
    tests.every((test) => (typeof test === 'function' ? test(value) : test.test(value)));

export const isBoolean: Check = (value) => typeof value === 'boolean';

export const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);

export const anyOf =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));

/** `least`: how many items at least. */
export const list =
  (item: Check, least = 0, test: (items: never[]) => boolean = () => true): Check =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.every(item) && test(value as never[]);

/** Members that a document may leave out are in `optional`; those that are named nowhere may be anything. */
export const object = (
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check => {
  // Once, and not for each of thousands of practices.
  const needed = Object.entries(required);
  const possible = Object.entries(optional);
  return (value) => {
    if (typeof value !== 'object' || !value) return false;
    const members = value as Readonly<Record<string, unknown>>;
    return (
      needed.every(([name, check]) => check(members[name])) &&
      possible.every(([name, check]) => members[name] === undefined || check(members[name]))
    );
  };
};

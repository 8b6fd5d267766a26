/** Kinds of settings: how the text of an environment variable is read, and what is said of a wrong one. */
import { resolve } from 'node:path';
import * as v from 'valibot';

export const wholeNumber = (most: number, help: string) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,7}$/, `expected a whole number from 0 to ${most}`),
    v.transform(Number),
    v.maxValue(most, `expected a whole number from 0 to ${most}`),
    v.description(help),
  );

export const flag = (help: string) =>
  v.pipe(
    v.picklist(['true', 'false'], 'expected true or false'),
    v.transform((text) => text === 'true'),
    v.description(help),
  );

/** A token of RFC 9110, §5.6.2. */
const token = /^[!#$%&'*+.^_`|~\w-]+$/;

export const headerName = (help: string) =>
  v.pipe(
    v.string(),
    v.regex(token, 'expected the name of one HTTP header'),
    v.toLowerCase(),
    v.description(help),
  );

/** Begins of the receiver's own paths: one of them before its paths could not be told from them. */
const ownPaths = ['api', 'auth', '.well-known', 'healthz', 'openapi.json'];

/** A path with a slash before it and none after, or empty. */
export const basePath = (help: string) =>
  v.pipe(
    v.string(),
    v.regex(/^\/([\w.~-]+(\/[\w.~-]+)*\/?)?$/, 'expected a path such as /charter, without a query'),
    v.transform((path) => path.replace(/\/$/, '')),
    v.check(
      (path) => !ownPaths.includes(path.split('/')[1] ?? ''),
      `expected another first part than ${ownPaths.join(', ')}, which the receiver itself serves`,
    ),
    v.description(help),
  );

export const folder = (help: string) =>
  v.pipe(
    v.string(),
    v.transform((path) => resolve(path)),
    v.description(help),
  );

/** A list with commas; `findFault` says what is wrong with an item, and what was expected. Each wrong item is named. */
export const list = (findFault: (item: string) => string | undefined, help: string) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.split(',').flatMap((item) => item.trim() || [])),
    v.check(
      (items) => !items.some(findFault),
      ({ input }) => input.flatMap((item) => findFault(item) ?? []).join('; '),
    ),
    v.readonly(),
    v.description(help),
  );

export function faultOfOrigin(item: string): string | undefined {
  return URL.canParse(item) && new URL(item).origin === item
    ? undefined
    : `${JSON.stringify(item)} is not an origin such as https://intranet.example`;
}

export function faultOfHeaderName(item: string): string | undefined {
  const quoted = JSON.stringify(item);
  // With credentials, a browser takes it for the name of a header.
  if (item === '*') return `${quoted} is not understood by browsers here: write the name of each header`;
  return token.test(item)
    ? undefined
    : `${quoted} is not the name of a header such as X-Requested-With: write letters, digits and hyphens, without its value`;
}

import type { Charter } from './charter.ts';

/**
 * The address of one version of a charter, from a pattern such as `/charters/{id}-{version}.{locale}.json`; an address
 * without braces stays as it is.
 */
export function addressOf(
  pattern: string,
  { id, version, locale }: Pick<Charter, 'id' | 'version' | 'locale'>,
): string {
  const values: Readonly<Record<string, string>> = { id, version, locale };
  return pattern.replace(/\{(id|version|locale)\}/g, (_, name: string) => encodeURIComponent(values[name]!));
}

/** What schemas ask of texts beside their form. Apart from the schemas, which a browser loads only to explain a fault. */

/** Whether an address may become a link: `https:`, `mailto:`, `tel:` or relative to the page. */
export function isSafeLink(href: string): boolean {
  const base = 'https://relative.invalid';
  try {
    const { protocol, origin } = new URL(href, base);
    if (protocol === 'https:') return origin !== base ? /^https:\/\//i.test(href) : true;
    return protocol === 'mailto:' || protocol === 'tel:';
  } catch {
    return false;
  }
}

/** False for a well-formed date or instant that does not exist, such as 30 February: engines disagree about those. */
export function isInCalendar(text: string): boolean {
  const [written, time] = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d)?/.exec(text) ?? [];
  if (!written) return true;
  const date = new Date(time ? `${written}Z` : written);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}

/** Whether a text is an instant that `Date` reads. */
export const isInstant = (text: string): boolean => !Number.isNaN(Date.parse(text));

/** Whether a text is a language tag such as `fr-CA`. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

interface Identified {
  readonly id: string;
}

/** Whether every item's `id` occurs once. */
export function hasUniqueIds(items: readonly Identified[]): boolean {
  return repeatedId(items) === undefined;
}

/** The first id that occurs twice. */
export function repeatedId(items: readonly Identified[]): string | undefined {
  const seen = new Set<string>();
  return items.find(({ id }) => seen.size === seen.add(id).size)?.id;
}

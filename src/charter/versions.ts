import type { Charter, Section } from './charter.ts';

/** Compares two dotted versions: negative when `a` is older, 0 when equal (`1` equals `1.0.0`). */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.');
  const right = b.split('.');
  for (let index = 0; index < 3; index++) {
    const difference = Number(left[index] ?? 0) - Number(right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export interface CharterChanges {
  /** Sections that came with a later version, by their `since`. */
  readonly newSections: readonly Section[];
  /** Entries of the charter's history after that version, newest first. */
  readonly history: NonNullable<Charter['history']>;
}

/** What a charter says has changed after `version`. */
export function changesSince(charter: Charter, version: string): CharterChanges {
  const isLater = (other: string | undefined): boolean =>
    other !== undefined && compareVersions(other, version) > 0;
  return {
    newSections: charter.sections.filter(({ since }) => isLater(since)),
    history: (charter.history ?? [])
      .filter((entry) => isLater(entry.version))
      .sort((a, b) => compareVersions(b.version, a.version)),
  };
}

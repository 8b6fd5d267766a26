import type { Audience, Charter, Practice, Section } from './charter.ts';

export const audiences: readonly Audience[] = ['staff', 'patients', 'visitors'];

/** Whether a section or a practice speaks to this audience; one that names no audience speaks to everyone. */
export function speaksTo(item: { audiences?: readonly Audience[] | undefined }, audience: Audience): boolean {
  return item.audiences?.includes(audience) ?? true;
}

/** The sections and practices of a charter that speak to an audience, in the document's order. */
export function selectAudience(
  charter: Charter,
  audience: Audience,
): { sections: Section[]; practices: Practice[] } {
  return {
    sections: charter.sections.filter((section) => speaksTo(section, audience)),
    practices: (charter.practices ?? []).filter((practice) => speaksTo(practice, audience)),
  };
}

/** Items in the order of the first appearance of their group; items without a group come under `''`. */
export function groupPractices<T extends { group?: string | undefined }>(
  practices: readonly T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const practice of practices) {
    const group = practice.group ?? '';
    const members = groups.get(group);
    if (members) members.push(practice);
    else groups.set(group, [practice]);
  }
  return groups;
}

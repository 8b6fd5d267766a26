import type { Charter, Practice } from '../../src/charter/charter.ts';

/** Address of a file of stories/documents/charters. */
export function charterURL(name: string): string {
  return new URL(`../../stories/documents/charters/${name}`, import.meta.url).pathname;
}

export async function fetchCharter(name: string): Promise<Charter> {
  const response = await fetch(charterURL(name));
  return (await response.json()) as Charter;
}

/** A charter as small as the schema allows, with what a test changes. */
export function smallCharter(changes: Partial<Charter> = {}): Charter {
  return {
    schema: 'charter/1',
    id: 'small',
    version: '1.0.0',
    locale: 'fr',
    title: 'Petite charte',
    sections: [{ id: 'only', title: 'Une section', body: [{ type: 'paragraph', text: 'Un paragraphe.' }] }],
    ...changes,
  };
}

/** Practices `p1`, `p2`…, in groups of ten. */
export function manyPractices(count: number): Practice[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `p${index + 1}`,
    group: `Groupe ${Math.floor(index / 10) + 1}`,
    text: `Pratique ${index + 1}`,
  }));
}

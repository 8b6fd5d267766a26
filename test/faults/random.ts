/** Numbers from 0 (included) to 1 (excluded), always the same for a seed (mulberry32). */
export type Random = () => number;

export function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A stream of its own for each use of a seed, so that one does not depend on how far another has come. */
export function randomFor(seed: number, use: string): Random {
  let hash = seed >>> 0;
  for (const character of use) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return mulberry32(hash);
}

/** A name drawn by its weight. */
export function pick<Name extends string>(weights: Readonly<Record<Name, number>>, random: Random): Name {
  const entries = Object.entries(weights) as [Name, number][];
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight] of entries) {
    left -= weight;
    if (left < 0) return name;
  }
  return entries.at(-1)![0];
}

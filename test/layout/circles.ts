import type { Import } from './imports.ts';

/** What stands side by side in a folder, by name, and the imports by which one leans on another. */
type Level = Map<string, Map<string, Import[]>>;

/**
 * The imports that tie files or folders in a circle, where they stand side by side: those of a folder are looked at as one,
 * however deep the files are. So the parts of an element may use what stands beside their folder, which does not lead
 * back to what uses them.
 *
 * @returns By the folder in which the circle is, the imports; empty where all lead in one direction.
 */
export function circlesOf(imports: readonly Import[]): Map<string, Import[]> {
  const levels = new Map<string, Level>();
  for (const one of imports) {
    const from = one.from.split('/');
    const to = one.to.split('/');
    const depth = from.findIndex((name, index) => name !== to[index]);
    if (depth < 0) continue;
    const level = entryOf(levels, from.slice(0, depth).join('/'), (): Level => new Map());
    const leans = entryOf(level, from[depth]!, () => new Map<string, Import[]>());
    entryOf(leans, to[depth]!, (): Import[] => []).push(one);
  }
  const circles = new Map<string, Import[]>();
  for (const [folder, level] of levels) {
    const tied = tiesOf(level);
    if (tied.length > 0) circles.set(folder, tied);
  }
  return circles;
}

/** What leans on nothing, or is leant on by nothing, is taken away until nothing goes: what is left is in a circle. */
function tiesOf(level: Level): Import[] {
  const left = new Set(level.keys());
  const leansOn = (name: string): string[] => [...level.get(name)!.keys()].filter((other) => left.has(other));
  for (let size = -1; size !== left.size;) {
    size = left.size;
    for (const name of left) if (leansOn(name).length === 0) left.delete(name);
    const leantOn = new Set([...left].flatMap(leansOn));
    for (const name of left) if (!leantOn.has(name)) left.delete(name);
  }
  return [...left].flatMap((name) => leansOn(name).flatMap((other) => level.get(name)!.get(other)!));
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

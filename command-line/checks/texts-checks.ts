import { foundIn } from '../messages/findings.ts';
import type { PathFinding } from '../messages/findings.ts';
import { nearest } from '../messages/nearest.ts';

/** A text of the interface, as the code has it. */
export interface InterfaceText {
  readonly id: string;
  readonly text: string;
  /** What stands for `${0}`, `${1}`…: names of parameters of the code. */
  readonly values: readonly string[];
}

/** Members of a texts file that explain the others. */
export const isRemark = (name: string): boolean => name.startsWith('//');

/** What is wrong with a hospital's texts, typography aside. */
export function checkTexts(value: unknown, known: readonly InterfaceText[]): PathFinding[] {
  const byId = new Map(known.map((text) => [text.id, text]));
  const findings: PathFinding[] = [];
  for (const [id, text] of Object.entries(value as Record<string, unknown>)) {
    if (isRemark(id)) continue;
    const path = `$.${id}`;
    const original = byId.get(id);
    if (typeof text !== 'string') findings.push(foundIn(path, 'text-of-no-text', { id }));
    else if (!original) findings.push(foundIn(path, 'unknown-text', { id, near: nearest(id, byId.keys()) }));
    else if (text.trim() === '') findings.push(foundIn(path, 'emptied-text', {}));
    else findings.push(...checkMarks(path, text, original));
  }
  return findings;
}

/** `${0}`, `${1}`… stand for values that the text must say. */
function* checkMarks(
  path: string,
  text: string,
  { text: original, values }: InterfaceText,
): Generator<PathFinding> {
  const used = new Set([...text.matchAll(/\$\{(\d+)\}/g)].map(([, number]) => Number(number)));
  const markOf = (number: number): string => `\${${number}}`;
  for (const [number, value] of values.entries()) {
    if (!used.has(number)) yield foundIn(path, 'value-left-out', { mark: markOf(number), value, original });
  }
  for (const number of used) {
    if (number >= values.length) yield foundIn(path, 'value-unknown', { mark: markOf(number), original });
  }
}

import { foundIn } from '../messages/findings.ts';
import type { PathFinding } from '../messages/findings.ts';
import { findTypographyFaults } from '../typography/french-typography.ts';

/**
 * The faults of typography of a text.
 *
 * @param written - The text as it stands in the file, where it was put right since; faults are told at their place there.
 */
export function checkTypography(text: string, path: string, written = text): PathFinding[] {
  const faults = findTypographyFaults(text);
  const left = new Set(faults.map(({ fault }) => fault));
  const told =
    text === written ? faults : findTypographyFaults(written).filter(({ fault }) => left.has(fault));
  return told.map(({ fault, index, length }) => ({
    ...foundIn(path, 'typography', { fault, near: length > 0 ? around(written, index, length) : '' }),
    index,
  }));
}

/** The words around a fault, on one line. */
function around(text: string, index: number, length: number): string {
  return text
    .slice(Math.max(index - 12, 0), index + length + 8)
    .trim()
    .replaceAll('«', '‹')
    .replaceAll('»', '›');
}

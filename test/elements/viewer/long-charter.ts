import '../../../src/elements/viewer/charter-viewer.ts';
import type { Charter } from '../../../src/charter/charter.ts';
import type { CharterViewer } from '../../../src/elements/viewer/viewer-element.ts';
import { smallCharter } from '../../support/charter.ts';

/** Sections `s1`, `s2`…, each of them taller than any window. */
export function longCharter(count: number): Charter {
  const body = Array.from({ length: 200 }, () => ({ type: 'paragraph' as const, text: 'Une ligne.' }));
  const sections = Array.from({ length: count }, (_, index) => ({
    id: `s${index + 1}`,
    title: `Section ${index + 1}`,
    body,
  }));
  return smallCharter({ sections });
}

export const scrollToEnd = (viewer: CharterViewer, id: string) =>
  viewer.shadowRoot!.querySelector(`#${id} > .end`)!.scrollIntoView({ block: 'center', behavior: 'instant' });

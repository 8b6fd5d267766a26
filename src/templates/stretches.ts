import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { groupPractices } from '../charter/audiences.ts';
import type { Practice } from '../charter/charter.ts';

/** How many practices a stretch has at least, where it is not the last. */
const shortest = 50;

/**
 * Practices in their groups, these in stretches: of many, engines lay out and paint those near the window (see
 * `.stretch` in the shared styles), and a tick in one stretch is no work in the others.
 */
export function renderInStretches(
  practices: readonly Practice[],
  renderGroup: (group: string, members: readonly Practice[]) => TemplateResult,
): TemplateResult[] {
  const stretches: TemplateResult[][] = [];
  let room = 0;
  for (const [group, members] of groupPractices(practices)) {
    if (room <= 0) {
      room = shortest;
      stretches.push([]);
    }
    room -= members.length;
    stretches.at(-1)!.push(renderGroup(group, members));
  }
  return stretches.map((groups) => html`<div class="stretch">${groups}</div>`);
}

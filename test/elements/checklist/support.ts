import type { CharterChecklist } from '../../../src/elements/checklist/checklist-element.ts';

export function boxes(checklist: CharterChecklist): HTMLInputElement[] {
  return [...checklist.shadowRoot!.querySelectorAll<HTMLInputElement>('[type=checkbox]')];
}

export function box(checklist: CharterChecklist, id: string): HTMLInputElement {
  const found = boxes(checklist).find(({ value }) => value === id);
  if (!found)
    throw new Error(
      `no practice "${id}" is listed: ${boxes(checklist)
        .map(({ value }) => value)
        .join()}`,
    );
  return found;
}

/** Ids whose boxes look ticked. */
export function shownTicks(checklist: CharterChecklist): string[] {
  return boxes(checklist)
    .filter(({ checked }) => checked)
    .map(({ value }) => value);
}

/** Ids of the practices listed. */
export function listed(checklist: CharterChecklist): string[] {
  return boxes(checklist).map(({ value }) => value);
}

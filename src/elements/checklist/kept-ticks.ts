import { readStored, writeStored } from '../../behaviors/page-storage.ts';
import type { Persistence } from '../../behaviors/page-storage.ts';
import type { Charter } from '../../charter/charter.ts';

const keyOf = ({ id }: Charter): string => `checklist:${id}`;

/** Ids that were kept for a charter; none where nothing was, or something else. */
export function readTicks(persist: Persistence, charter: Charter): readonly string[] {
  return idsOf(readStored(persist, keyOf(charter))) ?? [];
}

/** Keeps the ticks of every audience: another page may list those of another one. */
export function keepTicks(persist: Persistence, charter: Charter, ticked: ReadonlySet<string>): void {
  if (persist === 'none') return;
  const ids = (charter.practices ?? []).filter(({ id }) => ticked.has(id)).map(({ id }) => id);
  writeStored(persist, keyOf(charter), ids.length > 0 ? ids : undefined);
}

/** The ids that `setFormValue` was given; browsers also fill in values of their own. */
export function readFormState(state: string): string[] | undefined {
  try {
    return idsOf(JSON.parse(state));
  } catch {
    return undefined;
  }
}

function idsOf(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.map(String) : undefined;
}

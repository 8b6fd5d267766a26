import { selectAudience } from '../../charter/audiences.ts';
import type { Audience, Charter, Practice } from '../../charter/charter.ts';

/** The practices listed for an audience: a tick looks at few of them, however many there are. */
export interface Listing {
  readonly charter: Charter;
  readonly audience: Audience;
  readonly practices: readonly Practice[];
  /** Where each practice stands in the list. */
  readonly places: ReadonlyMap<string, number>;
  readonly required: readonly Practice[];
}

export function listPractices(charter: Charter, audience: Audience): Listing {
  const { practices } = selectAudience(charter, audience);
  const places = new Map(practices.map(({ id }, place) => [id, place]));
  const required = practices.filter((practice) => practice.required);
  return { charter, audience, practices, places, required };
}

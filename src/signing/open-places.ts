/** Where signatures go, and how: one signing each in a page. */
export interface SigningPlace {
  /** Resolved; empty where the page sends its records itself. */
  readonly endpoint: string;
  /** Several people use this device: records are kept on it encrypted to the receiver, or not at all. */
  readonly isShared: boolean;
}

const open = new Set<string>();

/** Names a place. */
export function keyOf({ endpoint, isShared }: SigningPlace): string {
  return `${isShared ? 'shared' : 'own'} ${endpoint}`;
}

/** Whether this page has a signing there, which may know of records that no storage holds. */
export function isOpen(place: SigningPlace): boolean {
  return open.has(keyOf(place));
}

export function noteOpen(place: SigningPlace): void {
  open.add(keyOf(place));
}

import type { Problem } from '../signature/problem.ts';
import type { SignatureRecord } from '../signature/record.ts';
import { PageEvent } from './page-event.ts';

export type CharterSignFailedDetail = { readonly record: SignatureRecord; readonly problem: Problem };

/** The signature was refused for good, or its receipt does not verify. */
export class CharterSignFailedEvent extends PageEvent<CharterSignFailedDetail> {
  constructor(detail: CharterSignFailedDetail) {
    super('charter-sign-failed', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'charter-sign-failed': CharterSignFailedEvent;
  }
}

import type { SignatureRecord } from '../signature/record.ts';
import { PageEvent } from './page-event.ts';

export type CharterDeclinedDetail = { readonly record: SignatureRecord };

/** The person declined, and the endpoint recorded it. */
export class CharterDeclinedEvent extends PageEvent<CharterDeclinedDetail> {
  constructor(detail: CharterDeclinedDetail) {
    super('charter-declined', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'charter-declined': CharterDeclinedEvent;
  }
}

import type { Receipt } from '../signature/receipt.ts';
import type { SignatureRecord } from '../signature/record.ts';
import { PageEvent } from './page-event.ts';

export type CharterSignedDetail = {
  readonly record: SignatureRecord;
  /** The endpoint's answer; `undefined` when it answered 2xx without one. */
  readonly receipt: Receipt | undefined;
};

/** The endpoint recorded the signature. Once a record, also when the outbox delivers it after a reload. */
export class CharterSignedEvent extends PageEvent<CharterSignedDetail> {
  constructor(detail: CharterSignedDetail) {
    super('charter-signed', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'charter-signed': CharterSignedEvent;
  }
}

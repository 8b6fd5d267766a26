import type { ReceiptFile, ReceiptFindings } from '../signature/check-receipt.ts';
import { PageEvent } from './page-event.ts';

export type CharterReceiptCheckedDetail = {
  readonly receipt: ReceiptFile;
  readonly findings: ReceiptFindings;
};

/** A receipt was read and checked against what is at hand. */
export class CharterReceiptCheckedEvent extends PageEvent<CharterReceiptCheckedDetail> {
  constructor(detail: CharterReceiptCheckedDetail) {
    super('charter-receipt-checked', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'charter-receipt-checked': CharterReceiptCheckedEvent;
  }
}

import type { SignatureRecord } from '../signature/record.ts';
import type { SealedRecord } from '../signature/seal-record.ts';
import { PageEvent } from './page-event.ts';

/** The request about to be made; a listener may change it, for instance to add an authentication header. */
export interface SignRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  credentials: RequestCredentials;
}

/** What a page that sends the record itself answers with: the endpoint's response, or its parsed body. */
export type SignAnswer = Response | object | null | undefined;

export interface CharterSignRequestDetail {
  /** `undefined` for a record that an earlier person left on a shared device: it is encrypted to the receiver. */
  readonly record: SignatureRecord | undefined;
  /** That record's encrypted form. */
  readonly sealed: SealedRecord | undefined;
  readonly request: SignRequest;
  /**
   * After `preventDefault()`: the page sends the record itself. A `Response` is read by the contract's table, as if the
   * element had asked for it; a parsed body has to carry the record's id; `undefined` or `null` says that it is recorded.
   * The signature stays pending when the promise rejects, or is not settled within `timeout`.
   */
  readonly respondWith: (answer: Promise<SignAnswer>) => void;
}

/**
 * The record is about to be sent: before each attempt, and before anything leaves the browser. Cancelable:
 * `preventDefault()` without `respondWith()` withdraws the signature.
 */
export class CharterSignRequestEvent extends PageEvent<CharterSignRequestDetail> {
  constructor(detail: CharterSignRequestDetail) {
    super('charter-sign-request', detail, { cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'charter-sign-request': CharterSignRequestEvent;
  }
}

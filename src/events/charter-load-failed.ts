import { PageEvent } from './page-event.ts';

export type CharterLoadFailedDetail = { readonly error: Error };

/** A charter or networks file could not be loaded or is not valid; the error says what, where and why. */
export class CharterLoadFailedEvent extends PageEvent<CharterLoadFailedDetail> {
  constructor(detail: CharterLoadFailedDetail) {
    super('charter-load-failed', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'charter-load-failed': CharterLoadFailedEvent;
  }
}

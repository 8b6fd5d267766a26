import { PageEvent } from './page-event.ts';

export type CharterReadDetail = { readonly sections: readonly string[] };

/** The end of every section came into view. Once a charter. */
export class CharterReadEvent extends PageEvent<CharterReadDetail> {
  constructor(detail: CharterReadDetail) {
    super('charter-read', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'charter-read': CharterReadEvent;
  }
}

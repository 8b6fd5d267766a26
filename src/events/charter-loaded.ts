import type { Charter } from '../charter/charter.ts';
import type { Digest } from '../charter/digest.ts';
import { PageEvent } from './page-event.ts';

export type CharterLoadedDetail = { readonly charter: Charter; readonly digest: Digest };

/** A charter was loaded, validated and is shown. */
export class CharterLoadedEvent extends PageEvent<CharterLoadedDetail> {
  constructor(detail: CharterLoadedDetail) {
    super('charter-loaded', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'charter-loaded': CharterLoadedEvent;
  }
}

import { PageEvent } from './page-event.ts';

export type CharterSectionReadDetail = { readonly section: string };

/** The end of a section (its id) came into view. Once a section. */
export class CharterSectionReadEvent extends PageEvent<CharterSectionReadDetail> {
  constructor(detail: CharterSectionReadDetail) {
    super('charter-section-read', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'charter-section-read': CharterSectionReadEvent;
  }
}

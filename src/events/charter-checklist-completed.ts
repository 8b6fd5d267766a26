import { PageEvent } from './page-event.ts';

export type CharterChecklistCompletedDetail = { readonly ticked: readonly string[] };

/** Every practice of the checklist is ticked. */
export class CharterChecklistCompletedEvent extends PageEvent<CharterChecklistCompletedDetail> {
  constructor(detail: CharterChecklistCompletedDetail) {
    super('charter-checklist-completed', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'charter-checklist-completed': CharterChecklistCompletedEvent;
  }
}

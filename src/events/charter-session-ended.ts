import { PageEvent } from './page-event.ts';

export type CharterSessionEndedDetail = {
  /** `person` asked for it; `idle`: nobody was there any more; `leave`: the page was left. */
  readonly reason: 'person' | 'idle' | 'leave';
};

/**
 * On a shared device, a person has finished: what they did is wiped from every element of the page. A page that holds
 * something of them elsewhere wipes it too.
 */
export class CharterSessionEndedEvent extends PageEvent<CharterSessionEndedDetail> {
  constructor(detail: CharterSessionEndedDetail) {
    super('charter-session-ended', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'charter-session-ended': CharterSessionEndedEvent;
  }
  interface DocumentEventMap {
    'charter-session-ended': CharterSessionEndedEvent;
  }
}

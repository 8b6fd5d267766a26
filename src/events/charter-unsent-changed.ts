import { PageEvent } from './page-event.ts';

export type CharterUnsentChangedDetail = {
  /** How many records on this device the endpoint has not accepted. */
  readonly count: number;
};

/** There are more or fewer unsent records than before, in this tab or another one. */
export class CharterUnsentChangedEvent extends PageEvent<CharterUnsentChangedDetail> {
  constructor(detail: CharterUnsentChangedDetail) {
    super('charter-unsent-changed', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'charter-unsent-changed': CharterUnsentChangedEvent;
  }
}

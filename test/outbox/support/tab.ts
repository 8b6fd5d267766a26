import * as outbox from '../../../src/outbox/index.ts';

declare global {
  interface Window {
    /** The outbox as this tab's own modules make it. */
    charterOutbox: typeof outbox;
  }
}

window.charterOutbox = outbox;

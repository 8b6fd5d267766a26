import * as outbox from '../../../src/outbox/index.ts';
import { openDatabase } from '../../../src/outbox/storage.ts';

const charterOutbox = { ...outbox, openDatabase };

declare global {
  interface Window {
    /** The outbox as this tab's own modules make it, and its database. */
    charterOutbox: typeof charterOutbox;
  }
}

window.charterOutbox = charterOutbox;

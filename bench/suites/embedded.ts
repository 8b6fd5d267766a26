import { measureEmbedded } from '../receiver/embedded.ts';
import type { Suite } from '../support/result.ts';

/** The embedded database of the receiver beside PostgreSQL's own programs from npm. About three minutes. */
export const embeddedSuite: Suite = (log) => measureEmbedded(log);

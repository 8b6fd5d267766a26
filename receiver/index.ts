export { createReceiver } from './app.ts';
export type { Log, LogEntry } from './http/failures.ts';
export type { ReceiverOptions } from './options.ts';
export { startReceiver } from './server.ts';
export type { RunningReceiver, StartOptions } from './server.ts';
export { readSettings } from './settings.ts';
export type { Settings } from './settings.ts';

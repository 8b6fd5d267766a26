export * from './links.ts';
export * from './load-networks.ts';
export * from './merge-networks.ts';
export * from './networks.ts';
export * from './platforms.ts';
export * from './progress.ts';
export * from './reminder.ts';

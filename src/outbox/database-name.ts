/** Name of the outbox's IndexedDB database; apart, so that looking for it does not load the outbox. */
export const databaseName = 'charter-elements-outbox';

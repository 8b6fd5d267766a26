/** Decides what happens in a run of faults; `FAULT_SEED` repeats the one that a report names. */
export const faultSeed = Number(process.env['FAULT_SEED'] ?? Date.now() % 2 ** 31);

/** Longest time of a run of faults, in milliseconds: minutes where other tests share the processors. */
export const faultTimeout = 6 * 60_000;

/** Decides what happens in a run of faults; `FAULT_SEED` repeats the one that a report names. */
export const faultSeed = Number(process.env['FAULT_SEED'] ?? Date.now() % 2 ** 31);

/** Longest time of a run of faults, in milliseconds: four times what it takes where other tests share the processors. */
export const faultTimeout = 25 * 60_000;

/** How many times a receiver is killed; `FAULT_KILLS=50` as in the committed figures. */
export const faultKills = Number(process.env['FAULT_KILLS'] ?? 10);

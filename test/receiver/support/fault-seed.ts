/** Decides what happens in a run of faults; `FAULT_SEED` repeats the one that a report names. */
export const faultSeed = Number(process.env['FAULT_SEED'] ?? Date.now() % 2 ** 31);

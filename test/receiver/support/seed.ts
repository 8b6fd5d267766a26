/** Seed of the property tests of this run. `FAST_CHECK_SEED` gives that of another one again. */
export const seed = Number(process.env['FAST_CHECK_SEED'] ?? Date.now() % 2 ** 31);

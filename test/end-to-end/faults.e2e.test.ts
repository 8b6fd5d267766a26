import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { it } from 'node:test';
import { runSignatureFaults } from '../../bench/faults/signatures.ts';

/** Another one each time; `FAULT_SEED` repeats a run that failed. */
const seed = Number(process.env['FAULT_SEED'] ?? randomInt(2 ** 31));

it(`loses, doubles and wrongly confirms none of 500 signatures through a broken network (FAULT_SEED=${seed})`, async (t) => {
  const result = await runSignatureFaults({
    seed,
    signatures: 500,
    engines: ['chromium', 'firefox', 'webkit'],
    log: (line) => t.diagnostic(line),
  });
  const { lost, doubled, falselySigned, announcedTwice, unfinished, errors, missing, counts } = result;
  assert.deepEqual(
    { lost, doubled, falselySigned, announcedTwice, unfinished, errors, missing },
    { lost: [], doubled: [], falselySigned: [], announcedTwice: [], unfinished: [], errors: [], missing: [] },
  );
  assert.equal(counts['rows'], 500);
  // What is said to be signed was heard at all.
  assert.ok(counts['signed']! > 250, `only ${counts['signed']} were announced as signed`);
});

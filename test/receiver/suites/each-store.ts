import { appendOnlySuite, limitedRoleSuite } from './append-only.ts';
import { arbitraryInputSuite } from './arbitrary-input.ts';
import { arbitraryRequestsSuite } from './arbitrary-requests.ts';
import { countingRoleSuite, countingSuite } from './counting.ts';
import { coverageSuite } from './coverage.ts';
import { durabilitySuite } from './durability.ts';
import { encryptedSuite } from './encrypted.ts';
import { formOriginSuite } from './form-origin.ts';
import { formDoubtsSuite } from './form-doubts.ts';
import { formsSuite } from './forms.ts';
import { hostingSuite } from './hosting.ts';
import { identitySuite } from './identity.ts';
import { limitsSuite } from './limits.ts';
import { outageSuite } from './outage.ts';
import { readingSuite } from './reading.ts';
import { signingSuite } from './signing.ts';
import { strangeDatabaseSuite } from './strange-database.ts';
import { describeStore } from '../support/each-store.ts';
import type { EngineUnderTest } from '../support/each-store.ts';

/** All that a receiver promises, over one engine. A file each: over both it takes minutes. */
export function eachStoreSuite(engine: EngineUnderTest['engine']): void {
  describeStore(engine, (get) => {
    // First: the engine that recovers leaves a timer, which runs out during the others.
    outageSuite(get);
    signingSuite(get);
    readingSuite(get);
    coverageSuite(get);
    countingSuite(get);
    if (engine === 'postgresql') countingRoleSuite(get);
    identitySuite(get);
    encryptedSuite(get);
    formsSuite(get);
    formDoubtsSuite(get);
    formOriginSuite(get);
    hostingSuite(get);
    limitsSuite(get);
    durabilitySuite(get);
    appendOnlySuite(get);
    if (engine === 'postgresql') {
      limitedRoleSuite(get);
      strangeDatabaseSuite(get);
    }
    arbitraryInputSuite(get);
    arbitraryRequestsSuite(get);
  });
}

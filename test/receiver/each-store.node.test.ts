import { appendOnlySuite, limitedRoleSuite } from './suites/append-only.ts';
import { arbitraryInputSuite } from './suites/arbitrary-input.ts';
import { arbitraryRequestsSuite } from './suites/arbitrary-requests.ts';
import { countingRoleSuite, countingSuite } from './suites/counting.ts';
import { coverageSuite } from './suites/coverage.ts';
import { durabilitySuite } from './suites/durability.ts';
import { encryptedSuite } from './suites/encrypted.ts';
import { formOriginSuite } from './suites/form-origin.ts';
import { formsSuite } from './suites/forms.ts';
import { hostingSuite } from './suites/hosting.ts';
import { identitySuite } from './suites/identity.ts';
import { limitsSuite } from './suites/limits.ts';
import { outageSuite } from './suites/outage.ts';
import { readingSuite } from './suites/reading.ts';
import { signingSuite } from './suites/signing.ts';
import { describeEachStore } from './support/each-store.ts';

describeEachStore((get, engine) => {
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
  formOriginSuite(get);
  hostingSuite(get);
  limitsSuite(get);
  durabilitySuite(get);
  appendOnlySuite(get);
  if (engine === 'postgresql') limitedRoleSuite(get);
  arbitraryInputSuite(get);
  arbitraryRequestsSuite(get);
});

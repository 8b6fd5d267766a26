import { pick, randomFor } from './random.ts';

/** What may happen to a posted signature, and how often among the faults. */
export const signatureFaults = {
  /** The connection breaks before the receiver has seen anything. */
  'drop-before': 2,
  /** The receiver has recorded, and its answer is lost. */
  'drop-after': 2,
  /** Slow, within the element's patience. */
  slow: 2,
  /** Held for longer than the element waits, then passed on all the same. */
  'late-request': 1,
  /** Passed on at once, answered after the element has given up. */
  'late-answer': 1,
  /** The answer breaks off in the middle of its body. */
  truncate: 2,
  /** Passed on twice at the same time; one of the two answers comes back. */
  duplicate: 2,
  '400': 0.7,
  '401': 1,
  '403': 1,
  '408': 1,
  '409-in-progress': 1,
  '409-charter-outdated': 0.7,
  '413': 0.7,
  '415': 0.7,
  '422': 0.7,
  '425': 1,
  '429-seconds': 0.7,
  '429-date': 0.7,
  '500': 1,
  '502': 1,
  '503': 1,
  '503-retry-after': 0.7,
  '504': 1,
  /** The single sign-on redirects to its own page, which answers 200. */
  'sign-in-page': 1,
  /** The receiver has recorded, and the gateway answers in its place. */
  'recorded-502': 1,
  'recorded-504': 1,
} as const;

/** What may happen to a request for the key set that receipts are verified with. */
export const keyFaults = {
  'keys-drop': 1,
  'keys-truncate': 1,
  'keys-hang': 0.5,
  'keys-503': 1,
  'keys-html': 1,
} as const;

export type SignatureFault = keyof typeof signatureFaults;
export type KeyFault = keyof typeof keyFaults;
export type Fault = SignatureFault | KeyFault;

export const allFaults = [...Object.keys(signatureFaults), ...Object.keys(keyFaults)] as readonly Fault[];

/** Answers that end the attempts to send a record: a receiver never gives one about a record that it has. */
export const refusals: ReadonlySet<string> = new Set([
  '400',
  '409-charter-outdated',
  '413',
  '415',
  '422',
] satisfies SignatureFault[]);

const passing = Object.fromEntries(
  Object.entries(signatureFaults).filter(([fault]) => !refusals.has(fault)),
) as Record<SignatureFault, number>;

const faultShare = { signature: 0.55, keys: 0.15 };

/** The fault of the request of that number, from the seed alone; none for many of them. */
export function signatureFault(
  seed: number,
  request: number,
  mayRefuse: boolean,
): SignatureFault | undefined {
  const random = randomFor(seed, `signature ${request}`);
  if (random() >= faultShare.signature) return undefined;
  const fault = pick(signatureFaults, random);
  return mayRefuse || !refusals.has(fault) ? fault : pick(passing, random);
}

export function keyFault(seed: number, request: number): KeyFault | undefined {
  const random = randomFor(seed, `keys ${request}`);
  return random() < faultShare.keys ? pick(keyFaults, random) : undefined;
}

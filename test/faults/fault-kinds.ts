import { madeUpAnswers, refusing } from './made-up-answers.ts';
import type { MadeUpFault } from './made-up-answers.ts';
import { pick, randomFor } from './random.ts';

/** What may happen to the connection of a posted signature, and how often beside the made-up answers, each of which counts 1. */
const connectionFaults = {
  /** The connection breaks before the receiver has seen anything. */
  'drop-before': 5,
  /** The receiver has recorded, and its answer is lost. */
  'drop-after': 5,
  /** Slow, within the element's patience. */
  slow: 5,
  /** Held for longer than the element waits, then passed on all the same. */
  'late-request': 2,
  /** Passed on at once, answered after the element has given up. */
  'late-answer': 3,
  /** The answer breaks off in the middle of its headers or its body. */
  truncate: 6,
  /** Passed on twice at the same time; one of the two answers comes back. */
  duplicate: 5,
  /** The connection breaks in the status line: Chromium makes up a 200 without headers. */
  'cut-status-line': 2,
  'recorded-cut-status-line': 2,
  /** 102 Processing, then nothing more. */
  'cut-after-102': 1.5,
  'recorded-cut-after-102': 1.5,
} as const;

/** What may happen to a request for the key set that receipts are verified with. */
export const keyFaults = {
  'keys-drop': 1,
  'keys-truncate': 1,
  'keys-hang': 0.5,
  'keys-503': 1,
  'keys-html': 1,
} as const;

export type KeyFault = keyof typeof keyFaults;
export type SignatureFault =
  keyof typeof connectionFaults | MadeUpFault | `recorded-${MadeUpFault}` | `recorded-${Proving}`;
export type Fault = SignatureFault | KeyFault;

/** The receiver has recorded, and the gateway answers in its place what the contract takes for that. */
const proving = ['empty-201', 'empty-202', 'empty-204', 'bare-object'] as const;
export type Proving = (typeof proving)[number];

/**
 * Each answer that is not a refusal comes in both ways: in place of the receiver, and after it has recorded. A refusal
 * never comes about a record that the receiver has.
 */
export const signatureFaults = Object.fromEntries([
  ...Object.entries(connectionFaults),
  ...(Object.keys(madeUpAnswers) as MadeUpFault[]).flatMap((fault): [SignatureFault, number][] =>
    refusing.has(fault)
      ? [[fault, 0.6]]
      : [
          [fault, 0.6],
          [`recorded-${fault}`, 0.4],
        ],
  ),
  ...proving.map((fault) => [`recorded-${fault}`, 0.7] as const),
]) as Readonly<Record<SignatureFault, number>>;

export const allFaults = [...Object.keys(signatureFaults), ...Object.keys(keyFaults)] as readonly Fault[];

const passing = Object.fromEntries(
  Object.entries(signatureFaults).filter(([fault]) => !refusing.has(fault)),
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
  return mayRefuse || !refusing.has(fault) ? fault : pick(passing, random);
}

export function keyFault(seed: number, request: number): KeyFault | undefined {
  const random = randomFor(seed, `keys ${request}`);
  return random() < faultShare.keys ? pick(keyFaults, random) : undefined;
}

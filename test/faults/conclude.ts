import { isDeepStrictEqual } from 'node:util';
import { allFaults } from './fault-kinds.ts';
import type { Fault } from './fault-kinds.ts';
import type { Breach, Ledger } from './ledger.ts';
import type { SignedRecord } from './messages.ts';
import type { FaultProxy } from './proxy.ts';

/** What must never be: each list says which, and is to be empty. */
export interface Breaches {
  /** People without a row, and records that are neither in an outbox nor in the database. */
  readonly lost: readonly string[];
  /** People with two rows, and rows of a signature that was refused or never kept. */
  readonly doubled: readonly string[];
  /** Records that were sent again and again after they had been refused. */
  readonly sentAfterRefusal: readonly string[];
  /** Signatures that the element said were recorded before they were, or that were a refusal to sign. */
  readonly falselySigned: readonly string[];
  /** Signatures that the element said were recorded, on an answer that does not prove it. */
  readonly believedWithoutProof: readonly string[];
  /** Signatures that were at « Envoi… » for longer than the timeout and two seconds. */
  readonly stuckAtSending: readonly string[];
  /** Signatures that were announced, or shown as signed, for another charter. */
  readonly ofAnotherCharter: readonly string[];
  /** Records of which the element announced twice that they are signed. */
  readonly announcedTwice: readonly string[];
  /** Records that the screen says are signed, and of which nothing was announced. */
  readonly unannounced: readonly string[];
  /** Reviews that showed what was no longer so. */
  readonly staleReviews: readonly string[];
  /** Rows that are not what the review showed in the moment of the click. */
  readonly recordedOtherwise: readonly string[];
  /** Records that were posted to another address than the one they were signed for. */
  readonly misdirected: readonly string[];
  /** What reached another origin of a record, or of the page's CSRF token. */
  readonly leaked: readonly string[];
  /** Elements that showed nothing at all. */
  readonly blank: readonly string[];
  /** Errors that nobody caught in a page. */
  readonly uncaught: readonly string[];
  /** Tabs that had not sent everything when the time was over. */
  readonly unfinished: readonly string[];
  /** What went wrong in the run itself. */
  readonly errors: readonly string[];
}

/** What became of the signatures. */
export interface Result extends Breaches {
  readonly seed: number;
  readonly signatures: number;
  readonly seconds: number;
  /** Tabs in which nothing runs any more, though they were loaded again: their browser hangs, and nothing is known of them. */
  readonly hung: readonly string[];
  /** Faults that never occurred. */
  readonly missing: readonly Fault[];
  readonly injected: Readonly<Partial<Record<Fault, number>>>;
  readonly disturbances: Readonly<Record<string, number>>;
  readonly counts: Readonly<Record<string, number>>;
}

export interface Row {
  readonly id: string;
  readonly signer: string;
  /** What was recorded. */
  readonly record: SignedRecord;
}

/** What the run left behind. */
export interface Evidence {
  readonly seed: number;
  readonly signatures: number;
  readonly ledger: Ledger;
  readonly proxy: FaultProxy;
  readonly rows: readonly Row[];
  /** Ids that were signed and that the receiver does not know. */
  readonly unknown: readonly string[];
  /** Tabs in which nothing ran any more, and that were loaded again from outside. */
  readonly revived: readonly string[];
  readonly leaked: readonly string[];
  readonly errors: readonly string[];
  readonly seconds: number;
}

/** A page that is left before it has noted a refusal sends once more; the next one is seldom left in that moment too. */
const mostRefusals = 3;

export function conclude(evidence: Evidence): Result {
  const { seed, signatures, seconds, ledger, proxy, rows, revived, leaked, errors } = evidence;
  const { posts } = proxy.postbook;
  const intents = [...ledger.intents];
  const details = (kind: Breach) =>
    ledger.breaches
      .filter((breach) => breach.kind === kind)
      .map(({ detail }) => withFaults(detail, proxy))
      .sort();
  return {
    seed,
    signatures,
    seconds,
    lost: [...details('lost'), ...findLost(evidence).map((detail) => withFaults(detail, proxy))],
    doubled: findDoubled(evidence).map((detail) => withFaults(withDisturbances(detail, ledger), proxy)),
    sentAfterRefusal: [...posts]
      .filter(([, { refusal, refusals }]) => refusal && refusals > mostRefusals)
      .map(([id, { refusal, refusals }]) => `${id} was refused ${refusals} times (${refusal})`),
    falselySigned: [
      ...details('shown before recorded'),
      ...details('signed without a record'),
      ...details('another decision'),
    ],
    believedWithoutProof: details('believed without proof'),
    stuckAtSending: details('stuck at sending'),
    ofAnotherCharter: details('of another charter'),
    announcedTwice: intents
      .filter(([, { signedEvents }]) => signedEvents.length > 1)
      .map(([id, { signedEvents }]) =>
        withFaults(withDisturbances(`${id} by ${signedEvents.join(' and ')}`, ledger), proxy),
      ),
    unannounced: details('unannounced').filter(
      (detail) => !intents.some(([id, { signedEvents }]) => detail.includes(id) && signedEvents.length > 0),
    ),
    staleReviews: details('stale review'),
    recordedOtherwise: rows.flatMap(({ id, record }) => {
      const difference = differenceOf(record, ledger.intents.get(id)?.signed.record);
      return difference === undefined ? [] : [`${id}: ${difference}`];
    }),
    misdirected: intents.flatMap(([id, { signed }]) =>
      [...(posts.get(id)?.paths ?? [])]
        .filter((path) => path !== signed.path)
        .map((path) => `${id}, signed for ${signed.path}, was posted to ${path}`),
    ),
    leaked,
    blank: details('blank'),
    uncaught: details('uncaught'),
    unfinished: ledger.tabsNotLeft,
    hung: [
      ...ledger.tabsNotLeft.filter((tab) => tab.includes(': revived')),
      ...errors.filter(isOfDeadBrowser).slice(0, 1),
    ],
    errors: errors.filter((error) => !isOfDeadBrowser(error)),
    missing: allFaults.filter((fault) => !proxy.injected.has(fault)),
    injected: Object.fromEntries([...proxy.injected].sort(([a], [b]) => a.localeCompare(b))),
    disturbances: Object.fromEntries([...ledger.disturbances].sort(([a], [b]) => a.localeCompare(b))),
    counts: {
      rows: rows.length,
      posts: proxy.posts,
      faults: sum(proxy.injected.values()),
      disturbances: sum(ledger.disturbances.values()),
      intents: ledger.intents.size,
      ...ledger.counts,
      longestSending: ledger.longestSending,
      reloads: ledger.counts.loads - ledger.tabs,
      revived: revived.length,
    },
  };
}

function findLost({ ledger, rows, unknown }: Evidence): string[] {
  const signers = new Set(rows.map(({ signer }) => signer));
  return [
    ...[...ledger.people.keys()].filter((id) => !signers.has(id)).map((id) => `${id} has no row`),
    ...[...ledger.intents]
      .filter(([id, intent]) => !intent.void && unknown.includes(id))
      .map(
        ([id, { person, tab }]) => `${id} of ${person.id}, signed in ${tab}, is not known to the receiver`,
      ),
  ];
}

function findDoubled({ ledger, rows, unknown }: Evidence): string[] {
  const forgotten = new Set(
    [...ledger.intents.values()].filter(({ isForgotten }) => isForgotten).map(({ person }) => person.id),
  );
  const ids = (same: readonly Row[]) => same.map(({ id }) => id).join(', ');
  return [
    ...[...Map.groupBy(rows, ({ signer }) => signer)]
      .filter(([signer, same]) => same.length > 1 && !forgotten.has(signer))
      .map(([signer, same]) => `${signer} has the rows ${ids(same)}`),
    ...[...Map.groupBy(rows, ({ id }) => id)]
      .filter(([, same]) => same.length > 1)
      .map(([id]) => `${id} twice`),
    ...[...ledger.intents]
      .filter(([id, intent]) => intent.void && !unknown.includes(id) && !intent.isForgotten)
      .map(([id, intent]) => `${id} of ${intent.person.id} is recorded, and was ${intent.void!}`),
  ];
}

/** In what a row is not what the review showed: all but the time, which is that of the click. */
function differenceOf(recorded: SignedRecord, shown: SignedRecord | undefined): string | undefined {
  if (!shown) return 'nobody has signed it';
  const { signedAt: _recordedAt, ...left } = recorded;
  const { signedAt: _shownAt, ...right } = shown;
  return isDeepStrictEqual(left, right)
    ? undefined
    : `recorded ${JSON.stringify(left)}, the review showed ${JSON.stringify(right)}`;
}

/** A detail that names a record, with what happened to its page. */
function withDisturbances(detail: string, { disturbed, intents }: Ledger): string {
  const kinds = [...intents].filter(([id]) => detail.includes(id)).map(([, { signed }]) => signed.kind);
  const happened = [
    ...new Set(kinds),
    ...[...disturbed].filter(([id]) => detail.includes(id)).flatMap(([, what]) => what),
  ];
  return happened.length > 0 ? `${detail} (${happened.join(', ')})` : detail;
}

/** A detail that names a record, with what happened to it on the network. */
function withFaults(detail: string, { postbook }: FaultProxy): string {
  const [id = ''] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(detail) ?? [];
  const faults = postbook.posts.get(id)?.faults ?? [];
  return faults.length > 0 ? `${detail} [${faults.join(', ')}]` : detail;
}

/** WebKit's driver says so of every tab once its browser has ended. */
const isOfDeadBrowser = (error: string): boolean => error.includes('invalid session id');

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, number) => total + number, 0);
}

const listNames = [
  ...['lost', 'doubled', 'sentAfterRefusal', 'falselySigned', 'believedWithoutProof', 'stuckAtSending'],
  ...[
    'ofAnotherCharter',
    'announcedTwice',
    'unannounced',
    'staleReviews',
    'recordedOtherwise',
    'misdirected',
  ],
  ...['leaked', 'blank', 'uncaught', 'unfinished', 'errors'],
] as (keyof Breaches)[];

/** The lists alone. */
export function breachesOf(result: Result): Breaches {
  return Object.fromEntries(listNames.map((name) => [name, result[name]])) as unknown as Breaches;
}

export function report(result: Result, log: (line: string) => void): void {
  const counted = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  log(`Faults injected: ${counted(result.injected)}`);
  log(`Disturbances: ${counted(result.disturbances)}`);
  log(counted(result.counts));
  for (const name of [...listNames, 'hung', 'missing'] as const) {
    log(`${name.padEnd(22)}${result[name].length}`);
    for (const detail of result[name].slice(0, mostDetails)) log(`  ${detail}`);
  }
  log(`${result.seconds} s, seed ${result.seed}`);
}

/** More of a kind say nothing new on a screen; the results have them all. */
const mostDetails = 12;

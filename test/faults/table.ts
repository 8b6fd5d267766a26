import type { Result } from './conclude.ts';

/** What `run.ts` writes into results.json, as far as the table shows it. */
export interface Results {
  readonly date: string;
  readonly machine: { readonly system: string; readonly processor: string; readonly processors: number };
  /** Left out until a run of the present lists has ended with all of them empty. */
  readonly signatures?: Result;
  readonly killsPGlite: Kills;
  readonly killsPostgreSQL: Kills;
  readonly hostile: {
    readonly requests: number;
    readonly kinds: Readonly<Record<string, number>>;
    readonly faults: readonly string[];
    readonly rows: number;
    /** Bytes. */
    readonly growth: number;
  };
  readonly fullDiskPGlite: Disk;
  readonly fullDiskPostgreSQL: Disk;
}

interface Kills {
  readonly kills: number;
  readonly acknowledged: number;
  readonly lost: number | readonly unknown[];
  readonly doubled: number | readonly unknown[];
}

interface Disk {
  readonly acknowledged: number;
  readonly refused: number;
  readonly lost: number | readonly unknown[];
}

const format = new Intl.NumberFormat('en');
const count = (value: number | readonly unknown[]): string =>
  format.format(typeof value === 'number' ? value : value.length);

/** The table in docs/figures.md of the last run. */
export function tableOf(results: Results): string {
  const { signatures, killsPGlite, killsPostgreSQL, hostile, fullDiskPGlite, fullDiskPostgreSQL } = results;
  const kills = (run: Kills): string =>
    `${count(run.acknowledged)} acknowledged: ${count(run.lost)} lost, ${count(run.doubled)} doubled`;
  const disk = (run: Disk): string =>
    `${count(run.acknowledged)} acknowledged, ${count(run.refused)} refused: ${count(run.lost)} lost`;
  const rows = [
    ['What is done', 'What came of it'],
    ['---', '---'],
    ...(signatures ? [signatureRow(signatures)] : []),
    [
      `The receiver is killed ${count(killsPostgreSQL.kills)} times while it records, on PostgreSQL`,
      kills(killsPostgreSQL),
    ],
    ['The same on the embedded database', kills(killsPGlite)],
    [
      `${count(hostile.requests)} hostile requests of ${count(Object.keys(hostile.kinds))} kinds`,
      `${count(hostile.faults)} answers 5xx, ${count(hostile.rows)} rows, memory after collection ` +
        `${hostile.growth < 0 ? '−' : '+'}${format.format(Math.abs(Math.round(hostile.growth / 1e5) / 10))} MB`,
    ],
    ['A full disk, on PostgreSQL', disk(fullDiskPostgreSQL)],
    ['The same on the embedded database', disk(fullDiskPGlite)],
  ];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What README says of it, in two sentences. */
export function headlineOf({ signatures, killsPGlite, killsPostgreSQL }: Results): string {
  const kills = [killsPostgreSQL, killsPGlite];
  const all = (key: keyof Kills): number =>
    kills.reduce((sum, run) => sum + (typeof run[key] === 'number' ? run[key] : run[key].length), 0);
  const sentences = [
    ...(signatures
      ? [
          `${count(signatures.signatures)} people sign through ${count(signatures.counts['faults']!)} faults of the network and ` +
            `${count(signatures.counts['disturbances']!)} disturbances of their pages: ${count(signatures.lost)} signatures are lost, ` +
            `${count(signatures.doubled)} doubled, ` +
            `${count([...signatures.falselySigned, ...signatures.believedWithoutProof])} called signed without proof, ` +
            `${count(signatures.announcedTwice)} announced twice to the page.`,
        ]
      : []),
    `The receiver is killed ${count(all('kills'))} times while it records: of ${count(all('acknowledged'))} that it acknowledged, ` +
      `${count(all('lost'))} are lost.`,
  ];
  return sentences.join(' ');
}

function signatureRow(signatures: Result): [string, string] {
  return [
    `${count(signatures.signatures)} people sign in Chromium, Firefox and WebKit. A proxy drops, delays, cuts, redirects, ` +
      `refuses and makes up answers (${count(signatures.counts['faults']!)} faults of ` +
      `${count(Object.keys(signatures.injected).length)} kinds), before the receiver has recorded or after; meanwhile ` +
      `elements are moved and replaced, endpoints, charters and persons change, storage and network fail, pages are left ` +
      `(${count(signatures.counts['disturbances']!)} disturbances of ` +
      `${count(Object.keys(signatures.disturbances).length)} kinds)`,
    `${count(signatures.counts['rows']!)} rows: ${count(signatures.lost)} lost, ${count(signatures.doubled)} doubled, ` +
      `${count([...signatures.falselySigned, ...signatures.believedWithoutProof])} called signed without proof, ` +
      `${count(signatures.stuckAtSending)} left at « Envoi… », ` +
      `${count(signatures.ofAnotherCharter)} announced for another charter, ${count(signatures.announcedTwice)} announced twice, ` +
      `${count(signatures.leaked)} followed a redirect`,
  ];
}

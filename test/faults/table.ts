/** What `run.ts` writes into results.json, as far as the table shows it. */
export interface Results {
  readonly date: string;
  readonly machine: { readonly system: string; readonly processor: string; readonly processors: number };
  readonly signatures: Faults & {
    readonly signatures: number;
    readonly falselySigned: readonly string[];
    readonly lost: readonly string[];
    readonly doubled: readonly string[];
    readonly injected: Readonly<Record<string, number>>;
    readonly counts: Readonly<Record<string, number>>;
  };
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

interface Faults {
  readonly seed: number;
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

/** The README's table of the last run. */
export function tableOf(results: Results): string {
  const { signatures, killsPGlite, killsPostgreSQL, hostile, fullDiskPGlite, fullDiskPostgreSQL } = results;
  const kills = (run: Kills): string =>
    `${count(run.acknowledged)} acknowledged: ${count(run.lost)} lost, ${count(run.doubled)} doubled`;
  const disk = (run: Disk): string =>
    `${count(run.acknowledged)} acknowledged, ${count(run.refused)} refused: ${count(run.lost)} lost`;
  const rows = [
    ['What is done', 'What came of it'],
    ['---', '---'],
    [
      `${count(signatures.signatures)} people sign in Chromium, Firefox and WebKit through a proxy that drops, delays, ` +
        `truncates, duplicates and refuses (${count(signatures.counts['faults']!)} faults of ` +
        `${count(Object.keys(signatures.injected))} kinds), with ${count(signatures.counts['reloads']!)} reloads`,
      `${count(signatures.counts['rows']!)} rows: ${count(signatures.lost)} lost, ${count(signatures.doubled)} doubled, ` +
        `${count(signatures.falselySigned)} shown as signed too early`,
    ],
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

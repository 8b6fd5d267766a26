/** An answer as the table shows it: a status, and what it says it is about where it is no receipt. */
export interface Reception {
  /** 0 where there was none. */
  readonly status: number;
  /** The name of a problem, or a media type; empty where the status says it all. */
  readonly about: string;
  /** Whether the connection broke within the body. */
  readonly isCut: boolean;
}

/** What came: answers, or a connection that was cut before any. */
export type Got = 'hung-up' | readonly Reception[];

type Words = Readonly<Record<'no-answer' | 'cut' | 'hung-up', string>>;

/** `201`, `422 idempotency-mismatch`, `500 text/html`. */
export const describeReception = (words: Words, { status, about, isCut }: Reception): string =>
  status === 0 ? words['no-answer'] : `${status} ${isCut ? words.cut : about}`.trim();

/** `201, 200 ×7` */
export function describeGot(words: Words, got: Got): string {
  if (got === 'hung-up') return words[got];
  const counts = new Map<string, number>();
  for (const reception of got) {
    const shown = describeReception(words, reception);
    counts.set(shown, (counts.get(shown) ?? 0) + 1);
  }
  return [...counts].map(([shown, count]) => (count > 1 ? `${shown} ×${count}` : shown)).join(', ');
}

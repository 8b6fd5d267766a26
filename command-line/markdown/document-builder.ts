import type { Text } from 'charter-elements/charter';
import type { Identified, PlainText } from '../messages/finding-codes.ts';
import { repairTypography } from '../typography/typographic-repair.ts';
import { piecesOfRuns, toText, trimRuns, wordsOf } from './inline-text.ts';
import type { SourceRun } from './inline-text.ts';
import type { Problems } from './problems.ts';
import type { Pieces } from './source-text.ts';
import { slugOf } from './words.ts';

/** Where a value of the document was written. */
export interface Origin {
  readonly offset: number;
  /** For a text: where its characters come from, and the text as it was written. */
  readonly pieces?: Pieces;
  readonly written?: string;
}

/** Writes texts and ids of the document, and remembers where each was written. */
export class DocumentBuilder {
  readonly origins = new Map<string, Origin>();
  readonly problems: Problems;
  readonly #repairs: boolean;
  readonly #ids = new Set<string>();

  /** @param options.repairs - Whether the signs of French typography are put right. */
  constructor(problems: Problems, options: { repairs: boolean }) {
    this.problems = problems;
    this.#repairs = options.repairs;
  }

  /** Remembers where a value was written. */
  locate(path: string, offset: number): void {
    this.origins.set(path, { offset });
  }

  /** A text that may hold bold, italic and links. */
  text(runs: readonly SourceRun[], path: string, offset: number): Text {
    const trimmed = trimRuns(runs);
    const written = trimmed.map(({ text }) => text.replaceAll('\n', ' '));
    const pieces = piecesOfRuns(trimmed);
    this.origins.set(path, { offset: pieces[0]?.offset ?? offset, pieces, written: written.join('') });
    this.#locateLinks(trimmed, path);
    return trimmed.length === 0 ? '' : toText(trimmed, this.#repairs ? repairTypography(written) : written);
  }

  /** Plain runs that follow one another are one in the document. */
  #locateLinks(runs: readonly SourceRun[], path: string): void {
    let index = -1;
    let wasPlain = false;
    for (const { mark, link, pieces } of runs) {
      const isPlain = mark === undefined && link === undefined;
      if (!isPlain || !wasPlain) index++;
      wasPlain = isPlain;
      if (link !== undefined) this.locate(`${path}[${index}]`, pieces[0]!.offset);
    }
  }

  /** A text that holds words only. */
  plain(runs: readonly SourceRun[], path: string, offset: number, what: PlainText): string {
    const styled = runs.find(({ mark, link }) => mark ?? link);
    if (styled) {
      this.problems.add(styled.pieces[0]?.offset ?? offset, 'plain-only', { what });
    }
    return this.text([{ text: wordsOf(runs), pieces: piecesOfRuns(runs) }], path, offset) as string;
  }

  /** The id that was written, else one made from words, of which the writer is warned. */
  id(written: string | undefined, words: string, path: string, offset: number, what: Identified): string {
    if (written !== undefined) {
      this.#ids.add(`${kindOf(path)}#${written}`);
      return written;
    }
    const base = slugOf(words) || `${kindOf(path)}-${this.#ids.size + 1}`;
    let id = base;
    for (let number = 2; this.#ids.has(`${kindOf(path)}#${id}`); number++) id = `${base}-${number}`;
    this.#ids.add(`${kindOf(path)}#${id}`);
    this.problems.add(offset, 'without-id', { what, id });
    return id;
  }
}

/** `section` of `$.sections[2]`. */
function kindOf(path: string): string {
  return /^\$\.([a-z]+?)s?(?:\[|$)/.exec(path)?.[1] ?? 'charter';
}

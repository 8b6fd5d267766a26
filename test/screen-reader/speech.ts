import type { Interface } from 'node:readline';

/** Milliseconds without a word after which what is awaited will not come. Machines that are busy speak late. */
const longestSilence = 60_000;

interface Utterance {
  readonly text: string;
  /** Orca was made to stop in the middle of it, and by no key of the person: nobody has heard it. */
  isCutShort: boolean;
}

/** What the screen reader says, in order. */
export class Speech {
  readonly #utterances: Utterance[] = [];
  /** How much had been said when the person last pressed a key. */
  #start = 0;
  /** Orca still has something to do. */
  #isBusy = false;
  #onLine: () => void = () => undefined;

  /** @param lines - What the stand-in for `speechd` writes. */
  constructor(lines: Interface) {
    lines.on('line', (line) => {
      const { said, silenced, rested } = JSON.parse(line) as {
        said?: string;
        silenced?: boolean;
        rested?: boolean;
      };
      if (said !== undefined) {
        this.#utterances.push({ text: plain(said), isCutShort: false });
        this.#isBusy = true;
      }
      if (silenced) for (const utterance of this.#utterances.slice(this.#start)) utterance.isCutShort = true;
      if (rested) this.#isBusy = false;
      this.#onLine();
    });
  }

  /** The person presses a key: what was said before was heard, and is no longer awaited. */
  begin(): void {
    this.#start = this.#utterances.length;
  }

  /** Where what is said since the last key begins, for {@link since}. */
  get position(): number {
    return this.#start;
  }

  /** What a person has heard since a position: a line for each utterance. */
  since(position: number): string {
    const heard = this.#utterances.slice(position).filter(({ isCutShort }) => !isCutShort);
    return heard.map(({ text }) => text).join('\n');
  }

  /**
   * Waits until all of these have been heard since {@link begin}, in whatever order, and all that was said with them.
   *
   * @returns What was heard.
   * @throws Error with what was said instead, after a silence.
   */
  async until(...patterns: RegExp[]): Promise<string> {
    for (;;) {
      const heard = this.since(this.#start);
      const lacking = patterns.filter((pattern) => !pattern.test(heard));
      if (lacking.length === 0 && !this.#isBusy) return heard;
      if (!(await this.#isMoreToCome())) throw new Error(this.#complain(lacking));
    }
  }

  #isMoreToCome(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), longestSilence);
      this.#onLine = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }

  #complain(lacking: readonly RegExp[]): string {
    const said = this.#utterances.slice(this.#start);
    const lines = said.map(({ text, isCutShort }) => `  ${text}${isCutShort ? ' (cut short)' : ''}`);
    return `Never heard ${lacking.join(', ')}, but:\n${lines.join('\n') || '  nothing'}`;
  }
}

/** With plain spaces: those of French typography are not heard. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

import process from 'node:process';
import { createInterface } from 'node:readline/promises';

/** The SGR codes of what is emphasised. */
const styles = {
  bold: [1, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
  dim: [2, 22],
} as const;
export type Style = keyof typeof styles;

/** Where a command writes: results to `out`, what is said about them to `err`. */
export interface Output {
  write(text: string): void;
  /** The text in colour, where colour is wanted: on a terminal, without NO_COLOR. */
  style(style: Style, text: string): string;
}

function output(stream: NodeJS.WriteStream): Output {
  const { NO_COLOR: noColor, TERM: terminal } = process.env;
  const isColourful = stream.isTTY && !noColor && terminal !== 'dumb';
  return {
    write: (text) => void stream.write(text),
    style: (style, text) => {
      const [on, off] = styles[style];
      return isColourful ? `\u001b[${on}m${text}\u001b[${off}m` : text;
    },
  };
}

export const out: Output = output(process.stdout);
export const err: Output = output(process.stderr);

/** What a person answers to a question; nothing where nobody can be asked, as in a script. */
export async function ask(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    // Whoever closes the input answers nothing.
    const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
    return await Promise.race([terminal.question(question), closed]);
  } finally {
    terminal.close();
  }
}

/** A text with its lines cut at a width and indented. */
export function wrap(text: string, indent = '', width = 80): string {
  let line = indent;
  const lines: string[] = [];
  // Only where a line may be cut: not at U+00A0 nor U+202F.
  for (const word of text.split(/ +/)) {
    if (line.length + word.length + 1 > width && line.trim() !== '') {
      lines.push(line);
      line = indent;
    }
    line += line === indent ? word : ` ${word}`;
  }
  return [...lines, line].join('\n');
}

import type { PhrasingContent } from 'mdast';
import type { Text } from 'charter-elements/charter';
import type { FindingCode } from '../messages/finding-codes.ts';
import type { Problems } from './problems.ts';
import { offsetIn } from './source-text.ts';
import type { Pieces } from './source-text.ts';

/** A run of a text, and where its characters come from. */
export interface SourceRun {
  readonly text: string;
  readonly mark?: 'strong' | 'em';
  readonly link?: string;
  readonly pieces: Pieces;
}

/** The addresses that `[words][name]` refers to. */
export type Definitions = ReadonlyMap<string, string>;

/** What reading inline Markdown needs to know. */
export interface InlineContext {
  readonly source: string;
  readonly definitions: Definitions;
  readonly problems: Problems;
}

const refusals = {
  image: 'image',
  imageReference: 'image',
  inlineCode: 'inline-code',
  html: 'html',
  break: 'line-end',
} as const satisfies Readonly<Record<string, FindingCode>>;

export const isComment = (html: string): boolean => /^\s*<!--[\s\S]*-->\s*$/.test(html);

/** The runs of inline Markdown. A line end is kept as one character, to be a space later. */
export function readRuns(nodes: readonly PhrasingContent[], context: InlineContext): SourceRun[] {
  return nodes.flatMap((node) => readRun(node, {}, context));
}

type Style = Pick<SourceRun, 'mark' | 'link'>;

function readRun(node: PhrasingContent, style: Style, context: InlineContext): SourceRun[] {
  const offset = node.position!.start.offset!;
  const { problems, definitions } = context;
  switch (node.type) {
    case 'text':
      return [
        {
          ...style,
          text: node.value,
          pieces: piecesOf(node.value, offset, node.position!.end.offset!, context.source),
        },
      ];
    case 'strong':
    case 'emphasis':
      if (style.mark ?? style.link) {
        problems.add(offset, 'two-marks');
      }
      return node.children.flatMap((child) =>
        readRun(child, { mark: node.type === 'strong' ? 'strong' : 'em' }, context),
      );
    case 'link':
    case 'linkReference': {
      if (style.mark) {
        problems.add(offset, 'two-marks');
      }
      if ('title' in node && node.title) {
        problems.add(offset, 'link-title');
      }
      const link = node.type === 'link' ? node.url : definitions.get(node.identifier);
      if (link === undefined) return node.children.flatMap((child) => readRun(child, style, context));
      return joinLink(node.children.flatMap((child) => readRun(child, { link }, context)));
    }
    default: {
      if (node.type === 'html' && isComment(node.value)) return [];
      problems.add(
        node,
        Object.hasOwn(refusals, node.type)
          ? refusals[node.type as keyof typeof refusals]
          : 'not-carried-in-text',
      );
      return [];
    }
  }
}

/** The words of one link are one run. */
function joinLink(runs: SourceRun[]): SourceRun[] {
  if (runs.length < 2) return runs;
  return [runs.reduce((left, right) => ({ ...left, ...joinTexts(left, right) }))];
}

function joinTexts(left: SourceRun, right: SourceRun): Pick<SourceRun, 'text' | 'pieces'> {
  const moved = right.pieces.map(({ index, offset }) => ({ index: index + left.text.length, offset }));
  return { text: left.text + right.text, pieces: [...left.pieces, ...moved] };
}

/** A text is its source without escapes, entities and indentation: what it lacks is skipped. */
function piecesOf(value: string, start: number, end: number, source: string): Pieces {
  const pieces = [{ index: 0, offset: start }];
  const written = source.slice(start, end);
  if (written === value) return pieces;
  let at = 0;
  for (let index = 0; index < value.length; index++, at++) {
    const entity = /^&(?:#\d+|#x[\da-f]+|\w+);/i.exec(written.slice(at, at + 32))?.[0];
    if (entity) {
      pieces.push({ index, offset: start + at });
      at += entity.length - 1;
      pieces.push({ index: index + 1, offset: start + at + 1 });
    } else if (written[at] !== value[index]) {
      const found = written.indexOf(value[index]!, at);
      if (found === -1) return pieces;
      at = found;
      pieces.push({ index, offset: start + at });
    }
  }
  return pieces;
}

/** The characters of runs from `from` to `to`. */
export function sliceRuns(runs: readonly SourceRun[], from: number, to = Infinity): SourceRun[] {
  const result: SourceRun[] = [];
  let start = 0;
  for (const run of runs) {
    const first = Math.max(from - start, 0);
    const last = Math.min(to - start, run.text.length);
    if (first < last) {
      const later = run.pieces
        .filter(({ index }) => index > first && index < last)
        .map(({ index, offset }) => ({ index: index - first, offset }));
      result.push({
        ...run,
        text: run.text.slice(first, last),
        pieces: [{ index: 0, offset: offsetIn(run.pieces, first) }, ...later],
      });
    }
    start += run.text.length;
  }
  return result;
}

/** The text as it is read. */
export const wordsOf = (runs: readonly SourceRun[]): string => runs.map(({ text }) => text).join('');

/** Without spaces at both ends. */
export function trimRuns(runs: readonly SourceRun[]): SourceRun[] {
  const words = wordsOf(runs);
  const from = words.length - words.trimStart().length;
  return sliceRuns(runs, from, Math.max(from, words.trimEnd().length));
}

/** Where the characters of the joined runs come from. */
export function piecesOfRuns(runs: readonly SourceRun[]): Pieces {
  let start = 0;
  return runs.flatMap(({ text, pieces }) => {
    const moved = pieces.map(({ index, offset }) => ({ index: index + start, offset }));
    start += text.length;
    return moved;
  });
}

/** The text of the document that runs stand for, with the words given for each of them. */
export function toText(runs: readonly SourceRun[], words: readonly string[]): Text {
  const parts: Exclude<Text, string> = [];
  for (const [number, { mark, link }] of runs.entries()) {
    const text = words[number]!;
    const last = parts.at(-1);
    if (mark === 'strong') parts.push({ strong: text });
    else if (mark) parts.push({ em: text });
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- taken for String’s own `link`
    else if (link !== undefined) parts.push({ link, text });
    else if (typeof last === 'string') parts[parts.length - 1] = last + text;
    else parts.push(text);
  }
  return parts.length === 1 && typeof parts[0] === 'string' ? parts[0] : parts;
}

import { fromMarkdown } from 'mdast-util-from-markdown';
import type { FrontMap, FrontText, FrontValue } from './front-matter.ts';
import { readRuns } from './inline-text.ts';
import type { SourceRun } from './inline-text.ts';
import type { ReadingContext } from './reading-context.ts';

type Shape =
  | { readonly kind: 'word' | 'plain' | 'text' }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'map'; readonly members: Readonly<Record<string, Shape>>; readonly main?: string };

const word: Shape = { kind: 'word' };
const plain: Shape = { kind: 'plain' };
const text: Shape = { kind: 'text' };

/** What the front matter may hold, by the names of the JSON document; `main` is meant when there is a text only. */
const headShape: Shape & { kind: 'map' } = {
  kind: 'map',
  members: {
    id: word,
    version: word,
    locale: word,
    title: plain,
    summary: text,
    issuer: {
      kind: 'map',
      main: 'name',
      members: { name: plain, contact: { kind: 'map', members: { label: plain, href: word } } },
    },
    effectiveFrom: word,
    history: { kind: 'list', of: { kind: 'map', members: { version: word, date: word, changes: text } } },
    sources: {
      kind: 'list',
      of: { kind: 'map', main: 'title', members: { title: plain, href: word, reviewedOn: word } },
    },
  },
};

/** The members of the document that the front matter holds. */
export function readHead(front: FrontMap, context: ReadingContext): Record<string, unknown> {
  return readMember(front, headShape, '$', context) as Record<string, unknown>;
}

function readMember(value: FrontValue, shape: Shape, path: string, context: ReadingContext): unknown {
  const { builder, problems } = context;
  builder.locate(path, value.offset);
  if (shape.kind === 'map') {
    if (value.kind === 'map') return readMembers(value, shape, path, context);
    if (value.kind === 'text' && shape.main !== undefined) {
      return {
        [shape.main]: readMember(value, shape.members[shape.main]!, `${path}.${shape.main}`, context),
      };
    }
  } else if (shape.kind === 'list') {
    // One source alone needs no hyphen.
    const items = value.kind === 'list' ? value.items : [value];
    return items.map((item, index) => readMember(item, shape.of, `${path}[${index}]`, context));
  } else if (value.kind === 'text') {
    if (shape.kind === 'word') return value.text;
    return builder.text(shape.kind === 'plain' ? [asRun(value)] : runsOf(value, context), path, value.offset);
  }
  problems.add(value.offset, 'front-matter-shape', { expected: shape.kind });
  return undefined;
}

function readMembers(
  value: FrontMap,
  shape: Shape & { kind: 'map' },
  path: string,
  context: ReadingContext,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, member] of value.members) {
    const inner = shape.members[name];
    if (!inner) {
      context.problems.add(member.offset, 'front-matter-misplaced', { choices: Object.keys(shape.members) });
      // A name with nothing after it is not there.
    } else if (member.kind !== 'text' || member.text !== '') {
      result[name] = readMember(member, inner, `${path}.${name}`, context);
    }
  }
  return result;
}

const asRun = ({ text: words, offset }: FrontText): SourceRun => ({
  text: words,
  pieces: [{ index: 0, offset }],
});

/** Bold, italic and links are written in the front matter as they are in the text. */
function runsOf(value: FrontText, context: ReadingContext): SourceRun[] {
  if (!/[*_[\]<>`\\&]/.test(value.text)) return [asRun(value)];
  const [paragraph, ...others] = fromMarkdown(value.text).children;
  if (paragraph?.type !== 'paragraph' || others.length > 0) {
    context.problems.add(value.offset, 'front-matter-paragraph');
    return [asRun(value)];
  }
  const inner = { ...context, source: value.text, problems: context.problems.shiftedBy(value.offset) };
  return readRuns(paragraph.children, inner).map((run) => ({
    ...run,
    pieces: run.pieces.map(({ index, offset }) => ({ index, offset: offset + value.offset })),
  }));
}

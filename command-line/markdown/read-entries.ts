import type { List, ListItem, RootContent } from 'mdast';
import type { Practice, Statement } from 'charter-elements/charter';
import type { Attributes } from './attributes.ts';
import { readRuns, sliceRuns, wordsOf } from './inline-text.ts';
import type { SourceRun } from './inline-text.ts';
import type { ReadingContext } from './reading-context.ts';
import { takeAttributes } from './trailing-attributes.ts';

interface Entry {
  readonly runs: readonly SourceRun[];
  readonly why: readonly SourceRun[] | undefined;
  readonly attributes: Attributes;
  readonly offset: number;
}

/** Practices, one an item: « - Je floute les visages. {#flouter obligatoire pour="personnel"} », then « Pourquoi : … ». */
export function readPractices(
  list: List,
  group: string | undefined,
  start: number,
  context: ReadingContext,
): Practice[] {
  return readEntries(list, context).map(({ runs, why, attributes, offset }, index) => {
    const path = `$.practices[${start + index}]`;
    const { builder } = context;
    builder.locate(path, offset);
    return {
      id: builder.id(attributes.id, firstWords(runs), `${path}.id`, offset, 'practice'),
      ...(group === undefined ? {} : { group }),
      text: builder.text(runs, `${path}.text`, offset),
      ...(why ? { why: builder.text(why, `${path}.why`, offset) } : {}),
      ...(attributes.audiences ? { audiences: attributes.audiences } : {}),
      ...(attributes.required === undefined ? {} : { required: attributes.required }),
    };
  });
}

/** Statements, one an item. */
export function readStatements(list: List, start: number, context: ReadingContext): Statement[] {
  return readEntries(list, context).map(({ runs, why, attributes, offset }, index) => {
    const path = `$.statements[${start + index}]`;
    const { builder, problems } = context;
    builder.locate(path, offset);
    if (why) problems.add(why[0]?.pieces[0]?.offset ?? offset, 'statement-with-why');
    if (attributes.audiences) problems.add(offset, 'statement-with-audience');
    return {
      id: builder.id(attributes.id, firstWords(runs), `${path}.id`, offset, 'statement'),
      text: builder.plain(runs, `${path}.text`, offset, 'statement'),
      ...(attributes.required === undefined ? {} : { required: attributes.required }),
    };
  });
}

const firstWords = (runs: readonly SourceRun[]): string =>
  wordsOf(runs).trim().split(/\s+/).slice(0, 5).join(' ');

function readEntries(list: List, context: ReadingContext): Entry[] {
  if (list.ordered) {
    context.problems.add(list, 'ordered-list');
  }
  return list.children.map((item) => readEntry(item, context));
}

const allowed = ['id', 'audiences', 'required'] as const;

function readEntry(item: ListItem, context: ReadingContext): Entry {
  const offset = item.position!.start.offset!;
  const runs = item.children.flatMap((child, index) => {
    const inner = paragraphRuns(child, context);
    const line: SourceRun[] = index > 0 && inner.length > 0 ? [{ text: '\n', pieces: inner[0]!.pieces }] : [];
    return [...line, ...inner];
  });
  const words = wordsOf(runs);
  if (words.trim() === '') {
    context.problems.add(offset, 'empty-entry');
  }
  const box = /^\s*\[[ xX]\]\s+/.exec(words)?.[0].length ?? 0;
  const why = /(?:\n|\}\s)\s*(?:Pourquoi|Why)\s*:\s*/iu.exec(words);
  const end = why === null ? words.length : why.index + (why[0].startsWith('}') ? 1 : 0);
  const main = takeAttributes(sliceRuns(runs, box, end), allowed, context);
  if (!why) return { runs: main.runs, why: undefined, attributes: main.attributes, offset };
  const reason = takeAttributes(sliceRuns(runs, why.index + why[0].length), allowed, context);
  return {
    runs: main.runs,
    why: reason.runs,
    attributes: { ...main.attributes, ...reason.attributes },
    offset,
  };
}

/** « Pourquoi » may be on the next line, in a paragraph or in a list of its own. */
function paragraphRuns(node: RootContent, context: ReadingContext): SourceRun[] {
  if (node.type === 'paragraph') return readRuns(node.children, context);
  const inner = node.type === 'list' && node.children.length === 1 ? node.children[0]!.children : [];
  if (inner.length === 1 && inner[0]!.type === 'paragraph') {
    const runs = readRuns(inner[0].children, context);
    if (/^(?:Pourquoi|Why)\s*:/iu.test(wordsOf(runs))) return runs;
  }
  context.problems.add(node, 'only-why');
  return [];
}

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
      id: builder.id(attributes.id, firstWords(runs), `${path}.id`, offset, 'cette bonne pratique'),
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
    if (why)
      problems.error(
        why[0]?.pieces[0]?.offset ?? offset,
        'engagement',
        'un engagement n’a pas de « Pourquoi » : mettez-le dans une section',
      );
    if (attributes.audiences)
      problems.error(offset, 'attribut', 'un engagement s’adresse à qui signe : enlevez pour="…"');
    return {
      id: builder.id(attributes.id, firstWords(runs), `${path}.id`, offset, 'cet engagement'),
      text: builder.plain(runs, `${path}.text`, offset, 'un engagement'),
      ...(attributes.required === undefined ? {} : { required: attributes.required }),
    };
  });
}

const firstWords = (runs: readonly SourceRun[]): string =>
  wordsOf(runs).trim().split(/\s+/).slice(0, 5).join(' ');

function readEntries(list: List, context: ReadingContext): Entry[] {
  if (list.ordered) {
    context.problems.error(
      list.position!.start.offset!,
      'liste-numerotee',
      'les numéros d’une liste ne sont pas repris : commencez chaque ligne par un tiret',
    );
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
    context.problems.error(
      offset,
      'liste',
      'cet élément de liste est vide : écrivez une phrase après le tiret',
    );
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
  context.problems.error(
    node.position!.start.offset!,
    'liste-imbriquee',
    'seul « Pourquoi : … » peut suivre le texte : faites un autre élément de liste, sans le décaler',
  );
  return [];
}

import type { List, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Text } from 'charter-elements/charter';
import type { FindingCode } from '../messages/finding-codes.ts';
import { isComment, readRuns } from './inline-text.ts';
import type { InlineContext } from './inline-text.ts';
import type { ReadingContext } from './reading-context.ts';

const refusals = {
  html: 'html',
  code: 'code-block',
  thematicBreak: 'thematic-break',
} as const satisfies Readonly<Record<string, FindingCode>>;

/** Tells that a block cannot be carried; comments are let through. */
export function refuse(node: RootContent, { problems }: InlineContext): void {
  if (node.type === 'definition' || (node.type === 'html' && isComment(node.value))) return;
  problems.add(
    node,
    Object.hasOwn(refusals, node.type) ? refusals[node.type as keyof typeof refusals] : 'not-carried',
  );
}

const endOfTable = /\n[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+(?:\n|$)/;

/** Tells of what CommonMark takes for a paragraph and a writer does not. */
export function refuseParagraph(node: Paragraph, { source, problems }: InlineContext): boolean {
  const offset = node.position!.start.offset!;
  const written = source.slice(offset, node.position!.end.offset);
  if (written.includes('|') && endOfTable.test(written)) {
    problems.add(offset, 'table');
    return true;
  }
  if (/^:{2,}/.test(written)) {
    problems.add(offset, 'mistyped-block');
    return true;
  }
  if (/^#{1,6}[^\s#]/.test(written)) {
    problems.add(offset, 'heading-space');
    return true;
  }
  if (
    /^[•‣▪◦●·]/u.test(written) ||
    /^[-–*+]\S.*(?:\n[-–*+]\S.*)+$/u.test(written) ||
    /^–\s.*(?:\n–\s.*)+$/u.test(written)
  ) {
    problems.add(offset, 'list-dash');
    return true;
  }
  const note = /\[\^[^\]]+\]/.exec(written);
  if (note) {
    problems.add(offset + note.index, 'footnote');
  }
  return false;
}

/** The text of a paragraph or of a label. */
export function readText(
  node: { children: PhrasingContent[]; position?: Paragraph['position'] },
  path: string,
  context: ReadingContext,
): Text {
  return context.builder.text(readRuns(node.children, context), path, node.position!.start.offset!);
}

/**
 * The texts of a list, one an item.
 *
 * @param start - Number of the first one in the document.
 */
export function readItems(list: List, path: string, context: ReadingContext, start = 0): Text[] {
  const { problems } = context;
  if (list.ordered) {
    problems.add(list, 'ordered-list');
  }
  return list.children.flatMap((item, index) => {
    const [first, ...others] = item.children;
    for (const other of others) {
      problems.add(other, other.type === 'list' ? 'nested-list' : 'long-item');
    }
    if (first?.type === 'paragraph') return [readText(first, `${path}[${start + index}]`, context)];
    problems.add(item, 'empty-item');
    return [];
  });
}

import type { Blockquote, Paragraph, RootContent } from 'mdast';
import type { Block } from 'charter-elements/charter';
import { readRuns, sliceRuns, wordsOf } from './inline-text.ts';
import { kindOfDirective, readArticle, readPlain } from './read-directives.ts';
import type { Directive } from './read-directives.ts';
import { readItems, readText, refuse, refuseParagraph } from './read-text.ts';
import type { ReadingContext, SectionContent } from './reading-context.ts';

/** Reads a block of a section. */
export function readBlock(node: RootContent, section: SectionContent, context: ReadingContext): void {
  const offset = node.position!.start.offset!;
  const path = `${section.path}.body[${section.body.length}]`;
  const add = (block: Block | undefined): void => {
    if (!block) return;
    context.builder.locate(path, offset);
    section.body.push(block);
  };
  switch (node.type) {
    case 'paragraph':
      if (!refuseParagraph(node, context)) {
        add({ type: 'paragraph', text: readText(node, `${path}.text`, context) });
      }
      break;
    case 'list':
      add({ type: 'list', items: readItems(node, `${path}.items`, context) });
      break;
    case 'blockquote':
      add(readQuote(node, path, context));
      break;
    case 'leafDirective':
    case 'containerDirective':
      readDirective(node, section, add, context);
      break;
    default:
      refuse(node, context);
  }
}

/** A quotation; a last line that begins with a dash names who is quoted. */
function readQuote(node: Blockquote, path: string, context: ReadingContext): Block | undefined {
  const { problems, builder } = context;
  const offset = node.position!.start.offset!;
  const paragraphs = node.children.filter((child): child is Paragraph => child.type === 'paragraph');
  for (const child of node.children) {
    if (child.type !== 'paragraph') problems.add(child, 'quote-of-text');
  }
  const lines = paragraphs.map((paragraph) => readRuns(paragraph.children, context));
  const runs = lines.flatMap((line, index) =>
    index === 0 ? line : [{ text: '\n', pieces: line[0]?.pieces ?? [] }, ...line],
  );
  const words = wordsOf(runs);
  const cite = /\n(?:[—–]|--)\s*(?=\S[^\n]*$)/.exec(words);
  const allowed = cite && wordsOf(lines.at(-1)!).match(/^(?:[—–]|--)/) ? 2 : 1;
  if (paragraphs.length > allowed) {
    problems.add(paragraphs[1]!, 'quote-of-one-paragraph');
  }
  const text = builder.text(sliceRuns(runs, 0, cite?.index), `${path}.text`, offset);
  if (!cite) return { type: 'quote', text };
  const by = sliceRuns(runs, cite.index + cite[0].length);
  return { type: 'quote', text, cite: builder.plain(by, `${path}.cite`, offset, 'cite') };
}

function readDirective(
  node: Directive,
  section: SectionContent,
  add: (block: Block | undefined) => void,
  context: ReadingContext,
): void {
  const kind = kindOfDirective(node, context);
  if (kind === 'article') add(readArticle(node, `${section.path}.body[${section.body.length}]`, context));
  else if (kind === 'plain') {
    if (section.plain) {
      context.problems.add(node, 'second-plain');
    }
    section.plain = readPlain(node, `${section.path}.plain`, context);
  }
}

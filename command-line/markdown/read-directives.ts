import type { Paragraph } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Block, Text } from 'charter-elements/charter';
import { readRuns } from './inline-text.ts';
import { readItems, readText, refuseParagraph } from './read-text.ts';
import type { ReadingContext } from './reading-context.ts';
import { attributeWords, directiveWords } from './words.ts';

export type Directive = LeafDirective | ContainerDirective;

/** What a directive stands for; what cannot be is told. */
export function kindOfDirective(
  node: Directive,
  { problems, source }: ReadingContext,
): 'article' | 'plain' | undefined {
  const offset = node.position!.start.offset!;
  if (node.type === 'containerDirective' && !isClosed(source.slice(offset, node.position!.end.offset))) {
    problems.add(offset, 'open-block', { name: node.name });
  }
  const kind = directiveWords.meaningOf(node.name);
  if (!kind) {
    problems.add(offset, 'unknown-block', { name: node.name, ...directiveWords.suggest(node.name) });
  }
  return kind;
}

const isClosed = (written: string): boolean => /\n[ \t>]*:{3,}[ \t]*$/.test(written);

/** A legal reference: `::article{code="Code pénal" numero="226-13" lien="https://…"}`, or with its exact wording inside `:::`. */
export function readArticle(node: Directive, path: string, context: ReadingContext): Block | undefined {
  const { builder, problems } = context;
  const offset = node.position!.start.offset!;
  const values: Partial<Record<'code' | 'article' | 'href', string>> = {};
  for (const [word, value] of Object.entries(node.attributes ?? {})) {
    const meaning = attributeWords.meaningOf(word);
    if (meaning === 'code' || meaning === 'article' || meaning === 'href') values[meaning] = value ?? '';
    else problems.add(offset, 'reference-attribute', { word });
  }
  for (const [name, word] of [
    ['code', 'code'],
    ['article', 'numero'],
  ] as const) {
    if (!values[name]?.trim()) {
      problems.add(offset, 'reference-lacks', { word });
    }
  }
  const plain = (name: 'code' | 'article'): string =>
    builder.text(
      [{ text: values[name] ?? '', pieces: [{ index: 0, offset }] }],
      `${path}.${name}`,
      offset,
    ) as string;
  const block: Block = { type: 'legal-reference', code: plain('code'), article: plain('article') };
  if (values.href !== undefined) {
    builder.locate(`${path}.href`, offset);
    block.href = values.href;
  }
  const text = readWording(node, `${path}.text`, context);
  return text === undefined ? block : { ...block, text };
}

function readWording(node: Directive, path: string, context: ReadingContext): Text | undefined {
  if (node.type === 'leafDirective') {
    if (node.children.length === 0) return undefined;
    return context.builder.text(readRuns(node.children, context), path, node.position!.start.offset!);
  }
  let text: Text | undefined;
  for (const child of node.children) {
    if (child.type === 'paragraph' && text === undefined) {
      if (!refuseParagraph(child, context)) text = readText(child, path, context);
    } else {
      context.problems.add(child, 'reference-of-one-paragraph');
    }
  }
  return text;
}

/** The plain-language version of a section: a list, or short paragraphs. */
export function readPlain(node: Directive, path: string, context: ReadingContext): Text[] {
  const { problems } = context;
  if (node.type === 'leafDirective') {
    problems.add(node, 'plain-on-one-line');
    return [];
  }
  const texts: Text[] = [];
  for (const child of node.children) {
    if (child.type === 'list') texts.push(...readItems(child, path, context, texts.length));
    else if (child.type === 'paragraph')
      texts.push(readText(child satisfies Paragraph, `${path}[${texts.length}]`, context));
    else problems.add(child, 'plain-of-sentences');
  }
  return texts;
}

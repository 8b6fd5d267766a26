import type { Nodes, RootContent } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { directive } from 'micromark-extension-directive';

/** Text directives are left out: French writes « 16:Nov » and « mailto:nom ». Nor does an indent make code. */
const { flow } = directive();
const parsing = {
  extensions: [{ ...(flow ? { flow } : {}), disable: { null: ['codeIndented'] } }],
  mdastExtensions: [directiveFromMarkdown()],
};

/**
 * The blocks of a Markdown text, with the offset of each. Sections are parsed one by one, which takes half the time of
 * the whole; only definitions of links, which may stand in another section, ask for the whole.
 */
export function parseMarkdown(written: string): RootContent[] {
  // Word processors curl the quotation marks of attributes.
  const source = written.replace(/^:{2,}.*[“”].*$/gm, (line) => line.replace(/[“”]/g, '"'));
  if (/^ {0,3}\[[^\]\n]+\]:/m.test(source)) return fromMarkdown(source, parsing).children;
  const starts = [0];
  for (const { 0: found, index } of source.matchAll(/<!--[^]*?-->|^## /gm)) {
    if (found === '## ') starts.push(index);
  }
  return starts.flatMap((start, number) => {
    const { children } = fromMarkdown(source.slice(start, starts[number + 1]), parsing);
    for (const node of children) shift(node, start);
    return children;
  });
}

function shift(node: Nodes, offset: number): void {
  node.position!.start.offset! += offset;
  node.position!.end.offset! += offset;
  if ('children' in node) for (const child of node.children) shift(child, offset);
}

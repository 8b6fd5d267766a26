import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { ErrorCode, Node, Pair, Scalar } from 'yaml';
import type { Problems } from './problems.ts';
import { frontMatterWords } from './words.ts';

/** A value of the front matter; every leaf is a text, as it was written. */
export type FrontValue = FrontText | FrontList | FrontMap;
export interface FrontText {
  readonly kind: 'text';
  readonly text: string;
  readonly offset: number;
}
export interface FrontList {
  readonly kind: 'list';
  readonly items: readonly FrontValue[];
  readonly offset: number;
}
export interface FrontMap {
  readonly kind: 'map';
  /** By the name that the JSON document uses. */
  readonly members: ReadonlyMap<string, FrontValue>;
  readonly offset: number;
}

export interface FrontMatter {
  readonly front: FrontMap;
  /** The file with blanks in place of its front matter, so that places stay the same. */
  readonly rest: string;
}

const nothing: FrontMap = { kind: 'map', members: new Map(), offset: 0 };

/** Reads the YAML between two lines of three hyphens at the head of a file. */
export function readFrontMatter(source: string, problems: Problems): FrontMatter {
  const match = /^\s*---[ \t]*\n([\s\S]*?)(?:^---[ \t]*(?:\n|$))/m.exec(source);
  if (!/^\s*---[ \t]*\n/.test(source)) {
    problems.add(0, 'no-front-matter');
    return { front: nothing, rest: source };
  }
  if (match?.index !== 0) {
    problems.add(0, 'open-front-matter');
    return { front: nothing, rest: '' };
  }
  const [whole, yaml] = match as unknown as [string, string];
  const start = whole.indexOf(yaml, whole.indexOf('---') + 4);
  const rest = whole.replace(/[^\n]/g, ' ') + source.slice(whole.length);
  // Everything is a text: « version: 1.0 » is not the number 1.
  const document = parseDocument(yaml, { schema: 'failsafe', prettyErrors: false });
  for (const { pos, code } of document.errors) {
    problems.add(start + pos[0], codeOf(code));
  }
  if (document.errors.length > 0) return { front: nothing, rest };
  const value = readValue(document.contents, start, problems);
  if (value.kind !== 'map') {
    problems.add(start, 'front-matter-no-names');
    return { front: nothing, rest };
  }
  return { front: value, rest };
}

/** What an error of the YAML parser is, for a writer. */
function codeOf(error: ErrorCode) {
  switch (error) {
    case 'DUPLICATE_KEY':
      return 'front-matter-repeated';
    case 'TAB_AS_INDENT':
      return 'front-matter-tab';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'front-matter-colon';
    case 'MISSING_CHAR':
      return 'front-matter-sign';
    default:
      return 'front-matter-line';
  }
}

function readValue(node: Node | null, start: number, problems: Problems): FrontValue {
  const offset = start + (node?.range?.[0] ?? 0);
  if (isMap(node)) {
    const members = new Map<string, FrontValue>();
    for (const { key, value } of node.items as Pair<Scalar, Node | null>[]) {
      const word = String(key.value);
      const at = start + (key.range?.[0] ?? 0);
      const name = frontMatterWords.meaningOf(word);
      if (!name) {
        problems.add(at, 'front-matter-unknown', { word, ...frontMatterWords.suggest(word) });
      } else if (members.has(name)) problems.add(at, 'front-matter-twice', { word });
      else {
        const read = readValue(value, start, problems);
        members.set(name, value?.range ? read : { ...read, offset: at });
      }
    }
    return { kind: 'map', members, offset };
  }
  if (isSeq(node)) {
    return {
      kind: 'list',
      items: (node.items as Node[]).map((item) => readValue(item, start, problems)),
      offset,
    };
  }
  const scalar = isScalar(node) ? node : undefined;
  const isQuoted = scalar?.type === 'QUOTE_DOUBLE' || scalar?.type === 'QUOTE_SINGLE';
  return {
    kind: 'text',
    text: (typeof scalar?.value === 'string' ? scalar.value : '').trim(),
    offset: isQuoted ? offset + 1 : offset,
  };
}

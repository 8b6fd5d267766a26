import { getNodeValue, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError, ParseErrorCode } from 'jsonc-parser';
import type { JSONFault } from '../messages/finding-codes.ts';
import { foundAt } from '../messages/findings.ts';
import type { OffsetFinding } from '../messages/findings.ts';
import { jsonFaults } from '../messages/fr-details.ts';

/** A JSON file, with the place of each of its values. */
export interface JSONSource {
  /** `undefined` when the file is not JSON. */
  readonly value: unknown;
  readonly findings: readonly OffsetFinding[];
  /** Offset of a value, or of the nearest one above it, by JSON path. */
  offsetOf(path: string): number;
  /** Offset of a character of a text. */
  offsetInText(path: string, index: number): number;
}

/** Reads JSON and finds the place of each syntax error and of each name written twice. */
export function readJSON(text: string): JSONSource {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  const findings = errors.map(({ error, offset }) =>
    foundAt(offset, 'json-syntax', { fault: faultOf(error) }),
  );
  if (text.trim() === '') findings.unshift(foundAt(0, 'empty-file', {}));
  const nodes = new Map<string, Node>();
  // One error brings others, which only tell of the first.
  if (errors.length > 0 || !root) return source(undefined, findings.slice(0, 1), nodes);
  index(root, '$', nodes, findings);
  return source(getNodeValue(root), findings, nodes, text);
}

/** The name that jsonc-parser has for an error. */
function faultOf(error: ParseErrorCode): JSONFault | undefined {
  const name = printParseErrorCode(error);
  return Object.hasOwn(jsonFaults, name) ? (name as JSONFault) : undefined;
}

function source(
  value: unknown,
  findings: readonly OffsetFinding[],
  nodes: ReadonlyMap<string, Node>,
  text = '',
): JSONSource {
  const nodeOf = (path: string): Node | undefined => {
    for (let at = path; at !== ''; at = parentOf(at)) {
      const node = nodes.get(at);
      if (node) return node;
    }
    return undefined;
  };
  return {
    value,
    findings,
    offsetOf: (path) => nodeOf(path)?.offset ?? 0,
    offsetInText: (path, index) => {
      const { run, at } = findRun(nodeOf(path), index);
      if (run?.type !== 'string') return run?.offset ?? 0;
      return run.offset + 1 + writtenLength(text.slice(run.offset + 1, run.offset + run.length), at);
    },
  };
}

/** `$.a[1]` of `$.a[1].b`; empty above `$`. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0));
}

/** The text node that holds a character of a text, which may be cut into runs, and the character's place in it. */
function findRun(node: Node | undefined, at: number): { run: Node | undefined; at: number } {
  if (node?.type !== 'array') return { run: node, at };
  let left = at;
  for (const child of node.children ?? []) {
    const words = child.type === 'string' ? child : wordsOfRun(child);
    const length = typeof words?.value === 'string' ? words.value.length : 0;
    if (left < length) return { run: words, at: left };
    left -= length;
  }
  return { run: node, at: 0 };
}

const wordsOfRun = (run: Node): Node | undefined =>
  run.children?.find(({ children }) => ['strong', 'em', 'text'].includes(children?.[0]?.value as string))
    ?.children?.[1];

/** Length in the file of the first characters of a text, of which some are escaped. */
function writtenLength(written: string, characters: number): number {
  let length = 0;
  for (const [token] of written.matchAll(/\\u[\da-f]{4}|\\.|[^]/gi)) {
    if (characters-- <= 0) break;
    length += token.length;
  }
  return length;
}

function index(node: Node, path: string, nodes: Map<string, Node>, findings: OffsetFinding[]): void {
  nodes.set(path, node);
  if (node.type === 'array') {
    for (const [number, child] of (node.children ?? []).entries())
      index(child, `${path}[${number}]`, nodes, findings);
  } else if (node.type === 'object') {
    const names = new Set<string>();
    for (const { children } of node.children ?? []) {
      const [key, value] = children as [Node, Node];
      const name = key.value as string;
      if (names.has(name)) {
        findings.push(foundAt(key.offset, 'repeated-name', { name }));
      }
      names.add(name);
      index(value, `${path}.${name}`, nodes, findings);
    }
  }
}

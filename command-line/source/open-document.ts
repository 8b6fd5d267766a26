import { location } from 'vfile-location';
import { compileCharter } from '../markdown/compile-charter.ts';
import type { CompileOptions } from '../markdown/compile-charter.ts';
import { offsetIn } from '../markdown/source-text.ts';
import { frontMatterWords } from '../markdown/words.ts';
import type { CodedFinding } from '../messages/finding-codes.ts';
import { placeFinding } from '../messages/findings.ts';
import type { Finding, OffsetFinding, PathFinding } from '../messages/findings.ts';
import { parentOf, readJSON } from './json-source.ts';

export type DocumentKind = 'charter' | 'networks' | 'texts' | 'unknown';

/** A document that was read, with what reading it has found. */
export interface OpenDocument {
  readonly kind: DocumentKind;
  /** `undefined` when the file could not be read as JSON. */
  readonly value: unknown;
  readonly findings: readonly Finding[];
  /** The language in the name of the file, as in `it.json` or `textes.it.json`. */
  readonly language?: string | undefined;
  /** The text as it stands in the file, where reading has put its typography right. */
  written(path: string): string | undefined;
  /** Gives a finding its line and column. */
  locate(finding: PathFinding): Finding;
}

/** Reads a charter, a networks file or texts, in JSON, or a charter in Markdown. */
export function openDocument(name: string, content: string, options: CompileOptions = {}): OpenDocument {
  // A byte order mark is no character of the first line.
  const text = content.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  return isMarkdown(name, text) ? openMarkdown(name, text, options) : openJSON(name, text);
}

function isMarkdown(name: string, text: string): boolean {
  if (/\.(?:md|markdown|mdown|txt)$/i.test(name)) return true;
  return !/\.json$/i.test(name) && !/^\s*(?:[{["]|$)/.test(text);
}

function openMarkdown(file: string, text: string, options: CompileOptions): OpenDocument {
  const { document, origins, findings } = compileCharter(text, options);
  const originOf = (path: string) => {
    for (let at = path; at !== ''; at = parentOf(at)) {
      const origin = origins.get(at);
      if (origin) return origin;
    }
    return undefined;
  };
  const place = placing(file, text);
  return {
    kind: 'charter',
    value: document,
    findings: findings.map(place),
    written: (path) => origins.get(path)?.written,
    locate: (finding) => {
      const { path, index } = finding;
      const origin = originOf(path);
      const offset =
        index !== undefined && origin?.pieces ? offsetIn(origin.pieces, index) : (origin?.offset ?? 0);
      return place({ ...inFrenchWords(finding), offset });
    },
  };
}

/** Schemas name members as JSON does: in Markdown, they have French words. */
function inFrenchWords(finding: PathFinding): CodedFinding {
  if (!('name' in finding.params)) return finding;
  const { name } = finding.params;
  return {
    code: finding.code,
    params: { ...finding.params, name: frontMatterWords.wordFor(name) ?? name },
  } as CodedFinding;
}

function openJSON(file: string, text: string): OpenDocument {
  const source = readJSON(text);
  const place = placing(file, text);
  return {
    kind: kindOf(source.value),
    value: source.value,
    findings: source.findings.map(place),
    language: /(?:^|[./\\])([a-z]{2}(?:-[A-Za-z]{2})?)\.json$/.exec(file)?.[1],
    written: () => undefined,
    locate: (finding) => {
      const { path, index } = finding;
      const offset = index === undefined ? source.offsetOf(path) : source.offsetInText(path, index);
      return place({ ...finding, offset });
    },
  };
}

const firstPlace = { line: 1, column: 1 };

function placing(file: string, text: string): (finding: OffsetFinding) => Finding {
  const places = location(text);
  return ({ offset, ...finding }) => placeFinding(finding, file, places.toPoint(offset) ?? firstPlace);
}

function kindOf(value: unknown): DocumentKind {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'unknown';
  const { schema } = value as { schema?: unknown };
  if (typeof schema === 'string' && schema.startsWith('charter/')) return 'charter';
  if (typeof schema === 'string' && schema.startsWith('networks/')) return 'networks';
  if ('sections' in value) return 'charter';
  if ('networks' in value) return 'networks';
  return Object.keys(value).every((name) => /^(?:\/\/|[a-z-]+\.)/.test(name)) ? 'texts' : 'unknown';
}

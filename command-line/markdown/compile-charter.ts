import type { Heading, RootContent } from 'mdast';
import type { Practice, Section, Statement } from 'charter-elements/charter';
import type { OffsetFinding } from '../messages/findings.ts';
import { isFrenchOfFrance } from '../typography/french-typography.ts';
import type { Attributes } from './attributes.ts';
import { DocumentBuilder } from './document-builder.ts';
import type { Origin } from './document-builder.ts';
import { readFrontMatter } from './front-matter.ts';
import { readRuns, wordsOf } from './inline-text.ts';
import type { SourceRun } from './inline-text.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { Problems } from './problems.ts';
import { readBlock } from './read-blocks.ts';
import { readPractices, readStatements } from './read-entries.ts';
import { readHead } from './read-head.ts';
import { refuse, refuseParagraph } from './read-text.ts';
import type { ReadingContext, SectionContent } from './reading-context.ts';
import { takeAttributes } from './trailing-attributes.ts';
import { headingWords, slugOf } from './words.ts';

/** A charter document made from Markdown, not yet validated. */
export interface CompiledCharter {
  readonly document: Record<string, unknown>;
  /** Where each value was written, by JSON path. */
  readonly origins: ReadonlyMap<string, Origin>;
  readonly findings: readonly OffsetFinding[];
}

export interface CompileOptions {
  /** Leaves the signs of French typography as they were typed. */
  readonly keepTypography?: boolean;
}

/**
 * Makes the charter document of a Markdown file: front matter, sections under `##`, practices and engagements in lists.
 * What cannot be carried is found, with its place; the document then lacks it.
 *
 * @param source - The file's text, its line ends `\n`.
 */
export function compileCharter(
  source: string,
  { keepTypography = false }: CompileOptions = {},
): CompiledCharter {
  const problems = new Problems();
  const { front, rest } = readFrontMatter(source, problems);
  const written = front.members.get('locale');
  const locale = written?.kind === 'text' && written.text !== '' ? written.text : 'fr';
  const builder = new DocumentBuilder(problems, { repairs: !keepTypography && isFrenchOfFrance(locale) });
  const nodes = parseMarkdown(rest);
  const definitions = new Map(
    nodes.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url]] : [])),
  );
  const context: ReadingContext = { source, definitions, problems, builder };
  const head = readHead(front, context);
  const reader = new CharterReader(context);
  for (const node of nodes) reader.read(node);
  return {
    document: reader.finish({ locale, ...head }),
    origins: builder.origins,
    findings: problems.findings,
  };
}

type Part =
  | ({ readonly kind: 'section' } & SectionContent)
  | { readonly kind: 'practices'; group: string | undefined }
  | { readonly kind: 'statements' }
  | { readonly kind: 'head' };

class CharterReader {
  readonly #context: ReadingContext;
  readonly #sections: Section[] = [];
  readonly #practices: Practice[] = [];
  readonly #statements: Statement[] = [];
  #title: { words: string; offset: number } | undefined;
  #part: Part = { kind: 'head' };

  constructor(context: ReadingContext) {
    this.#context = context;
  }

  read(node: RootContent): void {
    if (node.type === 'heading') {
      this.#readHeading(node);
      return;
    }
    const part = this.#part;
    if (part.kind === 'section') readBlock(node, part, this.#context);
    else if (node.type === 'list' && part.kind === 'practices') {
      this.#practices.push(...readPractices(node, part.group, this.#practices.length, this.#context));
    } else if (node.type === 'list' && part.kind === 'statements') {
      this.#statements.push(...readStatements(node, this.#statements.length, this.#context));
    } else if (node.type === 'paragraph' || node.type === 'list') {
      if (node.type === 'paragraph' && refuseParagraph(node, this.#context)) return;
      this.#context.problems.add(node, part.kind === 'head' ? 'text-before-sections' : 'text-between-lists');
    } else refuse(node, this.#context);
  }

  /** The document, its members in the order of the schema. */
  finish(head: Record<string, unknown>): Record<string, unknown> {
    const { problems } = this.#context;
    if (head['title'] === undefined && this.#title) head['title'] = this.#title.words;
    else if (this.#title && head['title'] !== this.#title.words) {
      problems.add(this.#title.offset, 'titles-differ');
    }
    if (!('id' in head) && typeof head['title'] === 'string') {
      const id = slugOf(head['title']) || 'charte';
      head['id'] = id;
      problems.add(0, 'charter-without-id', { id });
    }
    const { id, version, locale, title, summary, issuer, effectiveFrom, history, sources } = head;
    const document = {
      schema: 'charter/1',
      ...{ id, version, locale, title, summary, issuer, effectiveFrom },
      sections: this.#sections,
      practices: this.#practices.length > 0 ? this.#practices : undefined,
      statements: this.#statements.length > 0 ? this.#statements : undefined,
      ...{ history, sources },
    };
    return Object.fromEntries(Object.entries(document).filter(([, value]) => value !== undefined));
  }

  #readHeading(node: Heading): void {
    const { problems, builder } = this.#context;
    const offset = node.position!.start.offset!;
    const { runs, attributes } = takeAttributes(
      readRuns(node.children, this.#context),
      ['id', 'className', 'audiences', 'since'],
      this.#context,
    );
    if (node.depth === 1) {
      if (this.#title ?? this.#part.kind !== 'head') {
        problems.add(offset, 'second-title');
      } else this.#title = { words: builder.plain(runs, '$.title', offset, 'title'), offset };
    } else if (node.depth === 2) this.#openPart(runs, attributes, offset);
    else this.#openGroup(node.depth, runs, offset);
  }

  #openPart(runs: readonly SourceRun[], attributes: Attributes, offset: number): void {
    const { problems } = this.#context;
    const { className } = attributes;
    const kind =
      className === undefined ? headingWords.meaningOf(wordsOf(runs)) : headingWords.meaningOf(className);
    if (className !== undefined && kind === undefined) {
      problems.add(offset, 'unknown-class', { className });
    }
    if (kind === 'practices') this.#part = { kind, group: undefined };
    else if (kind === 'statements') this.#part = { kind };
    else this.#openSection(runs, attributes, offset);
  }

  #openSection(runs: readonly SourceRun[], attributes: Attributes, offset: number): void {
    const { builder } = this.#context;
    const path = `$.sections[${this.#sections.length}]`;
    builder.locate(path, offset);
    const title = builder.plain(runs, `${path}.title`, offset, 'section-title');
    const id = builder.id(attributes.id, title, `${path}.id`, offset, 'section');
    const { audiences, since } = attributes;
    const section: Section = {
      id,
      title,
      ...(audiences ? { audiences } : {}),
      ...(since === undefined ? {} : { since }),
      body: [],
    };
    this.#sections.push(section);
    this.#part = {
      kind: 'section',
      path,
      body: section.body,
      get plain() {
        return section.plain;
      },
      set plain(texts) {
        if (texts) section.plain = texts;
      },
    };
  }

  #openGroup(depth: number, runs: readonly SourceRun[], offset: number): void {
    const { problems, builder } = this.#context;
    if (this.#part.kind === 'practices' && depth === 3) {
      const path = `$.practices[${this.#practices.length}].group`;
      this.#part.group = builder.plain(runs, path, offset, 'group-title');
    } else {
      problems.add(offset, this.#part.kind === 'head' ? 'heading-before-sections' : 'heading-in-section');
    }
  }
}

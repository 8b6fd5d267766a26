import { stringify } from 'yaml';
import type { Block, Charter, Practice, Section, Statement, Text } from 'charter-elements/charter';

const audienceNames = { staff: 'personnel', patients: 'patients', visitors: 'visiteurs' } as const;

const practicesTitle = '## Bonnes pratiques';

/** Explanations for who opens the file, by the part that each stands before. */
export interface Hints {
  readonly head?: string;
  readonly sections?: string;
  readonly practices?: string;
  readonly statements?: string;
}

/**
 * Writes a charter in Markdown; `compileCharter` makes the same document of it again, members that the schema does not
 * know aside.
 */
export function writeCharter(charter: Charter, hints: Hints = {}): string {
  const { practices, statements } = charter;
  const parts = [
    `---\n${comment(hints.head, '# ')}${stringify(headOf(charter), { lineWidth: 0 })}---`,
    ...asComment(hints.sections),
    ...charter.sections.map(writeSection),
    ...(practices?.length
      ? [practicesTitle, ...asComment(hints.practices), ...writePractices(practices)]
      : []),
    ...(statements?.length
      ? ['## Engagements', ...asComment(hints.statements), writeStatements(statements)]
      : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

const comment = (text: string | undefined, mark: string): string =>
  text === undefined
    ? ''
    : text
        .split('\n')
        .map((line) => `${mark}${line}\n`)
        .join('');

const asComment = (text: string | undefined): string[] => (text === undefined ? [] : [`<!--\n${text}\n-->`]);

function headOf(charter: Charter): Record<string, unknown> {
  const { issuer, history, sources } = charter;
  const head = {
    id: charter.id,
    version: charter.version,
    langue: charter.locale,
    titre: charter.title,
    résumé: charter.summary === undefined ? undefined : write(charter.summary),
    établissement: issuer && {
      nom: issuer.name,
      contact: issuer.contact && { libellé: issuer.contact.label, lien: issuer.contact.href },
    },
    'en vigueur': charter.effectiveFrom,
    historique: history?.map(({ version, date, changes }) => ({
      version,
      date,
      changements: write(changes),
    })),
    sources: sources?.map(({ title, href, reviewedOn }) => ({
      titre: title,
      lien: href,
      'relu le': reviewedOn,
    })),
  };
  return withoutUndefined(head);
}

function withoutUndefined<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function writeSection(section: Section): string {
  const { id, title, audiences, since, body, plain } = section;
  const isOther =
    /^(?:les )?(?:bonnes pratiques|pratiques|engagements|déclarations|mes engagements|good practices|practices|statements)$/i.test(
      title.trim(),
    );
  const attributes = [
    `#${id}`,
    ...(isOther ? ['.section'] : []),
    ...forAudiences(audiences),
    ...(since === undefined ? [] : [`depuis="${since}"`]),
  ];
  const parts = [`## ${write(title)} {${attributes.join(' ')}}`, ...body.map(writeBlock)];
  if (plain) parts.push(`:::simple\n${plain.map((text) => `- ${write(text)}`).join('\n')}\n:::`);
  return parts.join('\n\n');
}

function forAudiences(audiences: Section['audiences']): string[] {
  return audiences ? [`pour="${audiences.map((audience) => audienceNames[audience]).join(' ')}"`] : [];
}

function writeBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return write(block.text);
    case 'list':
      return block.items.map((item) => `- ${write(item)}`).join('\n');
    case 'quote':
      return `> ${write(block.text)}${block.cite === undefined ? '' : `\n> — ${write(block.cite)}`}`;
    case 'legal-reference': {
      const { code, article, href, text } = block;
      const values = Object.entries({ code, numero: article, lien: href }).flatMap(([name, value]) =>
        value === undefined ? [] : [`${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`],
      );
      const opening = `article{${values.join(' ')}}`;
      return text === undefined ? `::${opening}` : `:::${opening}\n${write(text)}\n:::`;
    }
  }
}

function writePractices(practices: readonly Practice[]): string[] {
  const parts: string[] = [];
  let last: string | undefined;
  for (const { id, group, text, why, audiences, required } of practices) {
    // The title of the part ends a group.
    if (group === undefined && last !== undefined) parts.push(practicesTitle);
    if (group !== undefined && group !== last) parts.push(`### ${write(group)}`);
    last = group;
    const attributes = [`#${id}`, ...forRequired(required), ...forAudiences(audiences)].join(' ');
    parts.push(
      `- ${write(text)} {${attributes}}${why === undefined ? '' : `\n  Pourquoi\u00a0: ${write(why)}`}`,
    );
  }
  return parts;
}

const forRequired = (required: boolean | undefined): string[] =>
  required === undefined ? [] : [required ? 'obligatoire' : 'facultatif'];

function writeStatements(statements: readonly Statement[]): string {
  return statements
    .map(({ id, text, required }) => `- ${write(text)} {${[`#${id}`, ...forRequired(required)].join(' ')}}`)
    .join('\n');
}

function write(text: Text): string {
  const runs = typeof text === 'string' ? [text] : text;
  const written = runs
    .map((run) => {
      if (typeof run === 'string') return escape(run);
      if ('strong' in run) return `**${escape(run.strong as string)}**`;
      if ('em' in run) return `*${escape(run.em as string)}*`;
      const { link, text: words } = run as { link: string; text: string };
      return `[${escape(words)}](<${link}>)`;
    })
    .join('');
  return escapeBeginning(written);
}

const escape = (text: string): string => text.replace(/[\\`*_#[\]<>{}&|]/g, '\\$&');

/** What would begin a title, a list, a quotation or a block. */
const escapeBeginning = (text: string): string =>
  text.replace(/^(?:[+=~-]|:{2,}|\d+(?=[.)]))/, (mark) => (/^\d/.test(mark) ? `${mark}\\` : `\\${mark}`));

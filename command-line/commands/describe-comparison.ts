import { audiences, plainText } from 'charter-elements/charter';
import type {
  Block,
  Charter,
  CharterComparison,
  ListComparison,
  Section,
  Text,
} from 'charter-elements/charter';
import type { Output } from '../terminal/terminal.ts';

/** Members of the charter and of its items, as readers know them. */
const memberNames: Readonly<Record<string, string>> = {
  title: 'titre',
  summary: 'résumé',
  issuer: 'établissement',
  effectiveFrom: 'entrée en vigueur',
  audiences: 'publics',
  body: 'texte',
  plain: 'version simple',
  group: 'groupe',
  text: 'texte',
  why: 'raison',
  required: 'caractère obligatoire',
};

const audienceNames = { staff: 'le personnel', patients: 'les patients', visitors: 'les visites' } as const;

interface Item {
  readonly id: string;
  readonly title?: string;
  readonly text?: Text;
}

/** What has changed, in words: a heading for each list, a line for each item, its old and new words below. */
export function describeComparison(
  before: Charter,
  after: Charter,
  comparison: CharterComparison,
  output: Output,
): string {
  const versions =
    before.version === after.version
      ? `version ${after.version}, la même : changez-la`
      : `de la version ${before.version} à la version ${after.version}`;
  if (comparison.isSame)
    return `Rien ne change pour les lecteurs (${before.version === after.version ? `version ${after.version}` : versions}).\n`;
  const lines = [output.style('bold', `${after.title} (${versions})`)];
  for (const member of comparison.members) lines.push(...changedMember('', member, before, after, output));
  lines.push(
    ...describeList('Sections', comparison.sections, 'e', output),
    ...describeList('Bonnes pratiques', comparison.practices, 'e', output),
    ...describeList('Engagements', comparison.statements, '', output),
  );
  return `${lines.join('\n')}\n`;
}

function describeList<T extends Item>(
  title: string,
  list: ListComparison<T>,
  feminine: 'e' | '',
  output: Output,
): string[] {
  const { added, removed, changed, moved } = list;
  const name = (item: Item): string => `${nameOf(item)} ${output.style('dim', `{#${item.id}}`)}`;
  const lines = [
    ...added.map(
      (item) => `  ${output.style('green', `+ ${feminine ? 'nouvelle' : 'nouveau'}`)} : ${name(item)}`,
    ),
    ...removed.map((item) => `  ${output.style('red', `− retiré${feminine}`)} : ${name(item)}`),
    ...changed.flatMap(({ before, after, members }) => [
      `  ${output.style('yellow', `~ modifié${feminine}`)} : ${name(after)}`,
      ...members.flatMap((member) => changedMember('    ', member, before, after, output)),
    ]),
    ...moved.map(
      ({ item, from, to }) =>
        `  ${output.style('cyan', `↕ déplacé${feminine}`)} : ${name(item)}, de la ${place(from)} à la ${place(to)} place`,
    ),
  ];
  return lines.length === 0 ? [] : ['', output.style('bold', title), ...lines];
}

const place = (index: number): string => (index === 0 ? '1re' : `${index + 1}e`);

const nameOf = ({ title, text, id }: Item): string => {
  if (title !== undefined) return `« ${title} »`;
  return text === undefined ? id : `« ${plainText(text)} »`;
};

function changedMember(
  indent: string,
  member: string,
  before: unknown,
  after: unknown,
  output: Output,
): string[] {
  const values = [before, after].map((item) => (item as Record<string, unknown>)[member]);
  const [old, recent] =
    member === 'required'
      ? [isRequired(values[0], values[1]), isRequired(values[1], values[0])].map((is) => [
          is ? 'obligatoire' : 'facultatif',
        ])
      : values.map((value) => readingLines(member, value));
  const lines = [
    ...old!
      .filter((line) => !recent!.includes(line))
      .map((line) => `${indent}    ${output.style('red', `− ${line}`)}`),
    ...recent!
      .filter((line) => !old!.includes(line))
      .map((line) => `${indent}    ${output.style('green', `+ ${line}`)}`),
  ];
  // The same words may be in another order, or bear another emphasis.
  const isSameWords = lines.length === 0;
  return [
    `${indent}  ${memberNames[member] ?? member}${isSameWords ? ' : ordre, mise en forme ou adresse d’un lien' : ''}`,
    ...lines,
  ];
}

/** What is left out has its default, which is the opposite of what it has changed from or to. */
const isRequired = (own: unknown, other: unknown): boolean =>
  own === undefined ? other !== true : own === true;

/** What is read of a member, a line for each of its parts. */
function readingLines(member: string, value: unknown): string[] {
  switch (member) {
    case 'audiences':
      return [
        (value
          ? audiences.filter((audience) => (value as Section['audiences'])!.includes(audience))
          : audiences
        )
          .map((audience) => audienceNames[audience])
          .join(', '),
      ];
    case 'body':
      return (value as Block[]).flatMap(blockLines);
    case 'plain':
      return ((value ?? []) as Text[]).map(plainText);
    case 'issuer': {
      const { name, contact } = (value ?? {}) as NonNullable<Charter['issuer']>;
      return [name, contact && `${contact.label} (${contact.href})`].filter((line) => line !== undefined);
    }
    default:
      return value === undefined ? [] : [plainText(value as Text)];
  }
}

function blockLines(block: Block): string[] {
  switch (block.type) {
    case 'list':
      return block.items.map((item) => `• ${plainText(item)}`);
    case 'quote':
      return [`« ${plainText(block.text)} »${block.cite === undefined ? '' : ` (${block.cite})`}`];
    case 'legal-reference':
      return [
        `${block.code}, ${block.article}${block.text === undefined ? '' : ` : « ${plainText(block.text)} »`}`,
      ];
    default:
      return [plainText(block.text)];
  }
}

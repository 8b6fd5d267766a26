import { audiences, plainText } from 'charter-elements/charter';
import type {
  Block,
  Charter,
  CharterComparison,
  ListComparison,
  Section,
  Text,
} from 'charter-elements/charter';
import type { ComparedList } from '../messages/fr-comparison.ts';
import type { Words } from '../messages/words.ts';
import type { Output, Style } from '../terminal/terminal.ts';

/** Where a comparison is written, and in which words. */
export interface Telling {
  readonly output: Output;
  readonly words: Words;
}

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
  telling: Telling,
): string {
  const { output, words } = telling;
  const said = words.comparison;
  const { version } = after;
  const isSameVersion = before.version === version;
  const versions = isSameVersion
    ? said['same-version']({ version })
    : said.versions({ before: before.version, after: version });
  if (comparison.isSame)
    return `${said.nothing({ versions: isSameVersion ? said['one-version']({ version }) : versions })}\n`;
  const lines = [output.style('bold', `${after.title} (${versions})`)];
  for (const member of comparison.members) lines.push(...changedMember('', member, before, after, telling));
  lines.push(
    ...describeList('sections', comparison.sections, telling),
    ...describeList('practices', comparison.practices, telling),
    ...describeList('statements', comparison.statements, telling),
  );
  return `${lines.join('\n')}\n`;
}

function describeList<T extends Item>(
  list: ComparedList,
  { added, removed, changed, moved }: ListComparison<T>,
  telling: Telling,
): string[] {
  const { output, words } = telling;
  const said = words.comparison;
  const line = (style: Style, sign: string, what: string, item: Item): string =>
    `  ${output.style(style, `${sign} ${what}`)}${said.of()}${nameOf(item, words)} ${output.style('dim', `{#${item.id}}`)}`;
  const lines = [
    ...added.map((item) => line('green', '+', said.added({ list }), item)),
    ...removed.map((item) => line('red', '−', said.removed({ list }), item)),
    ...changed.flatMap(({ before, after, members }) => [
      line('yellow', '~', said.changed({ list }), after),
      ...members.flatMap((member) => changedMember('    ', member, before, after, telling)),
    ]),
    ...moved.map(
      ({ item, from, to }) => `${line('cyan', '↕', said.moved({ list }), item)}${said.places({ from, to })}`,
    ),
  ];
  return lines.length === 0 ? [] : ['', output.style('bold', said[list]()), ...lines];
}

const nameOf = ({ title, text, id }: Item, { comparison }: Words): string => {
  if (title !== undefined) return comparison.quoted({ text: title });
  return text === undefined ? id : comparison.quoted({ text: plainText(text) });
};

function changedMember(
  indent: string,
  member: string,
  before: unknown,
  after: unknown,
  { output, words }: Telling,
): string[] {
  const { comparison: said, members } = words;
  const values = [before, after].map((item) => (item as Record<string, unknown>)[member]);
  const [old, recent] =
    member === 'required'
      ? [isRequired(values[0], values[1]), isRequired(values[1], values[0])].map((is) => [
          is ? said.required() : said.optional(),
        ])
      : values.map((value) => readingLines(member, value, words));
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
  const name = Object.hasOwn(members, member) ? members[member as keyof typeof members] : member;
  return [`${indent}  ${name}${isSameWords ? said['same-words']() : ''}`, ...lines];
}

/** What is left out has its default, which is the opposite of what it has changed from or to. */
const isRequired = (own: unknown, other: unknown): boolean =>
  own === undefined ? other !== true : own === true;

/** What is read of a member, a line for each of its parts. */
function readingLines(member: string, value: unknown, words: Words): string[] {
  switch (member) {
    case 'audiences':
      return [
        (value
          ? audiences.filter((audience) => (value as Section['audiences'])!.includes(audience))
          : audiences
        )
          .map((audience) => words.audienceNames[audience])
          .join(', '),
      ];
    case 'body':
      return (value as Block[]).flatMap((block) => blockLines(block, words));
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

function blockLines(block: Block, { comparison: { quoted, of } }: Words): string[] {
  switch (block.type) {
    case 'list':
      return block.items.map((item) => `• ${plainText(item)}`);
    case 'quote':
      return [
        `${quoted({ text: plainText(block.text) })}${block.cite === undefined ? '' : ` (${block.cite})`}`,
      ];
    case 'legal-reference':
      return [
        `${block.code}, ${block.article}${block.text === undefined ? '' : `${of()}${quoted({ text: plainText(block.text) })}`}`,
      ];
    default:
      return [plainText(block.text)];
  }
}

import { audiences } from './audiences.ts';
import type { Block, Charter, Practice, Section, Statement, Text } from './charter.ts';

/** An item that both charters have, by its id, and that reads differently. */
export interface ChangedItem<T> {
  readonly before: T;
  readonly after: T;
  /** What reads differently, in the schema's order. */
  readonly members: readonly (keyof T & string)[];
}

/** An item that stands elsewhere among those that both charters have. Places are counted from 0 in each document. */
export interface MovedItem<T> {
  readonly item: T;
  readonly from: number;
  readonly to: number;
}

export interface ListComparison<T> {
  /** In the order of the newer charter. */
  readonly added: readonly T[];
  /** In the order of the older charter. */
  readonly removed: readonly T[];
  readonly changed: readonly ChangedItem<T>[];
  /** As few as explain the new order; what only follows an addition has not moved. */
  readonly moved: readonly MovedItem<T>[];
}

/** What readers will see as changed from a charter to another. */
export interface CharterComparison {
  /** Members of the document itself that read differently. */
  readonly members: readonly ('title' | 'summary' | 'issuer' | 'effectiveFrom')[];
  readonly sections: ListComparison<Section>;
  readonly practices: ListComparison<Practice>;
  readonly statements: ListComparison<Statement>;
  /** True when a reader would see no difference. */
  readonly isSame: boolean;
}

type Readings<T> = Partial<Record<keyof T & string, (item: T) => unknown>>;

const asAudiences = (item: Section | Practice): unknown =>
  audiences.filter((audience) => item.audiences?.includes(audience) ?? true);

/** What is read of each item, in a form that is the same when it reads the same. */
const sectionReadings: Readings<Section> = {
  title: ({ title }) => title,
  audiences: asAudiences,
  body: ({ body }) => body.map(readingOfBlock),
  plain: ({ plain }) => (plain ?? []).map(readingOf),
};
const practiceReadings: Readings<Practice> = {
  group: ({ group }) => group ?? '',
  text: ({ text }) => readingOf(text),
  why: ({ why }) => why && readingOf(why),
  audiences: asAudiences,
  required: ({ required }) => required ?? false,
};
const statementReadings: Readings<Statement> = {
  text: ({ text }) => text,
  required: ({ required }) => required ?? true,
};
const charterReadings: Readings<Charter> = {
  title: ({ title }) => title,
  summary: ({ summary }) => summary && readingOf(summary),
  issuer: ({ issuer }) => [issuer?.name, issuer?.contact?.label, issuer?.contact?.href],
  effectiveFrom: ({ effectiveFrom }) => effectiveFrom,
};

/**
 * Compares two charters as readers see them: ids say which item is which, texts are compared after NFC, and what is
 * not shown (`since`, members that the schema does not know) is left aside.
 */
export function compareCharters(before: Charter, after: Charter): CharterComparison {
  const members = differences(before, after, charterReadings) as CharterComparison['members'];
  const sections = compareLists(before.sections, after.sections, sectionReadings);
  const practices = compareLists(before.practices, after.practices, practiceReadings);
  const statements = compareLists(before.statements, after.statements, statementReadings);
  const isSame =
    members.length === 0 &&
    [sections, practices, statements].every((list) =>
      [list.added, list.removed, list.changed, list.moved].every(({ length }) => length === 0),
    );
  return { members, sections, practices, statements, isSame };
}

function compareLists<T extends { id: string }>(
  before: readonly T[] = [],
  after: readonly T[] = [],
  readings: Readings<T>,
): ListComparison<T> {
  const placesBefore = new Map(before.map(({ id }, index) => [id, index]));
  const placesAfter = new Map(after.map(({ id }, index) => [id, index]));
  const kept = after.flatMap((item, to) => {
    const from = placesBefore.get(item.id);
    return from === undefined ? [] : [{ item, from, to }];
  });
  const still = longestAscent(kept.map(({ from }) => from));
  return {
    added: after.filter(({ id }) => !placesBefore.has(id)),
    removed: before.filter(({ id }) => !placesAfter.has(id)),
    changed: kept.flatMap(({ item, from }) => {
      const members = differences(before[from]!, item, readings);
      return members.length > 0 ? [{ before: before[from]!, after: item, members }] : [];
    }),
    moved: kept.filter(({ from }) => !still.has(from)),
  };
}

function differences<T>(before: T, after: T, readings: Readings<T>): (keyof T & string)[] {
  const members = Object.keys(readings) as (keyof T & string)[];
  return members.filter((member) => {
    const read = readings[member]!;
    return signature(read(before)) !== signature(read(after));
  });
}

const signature = (reading: unknown): string => JSON.stringify(reading ?? null).normalize('NFC');

function readingOfBlock(block: Block): unknown {
  switch (block.type) {
    case 'list':
      return [block.type, block.items.map(readingOf)];
    case 'quote':
      return [block.type, readingOf(block.text), block.cite];
    case 'legal-reference':
      return [block.type, block.code, block.article, block.href, block.text && readingOf(block.text)];
    default:
      return [block.type, readingOf(block.text)];
  }
}

/** Runs as pairs of a mark and its words; a text cut into several strings is the same text. */
function readingOf(text: Text): unknown {
  const runs: [mark: string, words: string][] = [];
  for (const run of typeof text === 'string' ? [text] : text) {
    const pair: [string, string] =
      typeof run === 'string'
        ? ['', run]
        : 'strong' in run
          ? ['strong', run.strong as string]
          : 'em' in run
            ? ['em', run.em as string]
            : [`link ${(run as { link: string }).link}`, (run as { text: string }).text];
    const last = runs.at(-1);
    if (last?.[0] === pair[0]) last[1] += pair[1];
    else if (pair[1] !== '') runs.push(pair);
  }
  return runs;
}

/** The values of the longest ascending subsequence: the items that have kept their order. */
function longestAscent(values: readonly number[]): Set<number> {
  // For each length, the index of the smallest last value of a subsequence of that length.
  const lasts: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, value] of values.entries()) {
    let length = lasts.findIndex((last) => values[last]! >= value);
    if (length === -1) length = lasts.length;
    previous[index] = lasts[length - 1];
    lasts[length] = index;
  }
  const ascent = new Set<number>();
  for (let index = lasts.at(-1); index !== undefined; index = previous[index]) ascent.add(values[index]!);
  return ascent;
}

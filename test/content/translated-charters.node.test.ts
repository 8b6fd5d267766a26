import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseCharter, plainText } from '../../src/charter/index.ts';
import type { Charter, Text } from '../../src/charter/index.ts';
import { charter as french, contentNames, readContent, textsOf } from './support/content.ts';

interface LanguageRules {
  /** What the summary says: no jurist has read it, the French text prevails. */
  readonly warnings: readonly RegExp[];
  /** How a quotation of the law begins: it is a translation, the French text alone has legal force. */
  readonly notice: RegExp;
  /** Faults of typography. */
  readonly faults: Readonly<Record<string, RegExp>>;
}

/** A new language is added here, so that somebody who reads it has said what is right in it. */
const rulesOf: Readonly<Record<string, LanguageRules>> = {
  en: {
    warnings: [/not been reviewed by a lawyer/, /the French text prevails/],
    notice: /^\[Working translation of the [^\]]+; only the French text has legal force\] \p{Lu}/u,
    faults: {
      'a French space or guillemet': /[\u202f«»]/,
      'U+00A0 away from a number': /(?<!\d)\u00a0(?!\d)/,
      'a space before a mark': /\s[,;:.!?…]/,
      'a straight apostrophe or quotation mark': /['"]/,
      'three dots': /\.{3}/,
    },
  },
  ar: {
    warnings: [/قانون|محام/, /الفرنسي/],
    notice: /^\[ترجمة [^\]]*النص الفرنسي[^\]]*\] /,
    faults: {
      'a Latin comma, semicolon or question mark after an Arabic word': /\p{sc=Arab}\s*[,;?]/u,
      'a French space': /\u202f/,
      'a straight or English quotation mark': /["“”]/,
      'digits that are not those of the law': /[٠-٩]/,
      'an override or mark of direction, where isolates are enough': /[\u200e\u200f\u202a-\u202e]/,
    },
  },
};

const names = contentNames.filter((name) => /^charter\.(?!fr\.json$)/.test(name));

it('there is a translation, or the checks below check nothing', () => assert.ok(names.length > 0));

for (const name of names) {
  describe(name, async () => {
    const document = await readContent(name);
    const charter = parseCharter(document, name);
    const texts = [...textsOf(charter)];
    const sources = new Map([...textsOf(french)].map(({ path, text }) => [path, text]));
    const rules = rulesOf[charter.locale];

    it('is named after its language', () => assert.equal(name, `charter.${charter.locale}.json`));

    it('is the French charter but for the words', () => {
      assert.deepEqual(withoutWords(charter), withoutWords(french));
    });

    it('groups its practices as the French does', () => {
      assert.deepEqual(groupsOf(charter), groupsOf(french));
    });

    it('leaves no text in French, but the names of the codes', () => {
      for (const { path, text } of texts) {
        if (!/\.(?:code|article)$/.test(path)) assert.notEqual(text, sources.get(path), path);
      }
    });

    it('is about as long as the French, so that no sentence is left out', () => {
      for (const { path, text } of texts) {
        const source = sources.get(path)!;
        const ratio = text.replace(/^\[[^\]]+\] /, '').length / source.length;
        // The summary has its warning on top; a short text may well take half the letters or twice.
        if (source.length > 160 && path !== '$.summary')
          assert.ok(ratio > 0.55 && ratio < 1.6, `${path}, ${ratio.toFixed(2)}: ${text}`);
      }
    });

    it('gives the same numbers: articles, dates, sums', () => {
      for (const { path, text } of texts) {
        const source = sources.get(path)!;
        const numbers = numbersIn(text);
        // An age may be written out.
        const expected = numbersIn(source.replace(/\d+\sans/g, ''));
        assert.deepEqual(without(numbersIn(source), numbers), [], `added in ${path}: ${text}`);
        assert.deepEqual(without(numbers, expected), [], `missing from ${path}: ${text}`);
      }
    });

    it('says plainly what the French says plainly', () => {
      for (const { plain = [] } of charter.sections) {
        for (const sentence of plain) assert.ok(plainText(sentence).length <= 120, plainText(sentence));
      }
    });

    it('begins each translated quotation by saying, between brackets, that it is one', () => {
      assert.ok(rules, missingRules(charter.locale));
      const quotations = quotationsOf(charter);
      assert.equal(quotations.length, quotationsOf(french).length);
      for (const text of quotations) assert.match(withoutVowelMarks(text), rules.notice);
    });

    it('carries no quotation marks within those of the viewer', () => {
      for (const text of quotationsOf(charter)) assert.doesNotMatch(text, /[«»"“”„]/);
    });

    it('says in its summary that no jurist has read it and that the French text prevails', () => {
      assert.ok(rules, missingRules(charter.locale));
      const summary = withoutVowelMarks(plainText(charter.summary!));
      for (const warning of rules.warnings) assert.match(summary, warning);
    });

    it('obeys the typography of its language', () => {
      assert.ok(rules, missingRules(charter.locale));
      const faults = texts.flatMap(({ path, text }) =>
        Object.entries({ ...rules.faults, ...faultsOfAnyLanguage })
          .filter(([, pattern]) => pattern.test(text))
          .map(([what]) => `${path}, ${what}: ${text}`),
      );
      assert.deepEqual(faults, []);
    });
  });
}

const faultsOfAnyLanguage = {
  'two spaces': /\s\s/,
  'a space at the beginning or the end': /^\s|\s$/,
  'runs that join without a space': /[,;:.!?…،؛؟]\p{L}{2}/u,
};

/** Members that a translation keeps as they are. */
const kept = new Set([
  ...['schema', 'id', 'version', 'type', 'href', 'audiences', 'since', 'required', 'date'],
  ...['effectiveFrom', 'reviewedOn', 'code', 'article'],
]);

/** A document with its words taken out: members, lists and links are left. */
function withoutWords(value: unknown, key = ''): unknown {
  if (key === 'items' || key === 'plain') return (value as Text[]).map(linksIn);
  if (['text', 'summary', 'why', 'changes'].includes(key)) return linksIn(value as Text);
  if (Array.isArray(value)) return value.map((item) => withoutWords(item, key));
  if (typeof value !== 'object' || value === null) return kept.has(key) ? value : 'words';
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withoutWords(item, name)]));
}

function linksIn(text: Text): unknown[] {
  return typeof text === 'string'
    ? []
    : text.flatMap((run) => (typeof run === 'object' && 'link' in run ? [run.link] : []));
}

/** The group of each practice, as the place where the group is first met. */
function groupsOf({ practices = [] }: Charter): number[] {
  const groups = practices.map(({ group }) => group);
  return groups.map((group) => groups.indexOf(group));
}

function quotationsOf({ sections }: Charter): string[] {
  return sections.flatMap(({ body }) =>
    body.flatMap((block) => (block.type === 'legal-reference' && block.text ? [plainText(block.text)] : [])),
  );
}

/** Numbers, whatever separates thousands. */
function numbersIn(text: string): string[] {
  const withoutSeparators = text.replace(/(?<=\d)[\u00a0\u202f,٬](?=\d{3}\b)/g, '');
  return withoutSeparators.match(/\d+(?:[-/]\d+)*/g) ?? [];
}

/** What is left of a list once each item of another is taken from it. */
function without(taken: string[], from: string[]): string[] {
  const left = [...from];
  for (const item of taken) {
    const index = left.indexOf(item);
    if (index >= 0) left.splice(index, 1);
  }
  return left;
}

function missingRules(locale: string): string {
  return `Nothing says what is right in “${locale}”: add it to rulesOf in test/content/translated-charters.node.test.ts.`;
}

function withoutVowelMarks(text: string): string {
  return text.replace(/\p{M}/gu, '');
}

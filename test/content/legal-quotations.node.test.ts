import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainText } from '../../src/charter/index.ts';
import { readFixture } from '../charter/support/read-fixture.ts';
import { frenchCharters, textsOf, withoutTypography } from './support/content.ts';

interface Quotation {
  readonly code: string;
  readonly article: string;
  readonly grade: 'A' | 'B';
  readonly passages: readonly string[];
}

const { quotations } = await readFixture<{ quotations: Quotation[] }>('legal-quotations.json');
const references = [...frenchCharters].flatMap(([name, { sections }]) =>
  sections.flatMap((section) =>
    section.body.flatMap((block) =>
      block.type === 'legal-reference' ? [{ place: `“${section.id}” of ${name}`, ...block }] : [],
    ),
  ),
);
const same = (a: string, b: string) => withoutTypography(a) === withoutTypography(b);

/** Whether a text is made of whole passages, in their order, with […] wherever something was left out. */
function isVerbatim(text: string, passages: readonly string[]): boolean {
  const pieces = withoutTypography(text).split(/ ?\[…\] ?/);
  let from = 0;
  return pieces
    .filter((piece) => piece !== '')
    .every((piece) => {
      const index = passages.findIndex(
        (passage, place) => place >= from && isPart(piece, withoutTypography(passage)),
      );
      from = index;
      return index >= 0;
    });
}

/** The beginning of a passage up to the end of one of its sentences, or the whole of it. */
function isPart(piece: string, passage: string): boolean {
  const index = passage.indexOf(piece);
  if (index < 0) return false;
  const [before, after] = [passage.slice(0, index), passage.slice(index + piece.length)];
  return (before === '' || before.endsWith('. ')) && (after === '' || /^ \p{Lu}/u.test(after));
}

describe('legal quotations', () => {
  it('of the list are all graded A or B', () => {
    for (const { article, grade } of quotations) assert.match(grade, /^[AB]$/, article);
  });

  it('are in the charters', () => {
    assert.ok(references.filter(({ text }) => text !== undefined).length >= 15);
  });

  for (const { place, code, article, text } of references) {
    if (text === undefined) continue;
    it(`of ${article}, in ${place}, are word for word`, () => {
      const known = quotations.find((other) => same(other.code, code) && same(other.article, article));
      assert.ok(known, `${code}, ${article} is not in test/fixtures/legal-quotations.json`);
      assert.ok(isVerbatim(plainText(text), known.passages), plainText(text));
    });
  }

  it('carry no quotation marks of their own: the viewer sets them', () => {
    for (const { article, text = '' } of references) assert.doesNotMatch(plainText(text), /[«»"“”]/, article);
  });

  it('link to Légifrance, where they link', () => {
    for (const { article, href } of references) {
      if (href)
        assert.match(
          href,
          /^https:\/\/www\.legifrance\.gouv\.fr\/codes\/article_lc\/LEGIARTI\d{12}$/,
          article,
        );
    }
  });

  it('leave alone what the facts warn against', () => {
    // The old wording of L. 1110-4, its misquotation, its penalty, and the repealed articles.
    const traps = [
      /un réseau de santé ou tout autre organisme/,
      /et au secret des informations/,
      /Le fait d’obtenir ou de tenter d’obtenir/,
      /R\.\s4127-303/,
      /R\.\s4235-5/,
    ];
    for (const { path, text } of textsOf([...frenchCharters.values()])) {
      for (const trap of traps) assert.doesNotMatch(text, trap, path);
    }
  });

  describe('the comparison itself', () => {
    const passages = ["L'un est. Le deux suit.", 'Le trois finit :'];
    const table: [text: string, expected: boolean][] = [
      ['L’un est. Le deux suit.', true],
      ['L’un est.', true],
      ['Le deux suit.', true],
      ['L’un est. […] Le trois finit\u00a0:', true],
      ['[…] Le trois finit\u00a0:', true],
      ['L’un est', false],
      ['L’un était.', false],
      ['Le deux suit. Le trois finit\u00a0:', false],
      ['Le trois finit\u00a0: […] L’un est.', false],
      ['un est.', false],
    ];
    for (const [text, expected] of table) {
      it(`${expected ? 'accepts' : 'refuses'} ${text}`, () =>
        assert.equal(isVerbatim(text, passages), expected));
    }
  });
});

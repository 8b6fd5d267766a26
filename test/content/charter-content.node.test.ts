import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { audiences, compareVersions, plainText, selectAudience } from '../../src/charter/index.ts';
import { charter, frenchCharters, textsOf } from './support/content.ts';

for (const [name, document] of frenchCharters) {
  const { sections, practices = [], statements = [], history = [], sources = [] } = document;

  describe(`the charter of ${name}`, () => {
    it('uses each id once, over sections, practices and statements', () => {
      for (const items of [sections, practices, statements]) {
        const ids = items.map(({ id }) => id);
        assert.deepEqual(
          ids.filter((id, index) => ids.indexOf(id) !== index),
          [],
        );
      }
    });

    for (const { id, plain = [] } of sections) {
      it(`says “${id}” plainly`, () => {
        assert.ok(plain.length > 0);
        for (const sentence of plain) assert.ok(plainText(sentence).length <= 120, plainText(sentence));
      });
    }

    it('has at least twenty practices, each with why', () => {
      assert.ok(practices.length >= 20, `${practices.length} practices`);
      for (const { id, why, group } of practices) {
        assert.ok(why, `${id} has no why`);
        assert.ok(group, `${id} has no group`);
      }
    });

    it('speaks in the first person in its practices and statements', () => {
      for (const { id, text } of [...practices, ...statements]) {
        assert.match(plainText(text), /\b[Jj](?:e |’)/, id);
      }
    });

    it('has the person attest or commit, never consent', () => {
      assert.ok(statements.some(({ required }) => required !== false));
      for (const { text } of statements) {
        assert.match(text, /^J(?:’atteste|e m’engage)/);
        assert.doesNotMatch(text, /consen/i);
      }
    });

    it('names no establishment: the hospital puts its own name', () => {
      assert.equal(document.issuer?.name, 'L’établissement');
    });

    it('has a history that ends with its version, and nothing newer than it', () => {
      const versions = history.map(({ version }) => version);
      assert.ok(versions.includes(document.version));
      for (const version of [...versions, ...sections.map(({ since }) => since ?? '0')]) {
        assert.ok(compareVersions(version, document.version) <= 0, version);
      }
    });

    it('has runs that join with the space that belongs between them', () => {
      for (const { path, text } of textsOf(document)) {
        assert.doesNotMatch(text, /\p{Ll}\p{Lu}|[,;:.!?…]\p{L}{2}/u, `${path}: ${text}`);
      }
    });

    it('dates each of its sources', () => {
      assert.ok(sources.length > 0);
      for (const { title, reviewedOn } of sources) assert.ok(reviewedOn, title);
    });
  });
}

describe('the built-in charter', () => {
  for (const audience of audiences) {
    it(`has sections and practices for ${audience}`, () => {
      const { sections, practices } = selectAudience(charter, audience);
      assert.ok(sections.length >= 5, `${sections.length} sections`);
      assert.ok(practices.length >= 5, `${practices.length} practices`);
      assert.ok(
        practices.some(({ required }) => required),
        'no required practice',
      );
    });
  }
});

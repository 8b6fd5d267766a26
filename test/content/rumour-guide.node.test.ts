import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { audiences, groupPractices, plainText, selectAudience } from '../../src/charter/index.ts';
import { charter, frenchCharters, textsOf } from './support/content.ts';

const guide = frenchCharters.get('rumour.fr.json')!;
const texts = [...textsOf(guide)];
const blocks = guide.sections.flatMap(({ body }) => body);

describe('the guide for answering rumours', () => {
  it('has an id of its own: a receiver keeps it beside the built-in charter', () => {
    assert.equal(guide.id, 'rumour-guide');
    assert.notEqual(guide.id, charter.id);
  });

  it('takes the person on call from before the rumour to after it', () => {
    const { practices } = selectAudience(guide, 'staff');
    assert.deepEqual(
      [...groupPractices(practices).keys()],
      ['Avant', 'Dans la première heure', 'Répondre', 'Après'],
    );
  });

  it('requires few practices, secrecy among them', () => {
    const required = (guide.practices ?? []).flatMap((practice) => (practice.required ? [practice.id] : []));
    assert.ok(required.length <= 7, required.join(', '));
    for (const id of ['never-confirm', 'no-record-opened']) assert.ok(required.includes(id), id);
  });

  it('requires nothing of patients and visitors, and has something to say to them', () => {
    for (const audience of audiences.filter((other) => other !== 'staff')) {
      const { sections, practices } = selectAudience(guide, audience);
      assert.ok(sections.length > 0 && practices.length > 0, audience);
      for (const { id, required } of practices) assert.ok(!required, id);
    }
  });

  it('says for each sentence to adapt when to use it, without quotation marks of its own', () => {
    const frames = blocks.filter((block) => block.type === 'quote');
    assert.ok(frames.length >= 5, `${frames.length} sentences`);
    for (const { text, cite } of frames) {
      assert.ok(cite, plainText(text));
      assert.doesNotMatch(plainText(text), /[«»"“”]/);
    }
  });

  it('names in its sources each text that it refers to', () => {
    const titles = (guide.sources ?? []).map(({ title }) => title);
    for (const block of blocks) {
      if (block.type !== 'legal-reference') continue;
      const known = titles.some(
        (title) => title.endsWith(block.article) || title.includes(`${block.article} `),
      );
      assert.ok(known, `${block.code}, ${block.article}`);
    }
  });

  it('gives no time limit, fine or status that the facts do not grade', () => {
    // The limit of three months, the declaration within 72 hours, the fine of 12 000 €, the protection of civil servants.
    const ungraded = [/trois mois|prescription/i, /72/, /12\s000/, /protection fonctionnelle/i, /226-8/];
    for (const { path, text } of texts) {
      for (const pattern of ungraded) assert.doesNotMatch(text, pattern, `${path}: ${text}`);
    }
  });

  it('uses the French word where there is one', () => {
    for (const { path, text } of texts) {
      assert.doesNotMatch(
        text,
        /\b(?:buzz|posts?|fake|likes?|followers?|hashtags?|stor(?:y|ies)|mails?)\b/i,
        path,
      );
    }
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { repairTypography } from '../../command-line/typography/typographic-repair.ts';
import { charter, networks, textsOf } from '../content/support/content.ts';
import { typographyFaults } from '../support/french-typography.ts';

/** `_` stands for U+00A0 and `~` for U+202F: both are invisible. */
const show = (text: string) => text.replaceAll('\u00a0', '_').replaceAll('\u202f', '~');
const repair = (text: string) => repairTypography([text]).join('');

const typed: [typed: string, right: string][] = [
  ['Vraiment ? Oui! Non;', 'Vraiment~? Oui~! Non~;'],
  ['Quoi?! (?)', 'Quoi~?! (?)'],
  ["l'accord d'aujourd'hui", 'l’accord d’aujourd’hui'],
  ['Trois mots : un, deux: trois', 'Trois mots_: un, deux_: trois'],
  ['Il dit "oui" et « non » ou «peut-être».', 'Il dit «_oui_» et «_non_» ou «_peut-être_».'],
  ['Attendez...', 'Attendez…'],
  ['50% des 15 000 €', '50_% des 15~000_€'],
  ['1 000 000 de vues, 12 345', '1~000~000 de vues, 12~345'],
  ["L'article L.1110-4, n° 3, art. 9", 'L’article L._1110-4, n°_3, art._9'],
  ['À 16h15, à 9 h 30', 'À 16_h_15, à 9_h_30'],
  ['deux  espaces', 'deux espaces'],
  ['«  deux  »', '«_deux_»'],
  // Left as they are.
  ['À 12:30, de 16:9', 'À 12:30, de 16:9'],
  ['https://a.example/b?c:d;e', 'https://a.example/b?c:d;e'],
  ['Le 01 44 55 66 77, en 2026 123', 'Le 01 44 55 66 77, en 2026 123'],
  ['Etat, 1ère', 'Etat, 1ère'],
];

describe('the repair of typography', () => {
  for (const [before, after] of typed) {
    it(`${before} → ${after}`, () => assert.equal(show(repair(before)), after));
  }

  it('keeps each sign with the run that it was typed in', () => {
    assert.deepEqual(repairTypography(['Attention', ' : lisez ', 'ceci', ' ?']).map(show), [
      'Attention',
      '_: lisez ',
      'ceci',
      '~?',
    ]);
  });

  it('changes nothing in the built-in documents', () => {
    for (const { text } of [...textsOf(charter), ...textsOf(networks)]) assert.equal(repair(text), text);
  });

  const words = fc.array(
    fc.constantFrom(...'ab 1?:;!"\'.%€«»(h…,'.split(''), 'mot', '\u00a0', '\u202f', 'L.', 'https://a.b/c?d'),
  );

  it('has nothing left to do when it has been done', () => {
    fc.assert(
      fc.property(words, (parts) => {
        const once = repair(parts.join(''));
        assert.equal(show(repair(once)), show(once));
      }),
    );
  });

  it('says the same whatever the runs', () => {
    fc.assert(
      fc.property(words, (parts) => {
        const runs = repairTypography(parts);
        assert.equal(runs.length, parts.length);
        assert.equal(show(runs.join('')), parts.length === 0 ? '' : show(repair(parts.join(''))));
      }),
    );
  });

  it('leaves no fault in a sentence as people type it', () => {
    const sentence = 'L\'équipe dit : "c\'est à 16h15 !" Vraiment ? 50 % des 15 000 € (art. L. 1110-4)...';
    assert.deepEqual(typographyFaults(repair(sentence)), []);
  });
});

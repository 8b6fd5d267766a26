import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { typographyFaults } from '../support/french-typography.ts';

/** `_` stands for U+00A0 and `~` for U+202F: both are invisible. */
const read = (text: string) => text.replaceAll('_', '\u00a0').replaceAll('~', '\u202f');

const right = [
  'Vous hésitez~? Demandez avant de publier~!',
  'Le secret~; la discrétion.',
  'Quoi~?! Vraiment~!!',
  'Sûr (?) de vous',
  '«_?_» est un signe, «_!_» aussi',
  'Trois mots_: le secret, la réserve.',
  '«_Merci beaucoup._»',
  '«_Qui peut vous trouver~?_», dans les réglages',
  'À 16_h_15, 16:9 ou 12:30',
  '50_% des 15~000_€ et 1~000~000 de vues',
  'En 2026, le 15 rue 1905, code 75013',
  'L’art._L._1110-4, les articles R._4127-72 et R._4127-73, n°_2005-102',
  'l’hôpital, aujourd’hui…',
  'Un texte […] coupé',
  '«_…_» et «_… la suite_»',
  'Le 1er janvier 2026, la 1re fois, la 2e, du 2 au 11 mars',
  'À faire, État, Équipe, Ça va, Être, Évitez',
  'Vitamine A et plan A suivi. Aller à pied.',
  'Cœur, œil, œuvre, coexister, poésie',
  'https://intranet.example/a?b=c;d!e:f, mailto:dpo@ch.example?subject=x',
  'Voir https://intranet.example/a:b (ici)',
  'Ami(e)s',
  'un fichier .json, le .fr',
  'Les 30 jours, 34 ans, 15_min, 2_Mo, 24_h',
  '',
];

const wrong: [text: string, fault: RegExp, count?: number][] = [
  ['Vraiment?', /no U\+202F before/],
  ['Vraiment ?', /no U\+202F before/],
  ['Vraiment_?', /no U\+202F before/],
  ['Vraiment !', /no U\+202F before/],
  ['Le secret; la réserve', /no U\+202F before/],
  ['Un~! Deux! Trois~!', /no U\+202F before/],
  ['Deux mots: un', /no U\+00A0 before :/],
  ['Deux mots : un', /no U\+00A0 before :/],
  ['Deux mots~: un', /no U\+00A0 before :/],
  ['Version 2: suite', /no U\+00A0 before :/],
  ['«Merci_»', /after «/],
  ['« Merci_»', /after «/],
  ['«~Merci_»', /after «/],
  ['«_Merci»', /before »/],
  ['«_Merci »', /before »/],
  ['50%', /before % or €/],
  ['50 %', /before % or €/],
  ['50~%', /before % or €/],
  ['15 €', /before % or €/],
  ['2 Mo', /before a unit/],
  ['15 min', /before a unit/],
  ['24h', /before a unit/],
  ['16h15', /around h/],
  ['16 h 15', /around h/],
  ['16_h 15', /around h/],
  ['L. 1110-4', /after art/],
  ['L.1110-4', /after art/],
  ['art. 9', /after art/],
  ['art. L._1110-4', /after art/],
  ['n° 2005', /after art/],
  ['les articles R._4127-72 et R. 4127-73', /after art/],
  ['15 000', /thousands/],
  ['15_000 personnes', /thousands/],
  ["l'hôpital", /apostrophe/],
  ['l´hôpital', /apostrophe/],
  ['l′hôpital', /apostrophe/],
  ['"Merci"', /straight/, 2],
  ['Chargement...', /instead of …/],
  ['etc…', /after etc/],
  ['Deux  espaces', /two spaces/],
  ['Fin._ Début', /two spaces/],
  ['ici , là', /a space before/],
  ['ici .', /a space before/],
  ['(ici )', /a space before/],
  ['Chargement …', /a space before/],
  ['( ici)', /a space after/],
  [' ici', /beginning or the end/],
  ['ici_', /beginning or the end/],
  ['la 2ème', /written so/],
  ['la 1ère fois', /written so/],
  ['le 1 janvier', /1er/],
  ['le 01 mars', /1er/],
  ['le 05 mars', /no zero/],
  ['A faire', /À/],
  ['Fini. A demain', /À/],
  ['Etat civil', /É, Ê/],
  ['Les Etats', /É, Ê/],
  ['Ca va', /É, Ê/],
  ['un coeur', /œ/],
  ['les soignant·es', /médian/],
  ['les soignant•e•s', /médian/],
  ['re\u0301seau', /NFC/],
];

describe('typographyFaults', () => {
  for (const text of right) {
    it(`finds nothing in ${JSON.stringify(text)}`, () => assert.deepEqual(typographyFaults(read(text)), []));
  }

  for (const [text, fault, count = 1] of wrong) {
    it(`finds ${fault.source} in ${JSON.stringify(text)}`, () => {
      const faults = typographyFaults(read(text));
      assert.equal(faults.length, count, faults.join(' / '));
      assert.match(faults[0]!, fault);
    });
  }

  it('finds every fault of a text, each with the words around it', () => {
    assert.deepEqual(typographyFaults(read("L'avis: oui !")), [
      "no U+202F before ; ! ?: L'avis: oui !",
      "no U+00A0 before :: L'avis: oui !",
      "an apostrophe that is not ’: L'avis: oui !",
    ]);
  });

  it('shows which space was found', () => {
    assert.deepEqual(typographyFaults(read('Vraiment_?')), ['no U+202F before ; ! ?: Vraiment[A0]?']);
  });

  it('finds nothing wrong with any text of letters', () => {
    const words = fc.array(fc.constantFrom('secret', 'équipe', 'hôpital', 'où', 'à', 'Île'), {
      minLength: 1,
    });
    fc.assert(fc.property(words, (list) => assert.deepEqual(typographyFaults(list.join(' ')), [])));
  });
});

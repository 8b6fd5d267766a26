import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brief, charterWith, validateFiles } from './support/command.ts';

const fault = (what: string, content: string, ...expected: string[]) => ({ what, content, expected });
const inSection = (what: string, body: string, ...expected: string[]) =>
  fault(what, charterWith(body), ...expected);
const practices = (what: string, lines: string, ...expected: string[]) =>
  fault(what, charterWith(`Texte.\n\n## Bonnes pratiques\n\n${lines}`), ...expected);
const head = (what: string, lines: string, ...expected: string[]) =>
  fault(what, `---\n${lines}\n---\n\n## S {#s}\n\nTexte.\n`, ...expected);
const rest = 'version: 1\ntitre: T\nétablissement: E';

/** What a writer may type that cannot be carried, and where it must be told. */
const faults = [
  inSection('a table', 'Un.\n\n| a | b |\n|---|---|\n| c | d |', '11:1 error tableau'),
  inSection('a table without outer bars', 'a | b\n--|--\nc | d', '9:1 error tableau'),
  inSection('an image', 'Un ![x](y.png).', '9:4 error image'),
  inSection('HTML', '<div>x</div>', '9:1 error html'),
  inSection('HTML in a sentence', 'Un <b>mot</b>.', '9:4 error html', '9:10 error html'),
  inSection('code in a sentence', 'Un `mot`.', '9:4 error inlineCode'),
  inSection('a block of code', 'Un.\n\n```\nx\n```', '11:1 error code'),
  inSection('a rule', 'Un.\n\n***', '11:1 error filet'),
  inSection('a list in a list', '- un\n  - deux', '10:3 error liste-imbriquee'),
  inSection('two paragraphs in an item', '- un\n\n  suite', '11:3 error liste-imbriquee'),
  inSection('an empty item', 'Un.\n\n- deux\n-', '12:1 error liste'),
  inSection('numbers', '1. un\n2. deux', '9:1 error liste-numerotee'),
  inSection('a line end', 'Un\\\ndeux.', '9:3 error retour-a-la-ligne'),
  inSection('two spaces at a line’s end', 'Un  \ndeux.', '9:3 error retour-a-la-ligne'),
  inSection('bullets of a word processor', 'Un.\n\n• deux\n• trois', '11:1 error liste'),
  inSection('dashes of a word processor', '– un\n– deux', '9:1 error liste'),
  inSection('dashes without a space', '-un\n-deux', '9:1 error liste'),
  inSection('a sentence that begins with a dash', '– Je ne publie pas, dit-elle.'),
  inSection('a title without its space', 'Un.\n\n##Deux', '11:1 error ordre-des-titres'),
  inSection('a footnote', 'Un[^1].\n', '9:3 error note'),
  inSection('bold in italic', 'Un *mot **gras***.', '9:9 error mise-en-forme'),
  inSection('a bold link', 'Un **[mot](/a)**.', '9:6 error mise-en-forme'),
  inSection('a link with a title', 'Un [mot](/a "titre").', '9:4 error lien'),
  inSection('a link that is not safe', 'Un [mot](http://a.example).', '9:5 error format'),
  inSection('an address that is no link', 'Un.\n\nVoir https://a.example/b.', '11:1 warning adresse'),
  inSection('vague words of a link', 'Voir [ici](/a).', '9:7 warning lien-vague'),
  inSection('a heading below', 'Un.\n\n### Deux', '11:1 error ordre-des-titres'),
  inSection('another title', 'Un.\n\n# Deux', '11:1 error titre'),
  inSection('an unknown block', 'Un.\n\n:::simpel\n- un\n:::', '11:1 error bloc'),
  inSection('a block that never ends', 'Un.\n\n:::simple\n- un', '11:1 error bloc-ouvert'),
  inSection('a block that is mistyped', 'Un.\n\n:::article{code=”x”\nx\n:::', '11:1 error bloc'),
  inSection('two plain versions', 'Un.\n\n:::simple\n- a\n:::\n\n:::simple\n- b\n:::', '15:1 error simple'),
  inSection('a plain version on one line', 'Un.\n\n::simple[x]', '11:1 error simple'),
  inSection('a title in a plain version', 'Un.\n\n:::simple\n### x\n:::', '12:1 error simple'),
  inSection('a reference without number', 'Un.\n\n::article{code="Code"}', '11:1 error reference'),
  inSection('a reference with more', 'Un.\n\n::article{code="C" numero="1" page="2"}', '11:1 error attribut'),
  inSection(
    'a reference of two paragraphs',
    ':::article{code="C" numero="1"}\nun\n\ndeux\n:::',
    '12:1 error reference',
  ),
  inSection('a quotation of two paragraphs', '> un\n>\n> deux', '11:3 error citation'),
  inSection('a list in a quotation', '> un\n>\n> - deux', '11:3 error citation'),
  inSection('nothing', '', '8:1 error incomplet'),
  inSection('another section without id', 'Un.\n\n## Deux mots\n\nUn.', '11:1 warning identifiant'),
  inSection('an id twice', 'Un.\n\n## Deux {#section}\n\nUn.', '11:1 error identifiant-en-double'),
  inSection('an id with an accent', 'Un.\n\n## Deux {#été}\n\nUn.', '11:1 error format'),
  inSection('an unknown audience', 'Un.\n\n## Deux {#deux pour="personel"}\n\nUn.', '11:16 error public'),
  inSection('no audience', 'Un.\n\n## Deux {#deux pour}\n\nUn.', '11:16 error public'),
  inSection('an unknown attribute', 'Un.\n\n## Deux {#deux puor="tous"}\n\nUn.', '11:16 error attribut'),
  inSection('an attribute out of place', 'Un.\n\n## Deux {#deux obligatoire}\n\nUn.', '11:16 error attribut'),
  inSection('attributes that are not', 'Un.\n\n## Deux {#deux =!}\n\nUn.', '11:16 error attribut'),
  inSection('an unknown class', 'Un.\n\n## Deux {#deux .truc}\n\nUn.', '11:1 error attribut'),
  inSection('a later since', 'Un.\n\n## Deux {#deux depuis="3.0"}\n\nUn.', '11:1 warning depuis'),
  inSection('a bold title', 'Un.\n\n## **Deux** {#deux}\n\nUn.', '11:6 error mise-en-forme'),
  inSection('a capital without its accent', 'Etablissement.', '9:1 warning typographie'),
  inSection(
    'a fault after a run and a line end',
    'Un **mot** de\nplus, la 1ère fois.',
    '10:10 warning typographie',
  ),
  inSection('a fault after an escape', 'Un \\*mot\\* la 1ère fois.', '9:15 warning typographie'),
  inSection('a fault after an entity', 'Un &amp; la 1ère fois.', '9:13 warning typographie'),
  practices('a practice without id', '- Je lis.', '13:1 warning identifiant'),
  practices('a text between practices', 'Voici :\n\n- Je lis. {#lire}', '13:1 error hors-section'),
  practices('a list under a practice', '- Je lis. {#lire}\n  - Encore', '14:3 error liste-imbriquee'),
  practices('a group too deep', '#### Groupe\n\n- Je lis. {#lire}', '13:1 error ordre-des-titres'),
  practices('an empty practice', '- {#lire}', '13:1 error incomplet'),
  practices('an id twice', '- Je lis. {#a}\n- Je vois. {#a}', '14:1 error identifiant-en-double'),
  fault(
    'a reason for an engagement',
    charterWith('Texte.\n\n## Engagements\n\n- Je signe. {#a}\n  Pourquoi : x'),
    '14:14 error engagement',
  ),
  fault(
    'a bold engagement',
    charterWith('Texte.\n\n## Engagements\n\n- Je **signe**. {#a}'),
    '13:8 error mise-en-forme',
  ),
  fault('no front matter', '## Un {#un}\n\nTexte.', '1:1 error en-tete'),
  fault('front matter without end', '---\nid: a\n\n## Un {#un}', '1:1 error en-tete'),
  fault(
    'a text before the first section',
    charterWith('Un.').replace('## Sec', 'Avant.\n\n## Sec'),
    '8:1 error hors-section',
  ),
  fault('two titles', charterWith('Un.').replace('## Sec', '# Autre\n\n## Sec'), '8:1 error titre'),
  head('an unknown name', `id: a\n${rest}\ntitel: x`, '6:1 error en-tete'),
  head('a name twice', `id: a\n${rest}\nid: b`, '6:1 error en-tete'),
  head('two names for one thing', `id: a\n${rest}\ntitle: b`, '6:1 error en-tete'),
  head(
    'a colon in a value',
    `id: a\nversion: 1\nétablissement: E\ntitre: Charte: le guide`,
    '5:8 error en-tete',
  ),
  head('no id', rest, '1:1 warning identifiant'),
  head('a list for a word', `id: [a]\n${rest}`, '2:5 error en-tete'),
  head('a date that is not', `id: a\n${rest}\nen vigueur: 31/12/2026`, '6:13 error format'),
  head('a day that is not', `id: a\n${rest}\nen vigueur: 2026-02-30`, '6:13 error format'),
  head('a version that is not', `id: a\n${rest.replace('1', 'deux')}`, '3:10 error format'),
  head(
    'an unsafe contact',
    `id: a\nversion: 1\ntitre: T\nétablissement:\n  nom: E\n  contact:\n    libellé: D\n    lien: http://a`,
    '9:11 error format',
  ),
  head(
    'a history without this version',
    `id: a\n${rest.replace('1', '2')}\nhistorique:\n  - version: 1\n    date: 2026-01-01\n    changements: x`,
    '3:10 warning historique',
  ),
  head('a language that is not', `id: a\nlangue: français\n${rest}`, '3:9 error format'),
  head('no issuer', `id: a\nversion: 1\ntitre: T`, '2:1 warning etablissement'),
];

describe('what cannot be carried from Markdown', async () => {
  const found = await validateFiles(
    Object.fromEntries(faults.map(({ content }, index) => [`${index}.md`, content])),
  );

  for (const [index, { what, expected }] of faults.entries()) {
    it(`${what} is found at its place`, () => {
      assert.deepEqual(found.get(`${index}.md`)!.map(brief), expected);
    });
  }

  it('is told in French, with what to do', () => {
    for (const { message } of [...found.values()].flat()) {
      assert.doesNotMatch(message, /n’est pas valide|undefined|\[object/);
      assert.match(message, /[:,] |^un seul|^une? /u, message);
    }
  });
});

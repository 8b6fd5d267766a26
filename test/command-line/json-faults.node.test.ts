import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brief, validateFiles } from './support/command.ts';

/** A charter of one member a line, from line 2 on; line 7 is its section. */
function charter(changes: Readonly<Record<number, string>> = {}): string {
  const lines = [
    '{',
    '  "schema": "charter/1",',
    '  "id": "essai", "version": "1.0.0",',
    '  "locale": "fr", "title": "Essai",',
    '  "issuer": { "name": "CH de Test" },',
    '  "sections": [',
    '    { "id": "un", "title": "Un", "body": [{ "type": "paragraph", "text": "Texte." }] }',
    '  ]',
    '}',
  ];
  for (const [number, line] of Object.entries(changes)) lines[Number(number) - 1] = line;
  return lines.join('\n');
}

function networks(network: string, more = ''): string {
  return `{\n  "schema": "networks/1", "locale": "fr", "revision": "2026-11-23", ${more}\n  "networks": [\n${network}\n  ]\n}`;
}

const step = (id: string, more = '') =>
  `{ "id": "${id}", "title": "But", "why": "Raison", "recommended": "Non", "reviewedOn": "2026-11-01"${more} }`;

const text = (value: string) =>
  charter({ 7: `    { "id": "un", "title": "Un", "body": [{ "type": "paragraph", "text": ${value} }] }` });

/** What is wrong, the file, and where it must be told. */
const faults: [what: string, content: string, ...expected: string[]][] = [
  ['nothing', charter()],
  ['an empty file', '', '1:1 error json'],
  ['a comma too many', charter({ 8: '  ],' }), '9:1 error json'],
  ['a missing comma', charter({ 2: '  "schema": "charter/1"' }), '3:3 error json'],
  ['a comment', charter({ 2: '  // ici\n  "schema": "charter/1",' }), '2:3 error json'],
  ['no closing brace', charter({ 9: '' }), '9:1 error json'],
  [
    'a name twice',
    charter({ 4: '  "locale": "fr", "title": "A", "title": "B",' }),
    '4:33 error nom-en-double',
  ],
  ['another kind of document', '{ "a": 1 }', '1:1 error format'],
  ['a list', '[]', '1:1 error format'],
  ['another schema', charter({ 2: '  "schema": "charter/2",' }), '2:13 error format'],
  ['no title', charter({ 4: '  "locale": "fr",' }), '1:1 error incomplet'],
  ['a title that is a number', charter({ 4: '  "locale": "fr", "title": 3,' }), '4:28 error format'],
  ['sections that are an object', charter({ 6: '  "sections": {}, "x": [' }), '6:15 error format'],
  [
    'an unknown kind of block',
    charter({ 7: '    { "id": "un", "title": "Un", "body": [{ "type": "table" }] }' }),
    '7:53 error format',
  ],
  [
    'an unknown audience',
    charter({
      5: '  "practices": [{ "id": "a", "text": "A", "audiences": ["staf"] }], "issuer": { "name": "E" },',
    }),
    '5:57 error format',
  ],
  [
    'a required that is a word',
    charter({
      5: '  "statements": [{ "id": "a", "text": "A", "required": "oui" }], "issuer": { "name": "E" },',
    }),
    '5:56 error format',
  ],
  [
    'an id twice',
    charter({
      5: '  "statements": [{ "id": "a", "text": "Un" }, { "id": "a", "text": "Un" }], "issuer": { "name": "E" },',
    }),
    '5:55 error identifiant-en-double',
  ],
  [
    'a misspelled name',
    charter({ 5: '  "sumary": "x", "issuer": { "name": "CH" },' }),
    '5:13 warning nom-inconnu',
  ],
  [
    'a misspelled name in a block',
    charter({
      7: '    { "id": "un", "title": "Un", "body": [{ "type": "quote", "text": "A", "cité": "B" }] }',
    }),
    '7:83 warning nom-inconnu',
  ],
  ['a link that is not safe', text('["a ", { "link": "javascript:x", "text": "b" }]'), '7:91 error format'],
  ['a space before ?', text('"Un, deux ?"'), '7:84 warning typographie'],
  ['a fault after escapes', text('"\\u00c9t\\u00e9 deux ?"'), '7:94 warning typographie'],
  ['a fault in a run', text('["Un, ", { "strong": "deux ?" }]'), '7:101 warning typographie'],
  [
    'vague words of a link',
    text('["Un ", { "link": "/a", "text": "cliquez ici" }]'),
    '7:106 warning lien-vague',
  ],
  [
    'a straight apostrophe',
    charter({ 4: '  "locale": "fr", "title": "L\'essai",' }),
    '4:30 warning typographie',
  ],
  ['a straight apostrophe in English', charter({ 4: '  "locale": "en", "title": "It\'s",' })],
  ['a network without a name', networks('    { "id": "a" }'), '4:5 error incomplet'],
  [
    'a network twice',
    networks('    { "id": "a", "name": "A" },\n    { "id": "a", "name": "A" }'),
    '5:13 error identifiant-en-double',
  ],
  [
    'a step twice',
    networks(`    { "id": "a", "name": "A", "steps": [\n      ${step('b')},\n      ${step('b')}\n    ] }`),
    '6:15 error identifiant-en-double',
  ],
  [
    'a step of another network',
    networks(
      `    { "id": "a", "name": "A", "steps": [${step('b')}] },\n    { "id": "c", "name": "C", "steps": [${step('b')}] }`,
    ),
    '5:49 error identifiant-en-double',
  ],
  [
    'a link to another host',
    networks(
      `    { "id": "a", "name": "A", "hosts": ["a.example"], "steps": [\n      ${step('b', ', "link": { "href": "https://b.example/" }')}\n    ] }`,
    ),
    '5:121 error hote',
  ],
  [
    'a link to a listed host',
    networks(
      `    { "id": "a", "name": "A", "hosts": ["a.example"], "steps": [\n      ${step('b', ', "link": { "href": "https://www.a.example/" }')}\n    ] }`,
    ),
  ],
  [
    'a host for a built-in network',
    networks('    { "id": "facebook", "name": "Facebook", "hosts": ["a.example"] }'),
    '4:55 error hote',
  ],
  [
    'a host that is an address',
    networks('    { "id": "a", "name": "A", "hosts": ["https://a.example"] }'),
    '4:41 error hote',
  ],
  [
    'a deep link that is not safe',
    networks(
      '    { "id": "a", "name": "A", "hosts": ["a.example"], "links": [{ "kind": "help", "label": "Aide", "href": "http://a.example" }] }',
    ),
    '4:108 error format',
  ],
  ['a review due before the edition', networks('', '"reviewDue": "2026-01-01",'), '2:82 error relecture'],
  ['a text', '{\n  "//": "remark \'",\n  "acknowledgement.sign": "Je signe"\n}'],
  ['an unknown text', '{\n  "acknowledgement.sing": "Je signe"\n}', '2:27 error texte-inconnu'],
  ['a text that is a number', '{\n  "acknowledgement.sign": 1\n}', '2:27 error texte'],
  ['an empty text', '{\n  "acknowledgement.sign": ""\n}', '2:27 error texte'],
  ['a text without its value', '{\n  "acknowledgement.changed": "Lisez."\n}', '2:30 warning valeur'],
  ['a text with a value too many', '{\n  "acknowledgement.sign": "Signer ${0}"\n}', '2:27 error valeur'],
  [
    'a text with a fault',
    '{\n  "acknowledgement.changed": "Version ${0}: lisez."\n}',
    '2:43 warning typographie',
  ],
];

describe('what is wrong in JSON', async () => {
  const found = await validateFiles(
    Object.fromEntries(faults.map(([, content], index) => [`${index}.json`, content])),
  );

  for (const [index, [what, , ...expected]] of faults.entries()) {
    it(`${what}: ${expected.join(', ') || 'is right'}`, () => {
      assert.deepEqual(found.get(`${index}.json`)!.map(brief), expected);
    });
  }

  it('is told in French, with what to do', () => {
    for (const { message } of [...found.values()].flat()) {
      assert.doesNotMatch(message, /Invalid|Expected|expected|received|undefined|\[object|n’est pas valide/);
    }
  });
});

import assert from 'node:assert/strict';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { digestDocument, parseCharter } from '../../src/charter/index.ts';
import { compileCharter } from '../../command-line/markdown/compile-charter.ts';
import { writeCharter } from '../../command-line/markdown/write-charter.ts';
import { readContent } from '../content/support/content.ts';
import { validCharter } from '../charter/support/valid-charter.ts';
import { charterWith, folderWith, run } from './support/command.ts';

const fixtures = join(import.meta.dirname, '../fixtures/command-line');
const read = (name: string) => readFile(join(fixtures, name), 'utf8');

describe('compile', () => {
  it('makes the document that the Markdown says', async () => {
    const folder = await folderWith({ 'charte.md': await read('charte.md') });
    const { code, out, err } = await run(folder, ['compile', 'charte.md']);
    assert.equal(
      err,
      'charte.md\n  51:1  avertissement  cette section n’a pas d’identifiant\u00a0: ajoutez {#l-image} au bout, pour qu’il reste le même si les mots changent [identifiant]\n\n1\u00a0avertissement\n',
    );
    assert.equal(out, await read('charte.json'));
    assert.equal(code, 0);
  });

  it('writes into the file that -o names, and says the digest that browsers will compute', async () => {
    const folder = await folderWith({ 'charte.md': charterWith('Texte.') });
    const { code, out, err } = await run(folder, ['compile', 'charte.md', '-o', 'new/charte.json']);
    const document: unknown = JSON.parse(await readFile(join(folder, 'new/charte.json'), 'utf8'));
    assert.equal(out, '');
    assert.equal(err, `new/charte.json est écrit (version 1.0, ${await digestDocument(document)}).\n`);
    assert.equal(code, 0);
    parseCharter(document);
  });

  it('writes nothing while there is an error', async () => {
    const folder = await folderWith({ 'charte.md': charterWith('![x](y.png)') });
    const { code, out, err } = await run(folder, ['compile', 'charte.md', '-o', 'charte.json']);
    assert.equal(code, 1);
    assert.equal(out, '');
    assert.match(err, /^charte\.md\n {2}9:1 {2}erreur .+\[image\]\n\n1\u00a0erreur\nRien n’a été écrit/);
    await assert.rejects(access(join(folder, 'charte.json')));
  });

  it('reads the standard input', async () => {
    const { code, out } = await run(await folderWith(), ['compile', '-'], { input: charterWith('Texte.') });
    assert.equal(code, 0);
    assert.equal((JSON.parse(out) as { id: string }).id, 'essai');
  });

  it('answers in JSON', async () => {
    const { out } = await run(await folderWith(), ['compile', '--json', '-'], { input: charterWith('# x') });
    const { charter, findings } = JSON.parse(out);
    assert.equal(charter, undefined);
    assert.deepEqual([findings[0].line, findings[0].column], [9, 1]);
  });

  it('reads files from Windows: a byte order mark, CRLF', async () => {
    const input = `\ufeff${charterWith('Un `mot`.')}`.replaceAll('\n', '\r\n');
    const { out } = await run(await folderWith({ 'a.md': input }), ['compile', '--json', 'a.md']);
    const { findings } = JSON.parse(out);
    assert.deepEqual([findings[0].line, findings[0].column], [9, 4]);
  });

  it('leaves typography as it is typed when it is asked to', async () => {
    const input = charterWith("L'essai ?");
    const { out } = await run(await folderWith(), ['compile', '--keep-typography', '-'], { input });
    assert.equal(JSON.parse(out).sections[0].body[0].text, "L'essai ?");
  });

  it('leaves typography of other languages as it is typed', async () => {
    const input = charterWith('Isn\'t it "so"?').replace('id: essai', 'id: essai\nlangue: en');
    const { out } = await run(await folderWith(), ['compile', '-'], { input });
    assert.equal(JSON.parse(out).sections[0].body[0].text, 'Isn\'t it "so"?');
  });
});

describe('the example for writers', () => {
  it('has nothing to put right', async () => {
    const guide = await readFile(join(import.meta.dirname, '../../docs/your-own-charter.md'), 'utf8');
    const example = /```markdown\n([^]*?)```/.exec(guide)![1]!;
    const { code, out } = await run(await folderWith({ 'charte.md': example }), ['validate', 'charte.md']);
    assert.deepEqual({ code, out }, { code: 0, out: 'Rien à corriger.\n' });
  });
});

describe('a charter written in Markdown and compiled again', () => {
  it('is the built-in one', async () => {
    const builtIn = parseCharter(await readContent('charter.fr.json'));
    const { document, findings } = compileCharter(writeCharter(builtIn));
    assert.deepEqual(document, builtIn);
    assert.deepEqual(findings, []);
    assert.equal(await digestDocument(document), await digestDocument(builtIn));
  });

  it('is one that uses every part of the schema', () => {
    assert.deepEqual(compileCharter(writeCharter(validCharter())).document, validCharter());
  });

  const signs = 'a é . , ( ) [ ] { } * _ ` \\ # + - > < & | ! ~ = : / 1 \u00a0 … « »'.split(' ');
  const words = fc
    .array(fc.constantFrom(...signs, ' ', 'mot', '1. ', '&amp;', '{#id}', '[a](b)', '<b>', '::x'), {
      minLength: 1,
    })
    .map((parts) =>
      parts
        .join('')
        .replace(/\s+/g, (space) => space[0]!)
        .trim(),
    )
    .filter((text) => /\p{L}/u.test(text));
  const rich = fc.oneof(
    words,
    fc
      .tuple(words, words, words)
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- taken for String’s own `link`
      .map(([a, b, c]) => [`${a} `, { strong: b }, ' ', { link: '/a', text: c }, ' fin']),
  );

  it('is any charter, whatever signs its texts hold', () => {
    fc.assert(
      fc.property(words, rich, rich, words, (plain, text, item, title) => {
        const charter = {
          schema: 'charter/1',
          id: 'any',
          version: '1.0.0',
          locale: 'en',
          title: plain,
          summary: text,
          sections: [
            {
              id: 'one',
              title,
              body: [
                { type: 'paragraph', text },
                { type: 'list', items: [item, text] },
                { type: 'quote', text: item, cite: plain },
                { type: 'legal-reference', code: plain, article: title, text },
              ],
              plain: [item],
            },
          ],
          practices: [{ id: 'p', group: title, text, why: item }],
          statements: [{ id: 's', text: plain }],
        };
        assert.deepEqual(compileCharter(writeCharter(parseCharter(charter))).document, charter);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 100) },
    );
  });
});

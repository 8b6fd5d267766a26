import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');

/** Letters and signs of French that code and English messages have not. */
const french = /[àâçéèêëîïôùûüÿœæ’«»\u202f]/i;
/** A sentence, or two words, as a person reads them; CSS selectors, class lists and media queries are none. */
const words = /\p{L}{2,}[\s\u00a0\u202f]+\p{L}{2,}/u;

/** The texts of a file that a person could read and that no translation replaces. */
function untranslated(path: string, code = readFileSync(join(root, path), 'utf8')): string[] {
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const report = (node: ts.Node, text: string): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${path}:${line + 1}: ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    // What msg() says is extracted; what the console and errors say is English and for developers.
    if (
      ts.isCallExpression(node) &&
      /(^|\.)(msg|#?warn|error|querySelector|matches)$/.test(node.expression.getText())
    ) {
      node.arguments.forEach(visitValues);
      return;
    }
    if (ts.isNewExpression(node) && /Error$/.test(node.expression.getText())) return;
    if (ts.isTaggedTemplateExpression(node)) {
      const tag = node.tag.getText();
      if (tag === 'css') return;
      if (tag === 'html' || tag === 'svg') {
        for (const text of readableTexts(node.template))
          if (french.test(text) || words.test(text)) report(node, text);
        visitValues(node.template);
        return;
      }
    }
    if ((ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) && french.test(node.text))
      report(node, node.text);
    ts.forEachChild(node, visit);
  };
  /** Values may hold templates of their own. */
  const visitValues = (node: ts.Node): void => {
    if (ts.isTemplateSpan(node)) visit(node.expression);
    else ts.forEachChild(node, visitValues);
  };
  visit(source);
  return found;
}

/** Text nodes, and the attributes that are read out. */
function readableTexts(template: ts.TemplateLiteral): string[] {
  const markup = ts.isNoSubstitutionTemplateLiteral(template)
    ? template.text
    : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)].join('\u0000');
  const attributes = markup.matchAll(
    /\s(?:aria-label|aria-description|title|alt|placeholder|label)="([^"]*)"/g,
  );
  return [
    // `>` also ends an arrow function's sign nowhere here: values are left out.
    ...markup.replaceAll(/<!--[^]*?-->/g, '').split(/<[^>]*>/),
    ...Array.from(attributes, (match) => match[1]!),
  ]
    .flatMap((text) => text.split('\u0000'))
    .filter((text) => /\p{L}/u.test(text));
}

describe('words on screen', () => {
  const paths = globSync('src/{elements,templates,behaviors}/**/*.ts', { cwd: root });

  it('all go through msg()', () => {
    assert.ok(paths.length > 40, `only ${paths.length} files were found`);
    assert.deepEqual(
      paths.flatMap((path) => untranslated(path)),
      [],
    );
  });

  for (const code of [
    'html`<p>Signer la charte</p>`',
    'html`<p>${a}Signé</p>`',
    'html`<button aria-label="Tout effacer"></button>`',
    'const label = "Très bien";',
    'html`${open ? html`<b>Bien joué</b>` : nothing}`',
    'html`<p>${msg("Oui", { id: "a.b" })} pour toujours</p>`',
    'list.map(() => html`<p>À faire</p>`)',
    'msg(str`${`à ${b}`} fois`, { id: "a.b" })',
  ])
    it(`are found in ${code}`, () => {
      assert.equal(untranslated('example.ts', code).length, 1);
    });

  for (const code of [
    'html`<p class="notice warning">${msg("Très bien", { id: "a.b" })}</p>`',
    'throw new Error("it isn’t there")',
    'console.warn("charter-elements: « this »")',
    'css`p { content: "« "; }`',
    'html`<p>${a} – ${b}</p>`',
  ])
    it(`are not seen in ${code}`, () => {
      assert.deepEqual(untranslated('example.ts', code), []);
    });
});

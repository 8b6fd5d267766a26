import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { typographyFaults } from '../support/french-typography.ts';

interface InterfaceText {
  readonly id: string | undefined;
  readonly text: string;
  readonly place: string;
}

const root = join(import.meta.dirname, '../..');
const texts = globSync('src/**/*.ts', { cwd: root }).flatMap(readTexts);

describe('interface texts', () => {
  it('are found', () => {
    assert.ok(texts.length > 100, `only ${texts.length} texts were found`);
  });

  it('have an explicit id that names their element', () => {
    const nameless = texts.filter(({ id }) => !id || !/^[a-z-]+(\.[a-z-]+)+$/.test(id));
    assert.deepEqual(nameless, []);
  });

  it('say the same thing under the same id', () => {
    const byId = Map.groupBy(texts, ({ id }) => id);
    const ambiguous = [...byId.values()].filter((group) => new Set(group.map(({ text }) => text)).size > 1);
    assert.deepEqual(ambiguous, []);
  });

  it('follow French typography', () => {
    const faults = texts.flatMap(({ text, place }) =>
      typographyFaults(text).map((fault) => `${place}: ${fault}`),
    );
    assert.deepEqual(faults, []);
  });
});

/** The calls of `msg` in a file, as extraction sees them. */
function readTexts(path: string): InterfaceText[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(join(root, path), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: InterfaceText[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /(^|\.)msg$/.test(node.expression.getText())) {
      const [template, options] = node.arguments;
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ id: idOf(options), text: textOf(template!), place: `${path}:${line + 1}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function idOf(options: ts.Expression | undefined): string | undefined {
  if (!options || !ts.isObjectLiteralExpression(options)) return undefined;
  const property = options.properties.find((candidate) => candidate.name?.getText() === 'id');
  return property && ts.isPropertyAssignment(property) && ts.isStringLiteral(property.initializer)
    ? property.initializer.text
    : undefined;
}

/** The text with `${…}` in place of each value. */
function textOf(template: ts.Expression): string {
  if (ts.isStringLiteralLike(template)) return template.text;
  if (ts.isTaggedTemplateExpression(template)) {
    const { template: quasi } = template;
    if (ts.isNoSubstitutionTemplateLiteral(quasi)) return quasi.text;
    // A value is a word or a number: typography around it counts.
    return [quasi.head.text, ...quasi.templateSpans.map(({ literal }) => literal.text)].join('0');
  }
  throw new Error(`not a text: ${template.getText()}`);
}

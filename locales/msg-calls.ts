import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A text of the interface, as a call of `msg` in the code has it. */
export interface FoundText {
  readonly id: string | undefined;
  /** In French, with `${0}`, `${1}`… in place of its values. */
  readonly text: string;
  /** What each value is: from the description for translators, else the code itself. */
  readonly values: readonly string[];
  /** File and line, from the root of the project. */
  readonly place: string;
}

const root = join(import.meta.dirname, '..');

/** Every text of the interface, by reading the code as extraction does. */
export function findInterfaceTexts(): FoundText[] {
  return globSync('src/**/*.ts', { cwd: root }).toSorted().flatMap(readTexts);
}

function readTexts(path: string): FoundText[] {
  const code = readFileSync(join(root, path), 'utf8');
  if (!code.includes('msg(')) return [];
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const found: FoundText[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /(^|\.)msg$/.test(node.expression.getText())) {
      const [template, options] = node.arguments;
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      const { text, expressions } = textOf(template!);
      const values = describeValues(expressions, optionOf(options, 'desc'));
      found.push({ id: optionOf(options, 'id'), text, values, place: `${path}:${line + 1}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function optionOf(options: ts.Expression | undefined, name: string): string | undefined {
  if (!options || !ts.isObjectLiteralExpression(options)) return undefined;
  const property = options.properties.find((candidate) => candidate.name?.getText() === name);
  return property && ts.isPropertyAssignment(property) && ts.isStringLiteral(property.initializer)
    ? property.initializer.text
    : undefined;
}

function textOf(template: ts.Expression): { text: string; expressions: string[] } {
  if (ts.isStringLiteralLike(template)) return { text: template.text, expressions: [] };
  if (ts.isTaggedTemplateExpression(template)) {
    const { template: quasi } = template;
    if (ts.isNoSubstitutionTemplateLiteral(quasi)) return { text: quasi.text, expressions: [] };
    const spans = quasi.templateSpans.map(({ literal }, index) => `\${${index}}${literal.text}`);
    return {
      text: quasi.head.text + spans.join(''),
      expressions: quasi.templateSpans.map(({ expression }) => expression.getText()),
    };
  }
  throw new Error(`not a text: ${template.getText()}`);
}

/** Of the description « 0: date, 1: month and year, or year », the words of each value. */
function describeValues(expressions: readonly string[], description = ''): string[] {
  return expressions.map(
    (expression, index) =>
      new RegExp(`(?:^|, |[.:] )${index}: (.+?)(?:, \\d+: |$)`).exec(description)?.[1] ?? expression,
  );
}

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A text of the interface, as a call of `msg` in the code has it. */
export interface FoundText {
  readonly id: string | undefined;
  /** In French, with `${0}`, `${1}`… in place of its values. */
  readonly text: string;
  /** What each value is: the name of the parameter that stands for it. */
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
      const { text, values } = textOf(template!);
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

function textOf(template: ts.Expression): { text: string; values: string[] } {
  if (ts.isStringLiteralLike(template)) return { text: template.text, values: [] };
  if (ts.isTaggedTemplateExpression(template)) {
    const { template: quasi } = template;
    if (ts.isNoSubstitutionTemplateLiteral(quasi)) return { text: quasi.text, values: [] };
    const spans = quasi.templateSpans.map(({ literal }, index) => `\${${index}}${literal.text}`);
    return {
      text: quasi.head.text + spans.join(''),
      values: quasi.templateSpans.map(({ expression }) => nameOf(expression)),
    };
  }
  throw new Error(`not a text: ${template.getText()}`);
}

/** `count` of `count`, and of `localize.number(count)`. */
function nameOf(expression: ts.Expression): string {
  const [value = expression] = ts.isCallExpression(expression) ? expression.arguments : [];
  if (!ts.isIdentifier(value)) throw new Error(`not the parameter of a text: ${expression.getText()}`);
  return value.text;
}

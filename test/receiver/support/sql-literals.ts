import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A text in a source file that begins as SQL does. */
export interface SQLLiteral {
  /** Such as `receiver/store/schema.ts:120`. */
  readonly place: string;
  /** With `x` for each value that is put into it. */
  readonly text: string;
}

const root = join(import.meta.dirname, '../../..');

// SQL is written in lower case here, sentences begin with a capital.
const beginning =
  /^\s*(alter|begin|call|commit|copy|create|declare|delete|do|drop|explain|grant|insert|listen|lock|merge|notify|prepare|refresh|revoke|rollback|savepoint|select|set|show|truncate|update|vacuum|values|with)\s/;

/** The SQL in the sources of the receiver, whether or not it is ever run. */
export function findSQLLiterals(): SQLLiteral[] {
  return globSync('receiver/**/*.ts', { cwd: root, exclude: ['receiver/dist/**', '**/node_modules/**'] })
    .sort()
    .flatMap((file) => literalsOf(file));
}

function literalsOf(file: string): SQLLiteral[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: SQLLiteral[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== undefined && beginning.test(text)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push({ place: `${file}:${line + 1}`, text });
    }
    // Of a text in several pieces, each is no text of its own.
    if (text === undefined || ts.isTemplateExpression(node)) ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map(({ literal }) => `x${literal.text}`).join('');
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [textOf(node.left), textOf(node.right)];
    if (left !== undefined && right !== undefined) return left + right;
  }
  return undefined;
}

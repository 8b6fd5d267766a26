import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

const ownDecorators = join(import.meta.dirname, '../../src/base/property.ts');

/**
 * Replaces the decorators of Lit's properties by the call that they make, after the class:
 * `CharterViewer.createProperty("plain", { is: flag })`. What TypeScript makes of a decorator would bring its helpers and
 * Lit's decorators to every page.
 *
 * Not Lit's own transformer (`@lit/ts-transformers`): it wants TypeScript 5, leaves a decorator that is not Lit's as it is
 * (`property` of src/base), and prints each class that it changes anew.
 */
export const propertyCalls: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  if (file.fileName === ownDecorators) return file;
  const decorators = importedDecorators(file);

  const visit = (node: ts.Node): ts.VisitResult<ts.Node | undefined> => {
    if (ts.isClassDeclaration(node)) return [ts.visitEachChild(node, visit, context), ...callsOf(node)];
    if (ts.isDecorator(node)) return void callOf(node);
    if (ts.isImportDeclaration(node)) return isOfDecorators(node, file) ? undefined : node;
    return ts.visitEachChild(node, visit, context);
  };

  /** What is called of a decorator, and with which options; any other decorator would be lost silently. */
  const callOf = ({ expression, parent }: ts.Decorator): { options: readonly ts.Expression[] } => {
    const isProperty =
      (ts.isPropertyDeclaration(parent) || ts.isAccessor(parent)) &&
      ts.isIdentifier(parent.name) &&
      ts.isClassDeclaration(parent.parent);
    if (isProperty && ts.isCallExpression(expression) && ts.isIdentifier(expression.expression)) {
      const name = decorators.get(expression.expression.text);
      if (name === 'property') return { options: expression.arguments };
      if (name === 'state' && expression.arguments.length === 0)
        return { options: [stateOptions(context.factory)] };
    }
    throw new Error(
      `${file.fileName}: ${expression.getText(file)} is a decorator that the build does not know`,
    );
  };

  const callsOf = ({ name: owner, members }: ts.ClassDeclaration): ts.Statement[] =>
    members.flatMap((member) =>
      (ts.canHaveDecorators(member) ? (ts.getDecorators(member) ?? []) : []).map((decorator) => {
        const { options } = callOf(decorator);
        const name = context.factory.createStringLiteral((member.name as ts.Identifier).text);
        return createProperty(owner!, [name, ...options], context.factory);
      }),
    );

  return ts.visitEachChild(file, visit, context);
};

/** Which decorator each local name stands for. */
function importedDecorators(file: ts.SourceFile): ReadonlyMap<string, string> {
  const imports = file.statements.filter(ts.isImportDeclaration).filter((each) => isOfDecorators(each, file));
  const names = imports.flatMap(({ importClause }) => {
    const bindings = importClause?.namedBindings;
    return bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
  });
  return new Map(names.map(({ name, propertyName }) => [name.text, (propertyName ?? name).text]));
}

function isOfDecorators({ moduleSpecifier }: ts.ImportDeclaration, file: ts.SourceFile): boolean {
  const { text } = moduleSpecifier as ts.StringLiteral;
  return text === 'lit/decorators.js' || resolve(dirname(file.fileName), text) === ownDecorators;
}

/** What Lit's `state` declares. */
function stateOptions(factory: ts.NodeFactory): ts.Expression {
  return factory.createObjectLiteralExpression([
    factory.createPropertyAssignment('state', factory.createTrue()),
    factory.createPropertyAssignment('attribute', factory.createFalse()),
  ]);
}

function createProperty(
  owner: ts.Identifier,
  given: readonly ts.Expression[],
  factory: ts.NodeFactory,
): ts.Statement {
  const method = factory.createPropertyAccessExpression(
    factory.createIdentifier(owner.text),
    'createProperty',
  );
  return factory.createExpressionStatement(factory.createCallExpression(method, undefined, given));
}

import ts from 'typescript';

/**
 * Takes `desc` out of the options of `msg('…', { id, desc })`: what a text is for is told to translators, at extraction.
 * Readers need not download it, from npm neither.
 */
export const withoutMessageDescriptions: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const { factory } = context;

  const visit = (node: ts.Node): ts.Node => {
    const visited = ts.visitEachChild(node, visit, context);
    if (!ts.isCallExpression(visited) || !isMessage(visited)) return visited;
    const { expression, typeArguments } = visited;
    const given = visited.arguments.map((each) =>
      ts.isObjectLiteralExpression(each) ? withoutDescription(each) : each,
    );
    return factory.updateCallExpression(visited, expression, typeArguments, given);
  };

  const withoutDescription = (options: ts.ObjectLiteralExpression): ts.Expression => {
    const kept = options.properties.filter((each) => !each.name || !isNamed(each.name, 'desc'));
    return factory.updateObjectLiteralExpression(
      options,
      factory.createNodeArray(kept, options.properties.hasTrailingComma),
    );
  };

  return ts.visitEachChild(file, visit, context);
};

/** `msg(…)`, `this.msg(…)`, `localize.msg(…)`: what @lit/localize extracts. */
function isMessage({ expression }: ts.CallExpression): boolean {
  return isNamed(ts.isPropertyAccessExpression(expression) ? expression.name : expression, 'msg');
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

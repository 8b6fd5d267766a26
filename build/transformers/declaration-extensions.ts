import ts from 'typescript';

/**
 * Makes `./x.js` of `./x.ts` in declarations: `rewriteRelativeImportExtensions` does so in modules only, and a page's
 * compiler has no `.ts` to find.
 */
export const declarationExtensions: ts.TransformerFactory<ts.SourceFile | ts.Bundle> =
  (context) => (file) => {
    const visit = (node: ts.Node): ts.Node => {
      const hasSpecifier =
        ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isImportTypeNode(node);
      return ts.visitEachChild(node, hasSpecifier ? visitSpecifier : visit, context);
    };

    const visitSpecifier = (node: ts.Node): ts.Node => {
      if (ts.isLiteralTypeNode(node)) return ts.visitEachChild(node, visitSpecifier, context);
      if (!ts.isStringLiteral(node)) return visit(node);
      const text = node.text.replace(/^(\..*)\.ts$/, '$1.js');
      return text === node.text ? node : context.factory.createStringLiteral(text, true);
    };

    return ts.visitEachChild(file, visit, context);
  };

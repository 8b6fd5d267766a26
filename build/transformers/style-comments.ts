import ts from 'typescript';

/** A comment that has its line to itself, and the line with it. */
const comment = /^ +\/\*[^]*?\*\/\n/gm;

/**
 * Takes comments out of ``css`…` ``: what a token is for is told to designers, in the manifest. Scripts of a page are minified
 * by whoever bundles them, which leaves the text of a template as it is.
 */
export const withoutStyleComments: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const { factory } = context;

  const visit = (node: ts.Node): ts.Node =>
    ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === 'css'
      ? ts.visitEachChild(node, visitSheet, context)
      : ts.visitEachChild(node, visit, context);

  const visitSheet = (node: ts.Node): ts.Node => {
    if (!ts.isTemplateLiteralToken(node)) return ts.visitEachChild(node, visitSheet, context);
    const [text, raw] = [node.text, node.rawText ?? node.text].map((each) => each.replaceAll(comment, ''));
    if (text === node.text) return node;
    if (ts.isTemplateHead(node)) return factory.createTemplateHead(text!, raw);
    if (ts.isTemplateMiddle(node)) return factory.createTemplateMiddle(text!, raw);
    if (ts.isTemplateTail(node)) return factory.createTemplateTail(text!, raw);
    return factory.createNoSubstitutionTemplateLiteral(text!, raw);
  };

  return ts.visitEachChild(file, visit, context);
};

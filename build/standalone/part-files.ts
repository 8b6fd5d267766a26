import { resolve } from 'node:path';
import MagicString from 'magic-string';
import type { Plugin, RenderedChunk } from 'rollup';
import ts from 'typescript';

const helper = 'importWithFiles';
const areThere = '$areThere';
const helperModule = resolve('dist/internal/part-files.js');
const placeholder = /"files of ([^"]+)"/g;

/** Has each dynamic import of the script wait for its files, see `src/internal/part-files.ts`. */
export function partFiles(): Plugin {
  return {
    name: 'part-files',
    transform(code, id) {
      if (id === helperModule) return null;
      const changed = new MagicString(code);
      for (const { start, end } of dynamicImports(code)) {
        changed.appendLeft(start, `${helper}((${areThere}) => `).appendRight(end, ')');
      }
      if (!changed.hasChanged()) return null;
      changed.prepend(`import { ${helper} } from ${JSON.stringify(helperModule)};\n`);
      return { code: changed.toString(), map: changed.generateMap({ hires: true }) };
    },
    renderDynamicImport: ({ targetChunk }) =>
      targetChunk && { left: `${areThere}("files of ${targetChunk.fileName}") && import(`, right: ')' },
    renderChunk(code, chunk, _options, { chunks }) {
      const changed = new MagicString(code);
      changed.replace(placeholder, (_found, fileName: string) => {
        const here = filesOf(chunk, chunks);
        const files = [...filesOf(chunks[fileName]!, chunks)];
        return JSON.stringify(files.filter((name) => !here.has(name) && !chunks[name]?.isEntry));
      });
      return changed.hasChanged()
        ? { code: changed.toString(), map: changed.generateMap({ hires: true }) }
        : null;
    },
  };
}

function dynamicImports(code: string): { start: number; end: number }[] {
  const source = ts.createSourceFile('module.js', code, ts.ScriptTarget.Latest);
  const found: { start: number; end: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      found.push({ start: node.getStart(source), end: node.end });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The file of a chunk and of all that it imports. */
function filesOf(
  chunk: RenderedChunk,
  chunks: Readonly<Record<string, RenderedChunk>>,
  found = new Set<string>(),
): Set<string> {
  if (found.has(chunk.fileName)) return found;
  found.add(chunk.fileName);
  for (const name of chunk.imports) if (chunks[name]) filesOf(chunks[name], chunks, found);
  return found;
}

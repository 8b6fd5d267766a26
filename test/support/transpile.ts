import { readFile } from 'node:fs/promises';
import ts from 'typescript';

/** A TypeScript module of the benchmark as browsers run it; its imports then end in `.js`. */
export async function transpile(path: string): Promise<string> {
  const { outputText } = ts.transpileModule(await readFile(path, 'utf8'), {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      rewriteRelativeImportExtensions: true,
    },
  });
  return outputText;
}

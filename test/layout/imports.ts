import assert from 'node:assert/strict';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

/** One file imports another, by their paths from the root; importing a type counts. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

/** Folders in which no sources of this project stand. */
const others = [
  '(^|/)(node_modules|dist|generated)/',
  // Built by tools of their own, from the packages as they are published.
  '^demo/(hosts|endpoints)/',
  '^test/fixtures/',
];

/**
 * What the files of some folders import of each other.
 *
 * @param folders - By their paths from the root.
 * @throws AssertionError where an import leads to no file: it would not be looked at.
 */
export async function readImports(root: string, folders: readonly string[]): Promise<Import[]> {
  const { output } = await cruise(
    [...folders],
    { baseDir: root, tsPreCompilationDeps: true, exclude: { path: others } },
    {},
    { tsConfig: extractTSConfig(join(root, 'tsconfig.json')) },
  );
  assert.ok(typeof output === 'object');
  const imports: Import[] = [];
  const lost: string[] = [];
  for (const { source, dependencies } of output.modules)
    for (const { module, resolved, couldNotResolve } of dependencies) {
      if (couldNotResolve && module.startsWith('.')) lost.push(`${source} → ${module}`);
      else imports.push({ from: source, to: resolved });
    }
  assert.deepEqual(lost, []);
  const sources = new Set(output.modules.map(({ source }) => source));
  return imports.filter(({ from, to }) => sources.has(from) && sources.has(to));
}

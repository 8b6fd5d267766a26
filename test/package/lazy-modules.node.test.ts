import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../support/packages.ts';

const modules = globSync('src/**/*.ts', { cwd: root }).map((path) => ({
  path,
  code: readFileSync(join(root, path), 'utf8'),
}));

/** Modules of ours that the code names in this way, as paths from the root. */
function targets(pattern: RegExp): Set<string> {
  return new Set(
    modules.flatMap(({ path, code }) =>
      [...code.matchAll(pattern)].map(([, address]) => join(dirname(path), address!)),
    ),
  );
}

// A type import is gone when the code runs.
const atOnce = targets(/^(?:import|export)\s(?!type\s)(?:[^;]*?from )?'(\.[^']+)';/gm);
const later = targets(/(?<!typeof )import\('(\.[^']+)'\)/g);

describe('modules that are loaded later', () => {
  it('are called *.lazy.ts where nothing loads them at once', () => {
    const misnamed = [...later].filter(
      (path) => !atOnce.has(path) && !path.includes('/generated/') && !path.endsWith('.lazy.ts'),
    );
    assert.deepEqual(misnamed, []);
  });

  it('are the only ones called so', () => {
    const lazy = modules.map(({ path }) => path).filter((path) => path.endsWith('.lazy.ts'));
    assert.ok(lazy.length > 5);
    assert.deepEqual(
      lazy.filter((path) => atOnce.has(path) || !later.has(path)),
      [],
    );
  });
});

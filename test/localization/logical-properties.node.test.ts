import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const root = join(import.meta.dirname, '../..');

/** What names a side of the screen, and would stay there when the text runs from right to left. */
const physical: readonly RegExp[] = [
  /(?<![\w-])(?:left|right)\s*:/g,
  /(?<![\w-])(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-\w+)?\s*:/g,
  /(?<![\w-])border-(?:top|bottom)-(?:left|right)-radius\s*:/g,
  /(?<![\w-])(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)/g,
  // Four values: top, right, bottom, left.
  /(?<![\w-])(?:margin|padding|inset|border-width|border-color|border-style|scroll-margin)\s*:(?:\s+[^\s;()]+(?:\([^;]*?\))?){4}\s*;/g,
];

function physicalProperties(css: string): string[] {
  const code = css.replaceAll(/\/\*[^]*?\*\//g, '');
  return physical.flatMap((pattern) => code.match(pattern) ?? []);
}

describe('styles', () => {
  const paths = globSync(['src/**/*-styles.ts', 'src/styles/*.ts'], { cwd: root });

  it('name no side of the screen: they serve languages written from right to left', () => {
    assert.ok(paths.length >= 7, `only ${paths.length} files were found`);
    const found = paths.flatMap((path) =>
      physicalProperties(readFileSync(join(root, path), 'utf8')).map((property) => `${path}: ${property}`),
    );
    assert.deepEqual(found, []);
  });

  for (const css of [
    'left: 0;',
    'margin-left: 1em;',
    'padding-right:0',
    'border-left-width: 1px',
    'border-top-left-radius: 1px;',
    'text-align: left;',
    'float: right;',
    'margin: 0 1em 0 2em;',
    'padding: 0 var(--a, 1em) 0 2em;',
  ])
    it(`are caught: ${css}`, () => assert.equal(physicalProperties(css).length, 1));

  for (const css of [
    'inset-inline-start: 0;',
    'margin: 0 1em;',
    'margin: 0 1em 2em;',
    'text-align: start;',
    'border-start-start-radius: 1px;',
    'margin-inline-start: 1px;',
    '/* left: 0; */',
    'padding: calc(1em + 2px) 0;',
  ])
    it(`pass: ${css}`, () => assert.deepEqual(physicalProperties(css), []));
});

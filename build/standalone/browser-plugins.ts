import minifyHTML from '@lit-labs/rollup-plugin-minify-html-literals';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import type { Plugin } from 'rollup';
import { callable } from './callable.ts';

/** What makes a script for browsers of modules of dist; the benchmark bundles some of them alone in the same way. */
export function browserPlugins(): Plugin[] {
  return [
    nodeResolve({ browser: true }),
    // Lit names its Trusted Types policy `lit-html`; a page with its own Lit would then need 'allow-duplicates'.
    callable(replace)({
      include: '**/lit-html/**',
      preventAssignment: false,
      delimiters: ['', ''],
      values: { 'createPolicy("lit-html"': 'createPolicy("charter-elements"' },
    }),
    // SVG needs its closing slashes: `<circle /><path />` are siblings.
    minifyHTML({ options: { minifyOptions: { keepClosingSlash: true } }, failOnError: true }),
    minify(),
  ];
}

export function minify(): Plugin {
  return callable(terser)({
    ecma: 2022,
    module: true,
    compress: { passes: 2 },
    mangle: { properties: { regex: /^__private_/ } },
  });
}

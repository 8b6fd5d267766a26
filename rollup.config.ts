import type { Plugin, RollupOptions } from 'rollup';
import { browserPlugins, minify } from './build/standalone/browser-plugins.ts';
import { withoutMapsOfData } from './build/standalone/maps-of-data.ts';
import { partFiles } from './build/standalone/part-files.ts';
import { thirdPartyLicenses } from './build/standalone/third-party-licenses.ts';

const folder = 'dist/standalone';

/**
 * One script for a page with no build: everything that the first screen needs inside, what is rarely used (other
 * languages, the built-in documents, sending, verification) in chunks next to it. From the modules of `dist`.
 */
const script: RollupOptions = {
  input: { 'charter-elements': 'dist/all.js' },
  // Lazy chunks may import from the script itself: no second file is needed for the first screen.
  preserveEntrySignatures: 'allow-extension',
  output: {
    dir: folder,
    format: 'es',
    entryFileNames: 'charter-elements.js',
    chunkFileNames: 'charter-elements-[name]-[hash].js',
    sourcemap: true,
  },
  plugins: [thirdPartyLicenses(folder), partFiles(), ...browserPlugins(), withoutMapsOfData()],
};

/** A few hundred bytes for pages of a content management system: it loads the script once there is an element to show. */
const loader: RollupOptions = {
  input: { 'charter-elements-loader': 'dist/loader.js' },
  output: { dir: folder, format: 'es', entryFileNames: '[name].js', sourcemap: true },
  plugins: [elementsFromScript(), minify()],
};

export default [script, loader];

/** Beside the script, no element has a file of its own. */
function elementsFromScript(): Plugin {
  return {
    name: 'elements-from-script',
    resolveId: (id) =>
      id.startsWith('./elements/') ? { id: './charter-elements.js', external: true } : null,
  };
}

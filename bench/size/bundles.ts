import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { rollup } from 'rollup';
import type { OutputChunk } from 'rollup';
import { forBrowsers } from '../../rollup.config.js';

const dist = join(import.meta.dirname, '../../dist');

/** Elements by the name of their folder. */
export type ElementName = 'viewer' | 'checklist' | 'privacy-walkthrough' | 'acknowledgement';

/** A charter to read and to sign. */
export const signing: readonly ElementName[] = ['viewer', 'acknowledgement'];
export const fourElements: readonly ElementName[] = [
  'viewer',
  'checklist',
  'privacy-walkthrough',
  'acknowledgement',
];

/**
 * What a page's bundler makes of some elements of the package, as the standalone script is made: the chunk that is loaded
 * at once, named `main`, then those that are loaded when they are needed. `npm run build` comes first.
 */
export async function bundleElements(names: readonly ElementName[]): Promise<OutputChunk[]> {
  const entry = names.map(
    (name) => `import ${JSON.stringify(`${dist}/elements/${name}/charter-${name}.js`)};`,
  );
  return bundle(entry.join('\n'));
}

/** The floor: what `LitElement`, `html` and `css` weigh by themselves. */
export async function bundleLit(): Promise<OutputChunk[]> {
  return bundle(
    "import { LitElement, css, html } from 'lit'; customElements.define('x-y', class extends LitElement { static styles = css`:host { color: red }`; render() { return html`<p>x</p>`; } });",
  );
}

async function bundle(entry: string): Promise<OutputChunk[]> {
  const name = '\0entry';
  const build = await rollup({
    input: { main: name },
    preserveEntrySignatures: 'allow-extension',
    plugins: [
      {
        name: 'entry',
        // Packages are found from here: the entry has no place.
        async resolveId(id, importer) {
          if (id === name) return id;
          return importer === name ? this.resolve(id, import.meta.filename, { skipSelf: true }) : null;
        },
        load: (id) => (id === name ? entry : null),
      },
      ...forBrowsers(),
    ],
  });
  const { output } = await build.generate({
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  });
  await build.close();
  return output.filter((file) => file.type === 'chunk');
}

/** Bytes as a server sends them. */
export function gzipped(code: string): number {
  return gzipSync(code, { level: 9 }).length;
}

export function brotlied(code: string): number {
  return brotliCompressSync(code).length;
}

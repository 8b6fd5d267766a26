import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');
const entry = 'virtual:entry';

/** What a page of an application loads, by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/**
 * Bundles a module as an application that uses the packages of the benchmark would: minified, in one script `/<name>.js`,
 * its styles in `/<name>.css`.
 *
 * @param code - The module; it may import the packages, and files by their absolute path.
 */
export async function bundle(name: string, code: string): Promise<Files> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    // Form.io counts on it.
    define: { global: 'globalThis' },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
    build: {
      write: false,
      modulePreload: false,
      cssCodeSplit: false,
      rolldownOptions: {
        input: entry,
        output: {
          codeSplitting: false,
          entryFileNames: `${name}.js`,
          assetFileNames: ({ names }) => (names[0]?.endsWith('.css') ? `${name}.css` : '[name][extname]'),
        },
      },
    },
  });
  const output = [built].flat().flatMap((part) => ('output' in part ? part.output : []));
  return Object.fromEntries(
    output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
}

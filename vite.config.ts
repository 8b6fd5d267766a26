import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const demo = new URL('./demo/', import.meta.url);
const pages = ['index', 'simple', 'strict', 'languages', 'ward', 'rumour', 'register', 'not-found'];

// Where `node demo/server.ts` listens: the receiver and the sessions stay there while Vite serves the pages.
const intranet = `http://127.0.0.1:${process.env['PORT'] ?? 4173}`;

export default defineConfig({
  root: fileURLToPath(demo),
  plugins: [sharedPartials(), keepDefinitions()],
  // Decorators and class fields follow tsconfig.json (experimentalDecorators, useDefineForClassFields: false).
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Compiled for older browsers, `light-dark()` would follow the color-scheme of its own file only.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // A data: address would need an exception in the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: pages.map((page) => fileURLToPath(new URL(`${page}.html`, demo))),
    },
  },
  server: {
    // The elements are outside of the root, in src/.
    fs: { allow: ['..'] },
    proxy: Object.fromEntries(
      ['/api', '/charte', '/demo/session', '/.well-known'].map((path) => [path, intranet]),
    ),
  },
});

/** Replaces `<!-- include header.html current=/path -->` by a file of partials/, its link to that path being current. */
function sharedPartials(): Plugin {
  return {
    name: 'shared-partials',
    transformIndexHtml: {
      order: 'pre',
      handler: (page) =>
        page.replace(/<!-- include (\S+)(?: current=(\S+))? -->/g, (_, name: string, current?: string) => {
          const partial = readFileSync(new URL(`partials/${name}`, demo), 'utf8');
          return current ? partial.replace(`href="${current}"`, `$& aria-current="true"`) : partial;
        }),
    },
  };
}

/** `sideEffects` in package.json speaks of dist/: by it alone, the files of src/ that define the tags would be dropped. */
function keepDefinitions(): Plugin {
  const sources = fileURLToPath(new URL('./src/', import.meta.url));
  return {
    name: 'keep-definitions',
    transform: (_, id) =>
      id.startsWith(sources) || id.startsWith(fileURLToPath(demo)) ? { moduleSideEffects: true } : null,
  };
}

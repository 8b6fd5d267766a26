import minifyHTML from '@lit-labs/rollup-plugin-minify-html-literals';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';

/**
 * One script for a page with no build: everything that the first screen needs inside, what is rarely used (other
 * languages, the built-in documents, sending, verification) in chunks next to it. From `tsc`'s output.
 */
const script = {
  input: { 'charter-elements': 'dist/all.js' },
  // Lazy chunks may import from the script itself: no second file is needed for the first screen.
  preserveEntrySignatures: 'allow-extension',
  output: {
    dir: 'dist/standalone',
    format: 'es',
    entryFileNames: 'charter-elements.js',
    chunkFileNames: 'charter-elements-[name]-[hash].js',
    sourcemap: true,
  },
  plugins: [
    declarationImports(),
    withoutDescriptions(),
    withoutDecorators(),
    ...forBrowsers(),
    withoutMapsOfData(),
    integrityManifest(),
  ],
};

/** A few hundred bytes for pages of a content management system: it loads the script once there is an element to show. */
const loader = {
  input: { 'charter-elements-loader': 'dist/loader.js' },
  output: { dir: 'dist/standalone', format: 'es', entryFileNames: '[name].js', sourcemap: true },
  plugins: [elementsFromScript(), minify(), integrityManifest()],
};

export default [script, loader];

/** What makes a script for browsers of modules of dist; the benchmark bundles some of them alone in the same way. */
export function forBrowsers() {
  return [
    nodeResolve({ browser: true }),
    ownTrustedTypesPolicy(),
    // SVG needs its closing slashes: `<circle /><path />` are siblings.
    minifyHTML({ options: { minifyOptions: { keepClosingSlash: true } }, failOnError: true }),
    minify(),
  ];
}

function minify() {
  return terser({
    ecma: 2022,
    module: true,
    compress: { passes: 2 },
    mangle: { properties: { regex: /^__private_/ } },
  });
}

/** Beside the script, no element has a file of its own. */
function elementsFromScript() {
  return {
    name: 'elements-from-script',
    resolveId: (id) =>
      id.startsWith('./elements/') ? { id: './charter-elements.js', external: true } : null,
  };
}

/** tsc rewrites `.ts` in the imports of modules, not of declarations. */
function declarationImports() {
  return {
    name: 'declaration-imports',
    async buildStart() {
      for await (const path of glob('dist/**/*.d.ts')) {
        const text = await readFile(path, 'utf8');
        await writeFile(
          path,
          text.replaceAll(/((?:from|import)\s*\(?\s*['"]\.[^'"]*)\.ts(?=['"])/g, '$1.js'),
        );
      }
    },
  };
}

/** Lit names its policy `lit-html`; a page with its own Lit would then need 'allow-duplicates'. */
function ownTrustedTypesPolicy() {
  return {
    name: 'own-trusted-types-policy',
    transform(code, id) {
      if (!id.includes('/lit-html/')) return null;
      return {
        code: code.replaceAll(/createPolicy\((["'])lit-html\1/g, 'createPolicy("charter-elements"'),
        map: null,
      };
    },
  };
}

/**
 * What a text is for is told to translators, at extraction, and what a token is for to designers, in the manifest: readers
 * need not download either, from npm neither.
 */
function withoutDescriptions() {
  const described = /(\bid: '[\w.-]+'),\s*desc: '(?:[^'\\]|\\.)*'/g;
  // In a template: outside of it, comments begin with two stars or slashes.
  const styleComment = /^ +\/\* [^*]*\*\/\n/gm;
  return {
    name: 'without-descriptions',
    async buildStart() {
      for await (const path of glob('dist/{elements,styles,templates}/**/*.js')) {
        const code = await readFile(path, 'utf8');
        await writeFile(path, code.replaceAll(described, '$1').replaceAll(styleComment, ''));
      }
    },
  };
}

/**
 * What tsc makes of `@property()` calls Lit's decorator, which calls `createProperty`: the call alone does without the
 * decorators and tslib, here and in the package.
 */
function withoutDecorators() {
  const decorated =
    /__decorate\(\[\s*(property|state)\(([^]*?)\)\s*\], (\w+)\.prototype, ("\w+"), (?:void 0|null)\);/g;
  const imports =
    /^import \{ (?:\w+, )*\w+ \} from ['"](?:tslib|lit\/decorators\.js|(?:\.\.\/\.\.\/base|\.)\/property\.js)['"];\n/gm;
  return {
    name: 'without-decorators',
    async buildStart() {
      for await (const path of glob('dist/{base,elements}/**/*.js')) {
        const code = await readFile(path, 'utf8');
        const plain = code.replaceAll(decorated, (_, decorator, options, element, name) => {
          const given = decorator === 'state' ? '{ state: true, attribute: false }' : options;
          return `${element}.createProperty(${[name, given].filter(Boolean).join(', ')});`;
        });
        if (plain.includes('__decorate([')) throw new Error(`${path} has a decorator that is not known here`);
        await writeFile(path, plain.replaceAll(imports, ''));
      }
    },
  };
}

/** Nobody steps through the built-in documents and the translations: their maps would be a tenth of the package. */
function withoutMapsOfData() {
  const isData = (id) => /\/dist\/(built-in|localization)\/generated\//.test(id);
  return {
    name: 'without-maps-of-data',
    generateBundle(_options, bundle) {
      for (const [name, chunk] of Object.entries(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.moduleIds.every(isData)) continue;
        chunk.code = chunk.code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
        Reflect.deleteProperty(bundle, `${name}.map`);
      }
    },
  };
}

/** Of the files written so far, by name. */
const hashes = {};

/** Subresource integrity of each file, for pages that ask for it. */
function integrityManifest() {
  return {
    name: 'integrity-manifest',
    generateBundle(_options, bundle) {
      for (const [name, { code }] of Object.entries(bundle))
        if (name.endsWith('.js'))
          hashes[name] = `sha384-${createHash('sha384').update(code).digest('base64')}`;
      const emit = (fileName, source) => this.emitFile({ type: 'asset', fileName, source });
      emit('integrity.json', `${JSON.stringify(hashes, Object.keys(hashes).sort(), 2)}\n`);
      emit('integrity.html', integritySnippet());
    },
  };
}

/** What a page pastes: the import map also covers the parts that the script loads later. */
function integritySnippet() {
  const folder = '/charter/';
  const integrity = Object.fromEntries(Object.entries(hashes).map(([name, hash]) => [folder + name, hash]));
  const map = `\n${JSON.stringify({ integrity }, null, 2)}\n`;
  const policy = createHash('sha256').update(map).digest('base64');
  return `<!-- For ${folder}; with another folder, replace it here and compute the hash of the policy again.
     A Content-Security-Policy without 'unsafe-inline' needs: script-src 'self' 'sha256-${policy}' -->
<script type="importmap">${map}</script>
<script type="module" src="${folder}charter-elements.js" integrity="${hashes['charter-elements.js']}"></script>
`;
}

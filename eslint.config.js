import js from '@eslint/js';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/**
 * Who may import whom, types included: the folders of the tree, then what is in them. The ground floor (charter, signature,
 * networks) knows nothing above it, runs without a DOM and without Lit; elements never know each other; the receiver sees
 * only what any Node receiver could. That nothing imports in a circle is for test/layout to see.
 */
const mayImport = {
  src: [],
  receiver: ['src'],
  'command-line': [],
  locales: [],
  build: ['src', 'receiver', 'locales'],
  demo: ['src', 'receiver'],
  stories: ['src', 'locales'],
  test: ['src', 'receiver', 'command-line', 'locales', 'build', 'demo', 'stories'],
  bench: ['src', 'receiver', 'build', 'test'],
};
const upstairs = [
  'base',
  'behaviors',
  'elements',
  'events',
  'localization',
  'outbox',
  'signing',
  'styles',
  'templates',
  'built-in',
];
const zones = [
  ...['charter', 'signature', 'networks'].map((floor) => ({
    target: `./src/${floor}`,
    from: upstairs.map((folder) => `./src/${folder}`),
    message: 'The ground floor knows nothing above it.',
  })),
  {
    target: './src/charter',
    from: ['./src/signature', './src/networks'],
    message: 'The charter stands alone.',
  },
  { target: './src/networks', from: ['./src/charter', './src/signature'], message: 'Networks stand alone.' },
  {
    target: './src/outbox',
    from: upstairs.filter((folder) => folder !== 'outbox').map((folder) => `./src/${folder}`),
    message: 'The outbox knows the ground floor only.',
  },
  {
    target: './src/signing',
    from: upstairs
      .filter((folder) => !['outbox', 'signing'].includes(folder))
      .map((folder) => `./src/${folder}`),
    message: 'What a signature goes through knows the outbox and the ground floor only.',
  },
  ...['viewer', 'checklist', 'privacy-walkthrough', 'acknowledgement', 'receipt'].map((element) => ({
    target: `./src/elements/${element}`,
    from: './src/elements',
    except: [`./${element}`],
    message: 'Elements meet through properties, `for` and events.',
  })),
  {
    target: [
      './src/base',
      './src/behaviors',
      './src/templates',
      './src/localization',
      './src/events',
      './src/styles',
      './src/internal',
    ],
    from: './src/elements',
    message: 'What elements share does not know them.',
  },
  {
    target: './src/base',
    from: ['./src/behaviors', './src/templates', './src/styles', './src/outbox', './src/signing'],
    message: 'The base carries what elements share, and is carried by texts and events.',
  },
  {
    target: './src/!(react)/**',
    from: './src/react',
    message: 'The components of React stand on the elements: a page without React downloads nothing of them.',
  },
  {
    target: ['./src/internal', './src/localization', './src/events'],
    from: './src/base',
    message: 'The base stands on them.',
  },
  ...Object.keys(mayImport).map((folder) => ({
    target: `./${folder}`,
    from: Object.keys(mayImport)
      .filter((other) => other !== folder && !mayImport[folder].includes(other))
      .map((other) => `./${other}`),
    message:
      mayImport[folder].length > 0
        ? `Of the other folders, ${folder} imports ${mayImport[folder].join(', ')} only.`
        : 'Nothing of another folder is imported here, but for packages by their name.',
  })),
  {
    target: './receiver',
    from: './src',
    except: ['./charter', './signature'],
    message: 'A receiver imports src/charter and src/signature only.',
  },
  ...Object.entries({
    domain: ['store', 'http', 'pages', 'routes'],
    store: ['http', 'pages', 'routes'],
    http: ['store', 'pages', 'routes'],
    pages: ['store', 'routes'],
    routes: ['store'],
  }).map(([folder, above]) => ({
    target: `./receiver/${folder}`,
    from: above.map((name) => `./receiver/${name}`),
    message: 'In the receiver: domain ← store, http ← pages ← routes ← server.',
  })),
];

/** What happened is known by a code, which stays when the wording changes. */
const noMatchedProse = [
  "CallExpression[callee.property.name=/^(?:test|exec)$/] > Identifier.arguments[name='message']",
  "CallExpression[callee.property.name=/^(?:test|exec)$/] > MemberExpression.arguments[property.name='message']",
  "CallExpression > MemberExpression.callee[property.name=/^(?:match|matchAll|search|includes)$/][object.name='message']",
  "CallExpression > MemberExpression.callee[property.name=/^(?:match|matchAll|search|includes)$/][object.property.name='message']",
].map((selector) => ({ selector, message: 'Nothing is decided by matching a message: look at a code.' }));

const noLit = {
  patterns: [
    { group: ['lit', 'lit/*', '@lit/*'], message: 'The domain, the outbox and signing do not know Lit.' },
  ],
};

const noServer = {
  patterns: [
    ...noLit.patterns,
    {
      group: ['hono', 'hono/*', '@hono/*', 'node:http', 'pg', 'pg-*', '@electric-sql/*'],
      message: 'What a receiver decides knows neither HTTP nor SQL.',
    },
  ],
};

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'dist',
      'demo/dist',
      'receiver/dist',
      'command-line/dist',
      'coverage',
      'storybook-static',
      '.stryker-tmp',
      'src/**/generated',
      'charter-receiver-data',
      'custom-elements.json',
      // Of other projects: the frameworks'.
      'test/fixtures/create-vite',
      'test/fixtures/typings',
      'test/fixtures/frameworks',
      'test/fixtures/headless',
      // Checked by the compiler of Angular, when the page is built.
      'demo/hosts/angular/main.ts',
      'demo/hosts/angular/compiled',
    ],
  },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    // One program for all files. The project service follows each as an editor opens it, for a third more time.
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    // Named: by default the plugin looks for a resolver called `node`, and finds the npm package of that name.
    settings: {
      'import-x/ignore': ['node_modules'],
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js'] })],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      // French typography lives in texts and templates.
      'no-irregular-whitespace': ['error', { skipTemplates: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // `!` and template numbers are used where the code just before proves them.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/unbound-method': 'off',
      // Classes are used structurally here, as everywhere in TypeScript.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    ...lit.configs['flat/recommended'],
  },
  { files: ['src/**/*.ts'], ...wc.configs['flat/recommended'] },
  { files: ['src/**/*.ts'], ...litA11y.configs['flat/recommended'] },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'Buffer'],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'lit/directives/unsafe-html.js',
              message: 'It launders strings through Lit’s Trusted Types policy.',
            },
            {
              name: 'lit/directives/style-map.js',
              message: 'Its first render is blocked by a strict style-src.',
            },
            {
              name: '@lit/localize',
              importNames: ['configureLocalization'],
              message: 'It belongs to the page: a library must not call it.',
            },
          ],
        },
      ],
    },
  },
  {
    files: [
      'src/charter/**',
      'src/signature/**',
      'src/networks/**',
      'src/outbox/**',
      'src/signing/**',
      'receiver/**',
      'command-line/**',
    ],
    rules: { 'no-restricted-imports': ['error', noLit] },
  },
  { files: ['receiver/domain/**'], rules: { 'no-restricted-imports': ['error', noServer] } },
  {
    files: ['src/charter/**', 'src/signature/**', 'src/networks/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        'document',
        'window',
        'HTMLElement',
        'customElements',
        'localStorage',
        'process',
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'command-line/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noMatchedProse] },
  },
  {
    files: ['test/**/*.ts', 'bench/*.test.ts'],
    rules: {
      // chai's `expect(x).to.be.true` is an expression, node:test's `test()` a promise that the runner awaits.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      // Tests hold arbitrary JSON in their hands.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { globals: globals.node, parserOptions: { project: false } },
  },
  { files: ['test/fixtures/react/client.js'], languageOptions: { globals: globals.browser } },
  {
    files: ['demo/hosts/**/*.js'],
    languageOptions: { globals: { ...globals.browser, ...globals.jquery, $A: 'readonly' } },
  },
  // Replacing what every script relies on is what this file shows.
  { files: ['demo/hosts/prototype/before-1.7.js'], rules: { 'no-extend-native': 'off' } },
);

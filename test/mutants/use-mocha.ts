/** Gives tests `node-test.ts` for `node:test`. Loaded by Mocha before them. */
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const standIn = pathToFileURL(join(import.meta.dirname, 'node-test.ts')).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'node:test' && context.parentURL !== standIn
      ? { url: standIn, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});

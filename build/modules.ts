/** Writes the modules of `dist` and their declarations: what `tsc` would, less what pages need not download. */
import { compile } from './compile.ts';
import { declarationExtensions } from './transformers/declaration-extensions.ts';
import { withoutMessageDescriptions } from './transformers/message-descriptions.ts';
import { propertyCalls } from './transformers/property-calls.ts';
import { withoutStyleComments } from './transformers/style-comments.ts';

compile('tsconfig.build.json', {
  before: [propertyCalls, withoutMessageDescriptions, withoutStyleComments],
  afterDeclarations: [declarationExtensions],
});

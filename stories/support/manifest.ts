import text from '../../custom-elements.json?raw';

interface Described {
  readonly name: string;
  readonly description?: string;
}

/** What the custom-elements manifest says of an element. */
export interface Declaration extends Described {
  readonly tagName?: string;
  readonly attributes?: readonly (Described & { readonly fieldName: string })[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly (Described & { readonly default?: string })[];
  readonly cssStates?: readonly Described[];
  events?: readonly Described[];
  readonly slots?: readonly Described[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

export const manifest = JSON.parse(text) as Manifest;
/** Every class of the library; those with a tag are elements. */
export const allDeclarations = manifest.modules.flatMap((module) => module.declarations ?? []);
// Where an event is dispatched, the analyzer adds one without a name.
for (const declaration of allDeclarations)
  if (declaration.events) declaration.events = declaration.events.filter(({ name }) => name);

/**
 * What the manifest says of a tag.
 *
 * @throws Error when it does not know the tag.
 */
export function declarationOf(tag: string): Declaration {
  const found = allDeclarations.find(({ tagName }) => tagName === tag);
  if (!found) throw new Error(`custom-elements.json knows no <${tag}>: run "npm run build:manifest"`);
  return found;
}

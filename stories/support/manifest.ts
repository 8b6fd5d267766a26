import type { CSSResult, LitElement } from 'lit';
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
const declarations = manifest.modules.flatMap((module) => module.declarations ?? []);
// Where an event is dispatched, the analyzer adds one without a name.
for (const declaration of declarations)
  if (declaration.events) declaration.events = declaration.events.filter(({ name }) => name);

/**
 * What the manifest says of a tag.
 *
 * @throws Error when it does not know the tag.
 */
export function declarationOf(tag: string): Declaration {
  const found = declarations.find(({ tagName }) => tagName === tag);
  if (!found) throw new Error(`custom-elements.json knows no <${tag}>: run "npm run build:manifest"`);
  return found;
}

/** A token that an element reads. */
export interface Token {
  readonly name: string;
  /** As written; another token may stand in it. */
  readonly default: string;
  readonly description: string;
}

/** The tokens that an element reads: from its styles, described where the manifest does. */
export function tokensOf(tag: string): Token[] {
  const described = new Map(
    declarationOf(tag).cssProperties?.map((entry) => [entry.name, entry.description]),
  );
  const { elementStyles } = customElements.get(tag) as unknown as typeof LitElement;
  const css = elementStyles.map((style) => (style as CSSResult).cssText).join('\n');
  const tokens = new Map<string, Token>();
  for (const { name, fallback } of readVariables(css)) {
    if (!tokens.get(name)?.default)
      tokens.set(name, { name, default: fallback, description: described.get(name) ?? '' });
  }
  return [...tokens.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every `var(--charter-…, fallback)` of a style sheet, also inside another one. */
function readVariables(css: string): { name: string; fallback: string }[] {
  return [...css.matchAll(/var\(\s*(--charter-[\w-]+)\s*,?/g)].map((match) => {
    const start = match.index + match[0].length;
    let depth = 1;
    let end = start;
    for (; depth > 0 && end < css.length; end++) {
      if (css[end] === '(') depth++;
      if (css[end] === ')') depth--;
    }
    return {
      name: match[1]!,
      fallback: css
        .slice(start, end - 1)
        .replace(/\s+/g, ' ')
        .trim(),
    };
  });
}

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A token as the manifest has it. */
export interface Token {
  readonly name: string;
  readonly description: string;
  readonly default: string;
}

interface Declaration {
  readonly name: string;
  readonly tagName?: string;
  cssProperties?: readonly Token[];
}

interface Manifest {
  readonly modules: readonly { readonly path: string; readonly declarations?: readonly Declaration[] }[];
}

/**
 * Plugin of the custom-elements manifest: an element's tokens, read where they are used, so that they are written once.
 * In the stylesheets of its `static styles`, the comment before a declaration describes the token (`--charter-*`) that
 * the declaration reads, whose fallback is its default.
 */
export function cssProperties(): {
  name: string;
  packageLinkPhase: (context: { customElementsManifest: Manifest }) => void;
} {
  return {
    name: 'css-properties',
    packageLinkPhase({ customElementsManifest }) {
      for (const { path, declarations = [] } of customElementsManifest.modules)
        for (const declaration of declarations)
          if (declaration.tagName) declaration.cssProperties = tokensOf(path, declaration.name);
    },
  };
}

/** The tokens of an element's stylesheets, in their order; throws where its module lists none. */
function tokensOf(path: string, name: string): Token[] {
  const [, list] = /static override readonly styles = \[([^\]]+)\]/.exec(readFileSync(path, 'utf8')) ?? [];
  if (!list)
    throw new Error(
      `${path}: ${name} has no line « static override readonly styles = […] » to read tokens from`,
    );
  return readTokens(sheetsOf(path, list));
}

/** The stylesheets that a module lists, and those of the lists among them. */
function sheetsOf(path: string, list: string): string[] {
  const source = readFileSync(path, 'utf8');
  return Array.from(list.matchAll(/\w+/g)).flatMap(([name]) => {
    const [, file] = new RegExp(`import \\{ ${name} \\} from '([^']+)'`).exec(source) ?? [];
    const address = file && join(dirname(path), file);
    if (!address || !existsSync(address)) throw new Error(`${path}: the stylesheet ${name} is not found`);
    const sheet = readFileSync(address, 'utf8');
    const [, inner] = new RegExp(`export const ${name} = \\[([^\\]]+)\\]`).exec(sheet) ?? [];
    return inner ? sheetsOf(address, inner) : [sheet];
  });
}

/**
 * The tokens of stylesheets.
 *
 * @param sheets - Stylesheets that are used together.
 */
export function readTokens(sheets: readonly string[]): Token[] {
  const tokens: Token[] = [];
  /** What an internal name (`--_text`) stands for: the token that it reads, or its value. */
  const internal = new Map<string, string>();
  for (const sheet of sheets) {
    for (const [, comment, property = '', value = ''] of sheet.matchAll(declarations)) {
      const token = comment && /\bvar\(\s*(--charter-[\w-]+),\s*/.exec(value);
      if (token) {
        const [opening, name = ''] = token;
        const rest = value.slice(token.index + opening.length);
        tokens.push({ name, description: squeezed(comment), default: squeezed(rest.slice(0, endOf(rest))) });
      }
      if (property.startsWith('--_') && !internal.has(property))
        internal.set(property, token ? `var(${token[1]})` : squeezed(value));
    }
  }
  const inPublicNames = (text: string): string => {
    const replaced = text.replaceAll(
      /var\((--_[\w-]+)\)/g,
      (whole, name: string) => internal.get(name) ?? whole,
    );
    return replaced === text ? text : inPublicNames(replaced);
  };
  return tokens.map((token) => ({ ...token, default: inPublicNames(token.default) }));
}

/** A declaration, with the comment before it if there is one. */
const declarations = /(?:\/\*([^*]+)\*\/\s*)?([\w-]+):\s*((?:[^;{}])+);/g;

const squeezed = (text: string): string =>
  text.trim().replaceAll(/\s+/g, ' ').replaceAll('( ', '(').replaceAll(' )', ')');

/** Where the bracket that is open at the start is closed. */
function endOf(text: string): number {
  let depth = 1;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '(') depth++;
    if (text[index] === ')' && --depth === 0) return index;
  }
  throw new Error(`A bracket is not closed: ${text.slice(0, 80)}`);
}

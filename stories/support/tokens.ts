import { allDeclarations } from './manifest.ts';

export type Tier = 'palette' | 'role' | 'element';

/** A token (`--charter-*`) as the manifest describes it. */
export interface Token {
  readonly name: string;
  readonly tier: Tier;
  /** As written, in names of other tokens. */
  readonly default: string;
  readonly description: string;
  /** Tags of the elements that read it. */
  readonly tags: readonly string[];
}

const elementTokens = /^--charter-(viewer|checklist|walkthrough|acknowledgement|receipt)-/;

/** Every token of the elements, in the order of the manifest; of the same name, those of other elements join the first. */
export function allTokens(): Token[] {
  const tokens = new Map<string, Token>();
  for (const { tagName, cssProperties = [] } of allDeclarations) {
    if (!tagName) continue;
    for (const { name, default: value = '', description = '' } of cssProperties) {
      const tags = [...(tokens.get(name)?.tags ?? []), tagName];
      tokens.set(name, { default: value, description, ...tokens.get(name), name, tier: tierOf(name), tags });
    }
  }
  return [...tokens.values()];
}

function tierOf(name: string): Tier {
  if (name.startsWith('--charter-palette-')) return 'palette';
  return elementTokens.test(name) ? 'element' : 'role';
}

/** What a page that sets nothing sees: the token with its default, and so on for the tokens in its default. */
export function valueOf(name: string, tokens: readonly Token[]): string {
  const token = tokens.find((each) => each.name === name);
  if (!token?.default) return `var(${name})`;
  const value = token.default.replaceAll(/var\((--charter-[\w-]+)\)/g, (_, other: string) =>
    other === name ? other : valueOf(other, tokens),
  );
  return `var(${name}, ${value})`;
}

/** Red, green and blue, from 0 to 255. */
export type Colour = readonly [number, number, number];

/** What computed colours make, one over the other, in whatever space the browser gives them. */
export function readColour(...layers: readonly string[]): Colour {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  for (const layer of layers) {
    context.fillStyle = layer;
    context.fillRect(0, 0, 1, 1);
  }
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return [red!, green!, blue!];
}

/** Contrast of two colours, from 1 to 21 (WCAG 2.2). */
export function contrastOf(one: Colour, other: Colour): number {
  const [darker, lighter] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

function luminanceOf(colour: Colour): number {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

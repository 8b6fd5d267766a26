interface Named {
  readonly name: string;
  readonly description?: string;
}

/** What the custom-elements manifest says of one element. */
export interface Described {
  readonly tagName: string;
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly (Named & { readonly default: string })[];
  readonly slots: readonly Named[];
}

/** The elements of `custom-elements.json`, which `npm run build:manifest` writes. */
export async function describedElements(): Promise<Map<string, Described>> {
  const response = await fetch('/custom-elements.json');
  if (!response.ok) throw new Error('custom-elements.json is not there: run npm run build:manifest');
  const { modules } = (await response.json()) as { modules: { declarations?: Described[] }[] };
  const elements = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
  return new Map(elements.map((element) => [element.tagName, element]));
}

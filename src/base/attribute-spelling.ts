import { restriction } from './attributes.ts';
import type { OptionDeclaration } from './property-accessors.ts';

/** The attribute of these letters: a framework that renders on a server may write `lockSigner`, which HTML lower-cases. */
export function attributeOf(observed: readonly string[], written: string): string {
  return observed.find((name) => lettersOf(name) === written) ?? written;
}

export function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]|^data-/g, '');
}

/** What the class of an element says of its attributes. */
interface Declared {
  readonly observedAttributes: readonly string[];
  readonly elementProperties: ReadonlyMap<PropertyKey, OptionDeclaration>;
}

/**
 * Turns on what an attribute in an unknown spelling would have protected, such as `data-lock-signer`, `:lock-signer` or
 * `lock_signer`: an identity that the page meant to lock must not be open to typing.
 */
export function restrictMisspelt(
  element: HTMLElement,
  { observedAttributes, elementProperties }: Declared,
): void {
  for (const { name } of element.attributes) {
    const letters = lettersOf(name);
    for (const [property, { is }] of elementProperties as ReadonlyMap<string, OptionDeclaration>)
      if (is === restriction && property.toLowerCase() === letters && !observedAttributes.includes(name)) {
        console.error(
          `charter-elements: <${element.localName}> ${name} is taken for ${attributeOf(observedAttributes, letters)}, which is on: write that or remove it`,
        );
        (element as unknown as Record<string, boolean>)[property] = true;
      }
  }
}

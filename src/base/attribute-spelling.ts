import { restriction } from './attributes.ts';
import type { OptionDeclaration } from './property-accessors.ts';

/** The attribute of these letters: a framework that renders on a server may write `lockSigner`, which HTML lower-cases. */
export function attributeOf(observed: readonly string[], written: string): string {
  return observed.find((name) => lettersOf(name) === written) ?? written;
}

export function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]|^data-/g, '');
}

/**
 * Turns on what an attribute in an unknown spelling would have protected, such as `data-lock-signer`, `:lock-signer` or
 * `lock_signer`: an identity that the page meant to lock must not be open to typing.
 */
export function restrictMisspelt(
  element: HTMLElement,
  observed: readonly string[],
  properties: ReadonlyMap<PropertyKey, OptionDeclaration>,
): void {
  for (const { name } of element.attributes)
    for (const [property, { attribute, is }] of properties) {
      const isMisspelt = !observed.includes(name) && lettersOf(name) === String(property).toLowerCase();
      if (is !== restriction || !isMisspelt) continue;
      console.error(
        `charter-elements: <${element.localName}> ${name} is taken for ${String(attribute)}, which is on: write that, or remove it`,
      );
      Object.assign(element, { [property]: true });
    }
}

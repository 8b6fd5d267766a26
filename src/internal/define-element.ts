import { version } from '../version.ts';

type Definition = CustomElementConstructor & { readonly version?: string };

let hasWarned = false;

/**
 * Registers an element under its tag, unless the page already has one: the first copy of the library wins, and a second
 * one says so once, with both versions, instead of throwing. Where there is no registry, as on a server that renders
 * pages, nothing is done.
 */
export function defineElement(tag: string, elementClass: CustomElementConstructor): void {
  if (typeof customElements === 'undefined') return;
  const existing = customElements.get(tag) as Definition | undefined;
  if (!existing) {
    customElements.define(tag, elementClass);
  } else if (existing !== elementClass && !hasWarned) {
    hasWarned = true;
    console.warn(
      `charter-elements: version ${existing.version ?? '(unknown)'} has already defined <${tag}> on this page; ` +
        `version ${version} leaves out each element that is defined. Load the library once.`,
    );
  }
}

import { version } from '../version.ts';
import { warnOnce } from './warn-once.ts';

type Definition = CustomElementConstructor & { readonly version?: string };

/**
 * Registers an element under its tag, unless the page already has one: the first copy of the library wins, and a second
 * one says so once, with both versions, instead of throwing.
 */
export function defineElement(tag: string, elementClass: CustomElementConstructor): void {
  const existing = customElements.get(tag) as Definition | undefined;
  if (!existing) {
    customElements.define(tag, elementClass);
  } else if (existing !== elementClass) {
    warnOnce(
      `version ${existing.version ?? '(unknown)'} of the library has already defined elements on this page; ` +
        `version ${version} leaves out each element that is defined. Load the library once.`,
    );
  }
}

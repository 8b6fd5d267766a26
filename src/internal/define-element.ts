import { version } from '../version.ts';

const warned = new Set<string>();

/**
 * Registers an element under its tag, unless the page already has one: the first copy of the library wins, and a second
 * one says so once instead of throwing.
 */
export function defineElement(tag: string, elementClass: CustomElementConstructor): void {
  const existing = customElements.get(tag) as (CustomElementConstructor & { version?: string }) | undefined;
  if (!existing) {
    customElements.define(tag, elementClass);
  } else if (existing !== elementClass && !warned.has(tag)) {
    warned.add(tag);
    console.warn(
      `charter-elements: <${tag}> is already defined (version ${existing.version ?? 'unknown'}); ` +
        `the definition of version ${version} was left out. Load the library once.`,
    );
  }
}

/**
 * The language of an element: the nearest `lang` up the flattened tree, through slots and shadow roots.
 * (`:lang()` inside a shadow root differs between engines.)
 */
export function languageOf(element: Element): string {
  for (const ancestor of flattenedAncestors(element)) {
    const lang = ancestor.getAttribute('lang');
    if (lang) return usableTag(lang);
  }
  return usableTag(document.documentElement.lang);
}

/** The language that the interface is written in. */
export const sourceLocale = 'fr';

export const isFrench = (language: string): boolean => language.split('-')[0]!.toLowerCase() === sourceLocale;

const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Direction of the script that a language is usually written in. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-')[0]!.toLowerCase()) ? 'rtl' : 'ltr';
}

const listeners = new Set<() => void>();
const observed = new WeakSet<Node>();
let observer: MutationObserver | undefined;

/** Calls back after any `lang` changed in the roots that hold the element. Returns the function that stops it. */
export function observeLanguage(element: Element, listener: () => void): () => void {
  observer ??= new MutationObserver(() => {
    for (const listen of listeners) listen();
  });
  // One observer for the page: each root around one of our elements is watched once.
  for (const ancestor of flattenedAncestors(element)) {
    const root = ancestor.getRootNode();
    if (observed.has(root)) continue;
    observed.add(root);
    observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The element itself, then what is around it on screen. */
function* flattenedAncestors(element: Element): Generator<Element> {
  let node: Node | null = element;
  while (node) {
    if (node instanceof Element) yield node;
    const parent: Node | null = node instanceof Element ? (node.assignedSlot ?? node.parentNode) : null;
    node = node instanceof ShadowRoot ? node.host : parent;
  }
}

/** `Intl` throws on what is no language tag; content managers write some, such as `fr_FR`. */
function usableTag(lang: string): string {
  for (const tag of [lang, lang.split(/[-_]/)[0]!]) {
    try {
      if (Intl.getCanonicalLocales(tag).length > 0) return tag;
    } catch {
      // Not a tag: its first part may be one.
    }
  }
  return sourceLocale;
}

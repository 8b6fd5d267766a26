import { warnOnce } from '../internal/warn-once.ts';

/** The id that an attribute of an element names in the element's root. */
export interface NamedElement {
  readonly host: HTMLElement;
  /** The attribute, for messages. */
  readonly attribute: string;
  readonly id: string;
  /** The element of the library that is meant, such as `charter-viewer`. */
  readonly tag: string;
  /** What the elements meant have, and no other. */
  readonly member: string;
}

/** What stands under an id: nothing yet, what is meant (perhaps not upgraded yet), or something else. */
export type Found =
  { readonly kind: 'none' } | { readonly kind: 'found' | 'other'; readonly element: HTMLElement };

/** Looks for the element that an attribute names, as the tree is now. */
export function findNamed({ host, id, member, tag, attribute }: NamedElement): Found {
  const root = host.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return { kind: 'none' };
  const element = root.getElementById(id);
  // A placeholder is on its way to be what it stands for.
  if (!element || element.hasAttribute('data-charter-element')) return { kind: 'none' };
  // On the prototype: a form has its fields as members of its own, whatever their names. And not `instanceof`: another
  // copy of the library, or a page's own class, will do.
  if (element.matches(':not(:defined)') || member in Object.getPrototypeOf(element))
    return { kind: 'found', element };
  warnOnce(
    `${attribute}="${id}" on <${host.localName}> names a <${element.localName}>: give it the id of a <${tag}>`,
  );
  return { kind: 'other', element };
}

/**
 * Calls back at once and whenever another element stands under an id, until the signal is aborted: elements come, go, move,
 * are replaced, and get their id at any time.
 */
export function followNamed(
  named: NamedElement,
  signal: AbortSignal,
  onChange: (found: Found) => void,
): void {
  const { host, id, attribute } = named;
  let shown: Element | null | undefined;
  const look = (): void => {
    const found = findNamed(named);
    const element = found.kind === 'none' ? null : found.element;
    if (element === shown) return;
    shown = element;
    onChange(found);
    if (element?.matches(':not(:defined)'))
      // It is what it was taken for, or not.
      void customElements.whenDefined(element.localName).then(() => {
        if (signal.aborted || shown !== element) return;
        shown = undefined;
        look();
      });
  };
  const warnOfNone = (): void => {
    if (shown === null && host.isConnected && !signal.aborted)
      warnOnce(`${attribute}="${id}" on <${host.localName}> names no element of its root yet`);
  };
  watchTree(host.getRootNode(), look, signal);
  look();
  if (document.readyState === 'complete') warnOfNone();
  else addEventListener('load', warnOfNone, { once: true, signal });
}

interface Tree {
  readonly observer: MutationObserver;
  readonly listeners: Set<() => void>;
}

/** One observer a root, for all who follow something in it. */
const trees = new WeakMap<Node, Tree>();

/** Calls back when elements of a root have come, gone or changed their ids. */
function watchTree(root: Node, listener: () => void, signal: AbortSignal): void {
  const { listeners, observer } = trees.get(root) ?? startTree(root);
  listeners.add(listener);
  signal.addEventListener('abort', () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    observer.disconnect();
    trees.delete(root);
  });
}

function startTree(root: Node): Tree {
  const listeners = new Set<() => void>();
  const observer = new MutationObserver(() => {
    for (const listen of [...listeners]) listen();
  });
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['id', 'data-charter-element'] });
  const tree = { observer, listeners };
  trees.set(root, tree);
  return tree;
}

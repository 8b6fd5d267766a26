import { warnOnce } from './warn-once.ts';

/** Loads the module that defines an element, by the name of the element without its prefix. */
export type ElementModules = Readonly<Record<string, () => Promise<unknown>>>;

interface Replacement extends HTMLElement {
  readonly updateComplete: Promise<unknown>;
}

const mark = 'data-charter-element';

/** What a placeholder hands over as it is; the rest of its attributes may be anything that an editor has left there. */
const ownAttributes = /^(?:id|class|lang|dir|title|hidden|translate|slot|(?:data|aria)-.*)$/;

let modules: ElementModules = {};

/**
 * Loads the elements that the page holds, now and later, and puts them in the place of their placeholders:
 * `<div data-charter-element="viewer" data-src="…">` for editors that strip the tags they do not know.
 */
export function watchPage(elementModules: ElementModules): void {
  modules = elementModules;
  // A server that renders the page imports this too: the browser looks at the page later.
  if (typeof document === 'undefined') return;
  new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      for (const node of type === 'attributes' ? [target] : addedNodes)
        if (node instanceof Element) visit(node);
    }
  }).observe(document, { childList: true, subtree: true, attributeFilter: [mark] });
  visit(document);
}

/** Does the same, once, within a part of the page that nothing can watch from outside, such as a shadow root. */
export function upgradeWithin(root: ParentNode): void {
  visit(root);
}

function visit(root: ParentNode): void {
  const tags = Object.keys(modules).map((name) => `charter-${name}:not(:defined)`);
  const selector = [`[${mark}]`, ...tags].join();
  if (root instanceof Element && root.matches(selector)) void take(root);
  for (const element of root.querySelectorAll(selector)) void take(element);
}

async function take(element: Element): Promise<void> {
  const name = element.getAttribute(mark) ?? element.localName.replace('charter-', '');
  // In an editor, the text that will be saved must stay as it was written.
  if (element instanceof HTMLElement && element.isContentEditable) return;
  const load = Object.hasOwn(modules, name) ? modules[name] : undefined;
  if (!load) {
    warnOnce(`${mark}="${name}" is none of ${Object.keys(modules).join(', ')}: correct it in the page.`);
    return;
  }
  try {
    await load();
  } catch (error) {
    // The fallback stays on screen, and the next element to come asks again.
    console.error(`charter-elements: charter-${name} could not be loaded.`, error);
    return;
  }
  if (element.isConnected && element.hasAttribute(mark)) replace(element, `charter-${name}`);
}

/** The children go along, with what was typed there: they are the fallback. */
function replace(placeholder: Element, tag: string): void {
  const element = document.createElement(tag) as Replacement;
  const { observedAttributes = [] } = customElements.get(tag) as { observedAttributes?: readonly string[] };
  // Some editors strip ids.
  const known = new Set([...observedAttributes, 'id']);
  for (const { name, value } of placeholder.attributes) {
    const option = name.replace(/^data-/, '');
    if (name === mark) continue;
    if (option !== name && known.has(option)) {
      // Editors that keep no empty attribute write true and false.
      if (value !== 'false') element.setAttribute(option, value);
    } else if (ownAttributes.test(name)) element.setAttribute(name, value);
  }
  const active = placeholder.contains(document.activeElement) ? document.activeElement : null;
  // A node that is moved keeps the focus; where it cannot be moved, it is taken out and put back.
  const canMove = 'moveBefore' in Element.prototype;
  placeholder.before(element);
  for (const child of [...placeholder.childNodes]) {
    // A person may be typing there.
    if (canMove) element.moveBefore(child, null);
    else element.append(child);
  }
  placeholder.remove();
  if (!canMove && active instanceof HTMLElement)
    void element.updateComplete.then(() => active.focus({ preventScroll: true }));
}

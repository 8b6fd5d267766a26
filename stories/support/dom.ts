import type { LitElement } from 'lit';

/** Resolves once an element has left its loading state, and everything is rendered. */
export async function settled(element: LitElement): Promise<void> {
  while (!element.matches(':state(ready), :state(failed)')) await nextUpdate(element);
  await element.updateComplete;
}

/** Resolves after the next rendering of an element. */
export function nextUpdate(element: LitElement): Promise<void> {
  return new Promise((resolve) => {
    const controller = {
      hostUpdated() {
        element.removeController(controller);
        resolve();
      },
    };
    element.addController(controller);
  });
}

/** The part of an element that has this name. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as querySelector has it
export function part<T extends HTMLElement = HTMLElement>(element: Element, name: string): T | null {
  return element.shadowRoot!.querySelector<T>(`[part~="${name}"]`);
}

export function parts(element: Element, name: string): HTMLElement[] {
  return [...element.shadowRoot!.querySelectorAll<HTMLElement>(`[part~="${name}"]`)];
}

/** What is read, with spaces as a reader sees them. */
export function textOf(node: Node | null | undefined): string {
  return (node?.textContent ?? '').replace(/[ \n\t]+/g, ' ').trim();
}

/**
 * What a selector matches inside an element.
 *
 * @throws Error that shows the element's content when nothing matches.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as querySelector has it
export function find<T extends HTMLElement = HTMLElement>(element: HTMLElement, selector: string): T {
  const found = element.shadowRoot!.querySelector<T>(selector);
  if (!found)
    throw new Error(
      `${selector} is not in ${element.localName}:\n${element.shadowRoot!.innerHTML.slice(0, 2000)}`,
    );
  return found;
}

/** Resolves once a selector matches in the element. */
export async function rendered(element: HTMLElement, selector: string): Promise<HTMLElement> {
  const root = element.shadowRoot!;
  for (;;) {
    const found = root.querySelector<HTMLElement>(selector);
    if (found) return found;
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve();
      });
      observer.observe(root, { subtree: true, childList: true, attributes: true });
    });
  }
}

export function type(element: HTMLElement, field: string, value: string): void {
  const input = find<HTMLInputElement>(element, `#${field}`);
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

export function click(element: HTMLElement, partName: string): void {
  find(element, `[part~=${partName}]`).click();
}

/** Resolves with the next event of a type. Ask before what causes it. */
export function eventOf<Type extends keyof HTMLElementEventMap>(
  target: EventTarget,
  type: Type,
): Promise<HTMLElementEventMap[Type]> {
  return new Promise((resolve) =>
    target.addEventListener(type, (event) => resolve(event as HTMLElementEventMap[Type]), { once: true }),
  );
}

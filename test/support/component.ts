import { fixture, nextFrame } from '@open-wc/testing';
import type { LitElement, TemplateResult } from 'lit';

/** Renders a template and waits until its element shows its charter, or says why it cannot. */
export async function shown<T extends LitElement>(template: TemplateResult): Promise<T> {
  const element = await fixture<T>(template);
  await settled(element);
  return element;
}

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

/** Notes the events of these types, in order, for as long as the page lives. */
export function recordEvents<T extends Event>(target: EventTarget, ...types: string[]): T[] {
  const events: T[] = [];
  for (const type of types) target.addEventListener(type, (event) => events.push(event as T));
  return events;
}

/** Id, part or tag of what has the focus inside an element. (A failed comparison of nodes would print the whole page.) */
export function focused(element: Element): string | undefined {
  const active = element.shadowRoot!.activeElement;
  return active ? active.id || (active.getAttribute('part') ?? active.localName) : undefined;
}

/** Resolves once an element has followed its new size: the observer tells in a frame, the element answers in the next. */
export async function resized(element: LitElement): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await nextFrame();
  await element.updateComplete;
}

import { fixture, nextFrame } from '@open-wc/testing';
import type { LitElement, TemplateResult } from 'lit';
import { settled } from '../../stories/support/dom.ts';

export { nextUpdate, part, parts, settled, textOf } from '../../stories/support/dom.ts';

/** Renders a template and waits until its element shows its charter, or says why it cannot. */
export async function shown<T extends LitElement>(template: TemplateResult): Promise<T> {
  const element = await fixture<T>(template);
  await settled(element);
  return element;
}

/** Notes the events of these types, in order, for as long as the page lives. */
export function recordEvents<T extends Event>(target: EventTarget, ...types: string[]): T[] {
  const events: T[] = [];
  for (const type of types) target.addEventListener(type, (event) => events.push(event as T));
  return events;
}

/** Counts how often a member of these objects is read from now on. */
export function countReads<K extends string>(
  objects: readonly { [name in K]?: unknown }[],
  name: K,
): { count: number } {
  const counter = { count: 0 };
  for (const object of objects) {
    const value = object[name];
    Object.defineProperty(object, name, {
      get() {
        counter.count++;
        return value;
      },
    });
  }
  return counter;
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

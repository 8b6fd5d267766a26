import { html } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';

/** A state that a person can meet: what shows the element, and how it is brought there. Stories and tests share them. */
export interface ElementState<T extends LitElement> {
  /** What there is before: on this device, say. */
  readonly prepare?: () => Promise<void>;
  readonly template: () => TemplateResult | HTMLElement;
  /** Resolves once the state is on screen. */
  readonly reach: (element: T) => Promise<unknown>;
  /** The element says in the console why it cannot show something. */
  readonly isFault?: boolean;
}

export type ElementStates<T extends LitElement> = Readonly<Record<string, ElementState<T>>>;

/** What shows the element, rendered once: a toolbar that is used later changes what is around it, not the element. */
export function keep(template: () => unknown): TemplateResult {
  return html`${guard([], template)}`;
}

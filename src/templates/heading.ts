import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

export interface HeadingOptions {
  /** Class and part of the heading. */
  readonly name: string;
  readonly id?: string | undefined;
  /** May receive the focus when a page or a list leads to it. */
  readonly focusable?: boolean;
}

/** A heading of a level that the page chooses; beyond six, its level is told by ARIA. */
export function heading(
  level: number,
  content: unknown,
  { name, id, focusable }: HeadingOptions,
): TemplateResult {
  const identifier = ifDefined(id);
  const tabindex = ifDefined(focusable ? -1 : undefined);
  switch (level) {
    case 1:
      return html`<h1 class=${name} part=${name} id=${identifier} tabindex=${tabindex}>${content}</h1>`;
    case 2:
      return html`<h2 class=${name} part=${name} id=${identifier} tabindex=${tabindex}>${content}</h2>`;
    case 3:
      return html`<h3 class=${name} part=${name} id=${identifier} tabindex=${tabindex}>${content}</h3>`;
    case 4:
      return html`<h4 class=${name} part=${name} id=${identifier} tabindex=${tabindex}>${content}</h4>`;
    case 5:
      return html`<h5 class=${name} part=${name} id=${identifier} tabindex=${tabindex}>${content}</h5>`;
    case 6:
      return html`<h6 class=${name} part=${name} id=${identifier} tabindex=${tabindex}>${content}</h6>`;
    default:
      return html`<div
        role="heading"
        aria-level=${level}
        class=${name}
        part=${name}
        id=${identifier}
        tabindex=${tabindex}
      >
        ${content}
      </div>`;
  }
}

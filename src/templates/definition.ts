import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** A line of a description list. */
export function definition(term: string, value: unknown): TemplateResult {
  return html`<dt>${term}</dt>
    <dd>${value}</dd>`;
}

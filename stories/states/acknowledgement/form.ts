import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** A form with an endpoint, and nothing else that a page may ask for. */
export const form = ({ endpoint }: { endpoint: string }): TemplateResult =>
  html`<charter-acknowledgement endpoint=${endpoint}></charter-acknowledgement>`;

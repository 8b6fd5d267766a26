import { svg, html } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';

const shapes = {
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5" />`,
  alert: svg`<path d="M12 8v5m0 3.5v.01M10.3 4.3 2.6 17.7A2 2 0 0 0 4.3 20.7h15.4a2 2 0 0 0 1.7-3L13.7 4.3a2 2 0 0 0-3.4 0Z" />`,
  clock: svg`<circle cx="12" cy="12" r="9" /><path d="M12 7v5l3 2" />`,
  print: svg`<path d="M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7Z" />`,
  download: svg`<path d="M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 20h14" />`,
  external: svg`<path d="M14 5h5v5m0-5-8 8M10 5H6a1 1 0 0 0-1 1v12a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-4" />`,
  calendar: svg`<path d="M5 6h14v14H5ZM5 10h14M9 3v4m6-4v4" />`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof shapes;

/** A decorative icon: the words next to it carry the meaning. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${shapes[name]}
  </svg>`;
}

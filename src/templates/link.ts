import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

/** A link that tells its address on paper, where its words do not and where it leads out of the page. */
export function link(href: string, words: unknown): TemplateResult {
  const [, address = ''] = /^(?:https?:\/\/|mailto:|tel:)(.+?)\/?$/.exec(href) ?? [];
  const isSaid = typeof words === 'string' && words.includes(address);
  return html`<a href=${href} data-address=${isSaid || !address ? nothing : address}>${words}</a>`;
}

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Block, Charter, Practice } from '../../../charter/charter.ts';
import { quotesOf } from '../../../localization/quote.ts';
import { link } from '../../../templates/link.ts';
import { richText } from '../../../templates/rich-text.ts';

/** One block of a section. */
export function renderBlock(block: Block, locale: string): TemplateResult {
  const [open, close] = quotesOf(locale);
  switch (block.type) {
    case 'paragraph':
      return html`<p>${richText(block.text)}</p>`;
    case 'list':
      return html`<ul class="list">
        ${block.items.map((item) => html`<li>${richText(item)}</li>`)}
      </ul>`;
    case 'quote':
      return html`<figure class="quote" part="quote">
        <blockquote><p>${open}${richText(block.text)}${close}</p></blockquote>
        ${block.cite ? html`<figcaption class="muted">${block.cite}</figcaption>` : nothing}
      </figure>`;
    case 'legal-reference': {
      const name = html`${block.code}, art. ${block.article}`;
      return html`<figure class="legal" part="legal-reference">
        <figcaption>${block.href ? link(block.href, name) : name}</figcaption>
        ${
          block.text === undefined
            ? nothing
            : html`<blockquote><p>${open}${richText(block.text)}${close}</p></blockquote>`
        }
      </figure>`;
    }
  }
}

/** Practices of one group, each with its mark and its reason. */
export function renderPractices(
  practices: readonly Practice[],
  mark: (practice: Practice) => unknown,
): TemplateResult {
  return html`<ul class="practices">
    ${practices.map((practice) => {
      const { text, why } = practice;
      const badge = mark(practice);
      // Few parts and no template within: there may be thousands.
      return html`<li part="practice">
        <p>${badge === nothing ? richText(text) : [richText(text), badge]}</p>
        <p class="muted" ?hidden=${why === undefined}>${why && richText(why)}</p>
      </li>`;
    })}
  </ul>`;
}

/** Where the charter's facts come from. */
export function renderSources(
  sources: NonNullable<Charter['sources']>,
  reviewed: (date: string) => unknown,
): TemplateResult {
  return html`<ul class="sources muted" part="sources">
    ${sources.map(
      ({ title, href, reviewedOn }) =>
        html`<li>
          ${href ? link(href, title) : title}
          ${reviewedOn ? html`<span class="reviewed">${reviewed(reviewedOn)}</span>` : nothing}
        </li>`,
    )}
  </ul>`;
}

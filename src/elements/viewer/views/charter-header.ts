import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../../../templates/heading.ts';
import { icon } from '../../../templates/icons.ts';
import { link } from '../../../templates/link.ts';
import { richText } from '../../../templates/rich-text.ts';
import type { CharterView } from './charter-view.ts';
import * as texts from '../texts.ts';

/** Title, summary, issuer and version of the charter, and what the reader can do with it. */
export function renderHeader(view: CharterView): TemplateResult {
  const { charter, level } = view;
  const { title, summary, issuer } = charter;
  return html`<header class="stack">
    ${heading(level, title, { name: 'title', focusable: true })}
    ${summary === undefined ? nothing : html`<p class="summary" part="summary">${richText(summary)}</p>`}
    <div class="muted">
      ${
        issuer
          ? html`<p part="issuer">
              ${issuer.name}${
                issuer.contact ? html` – ${link(issuer.contact.href, issuer.contact.label)}` : nothing
              }
            </p>`
          : nothing
      }
      <p>${renderVersion(view)}</p>
    </div>
    ${renderActions(view)}
  </header>`;
}

function renderVersion({ charter: { version, effectiveFrom }, localize, say }: CharterView): unknown {
  const since = effectiveFrom && localize.date(effectiveFrom);
  return say(since ? texts.versionFrom(localize, version, since) : texts.version(localize, version));
}

function renderActions({ sections, isPlain, localize, say, onPlain, onPrint }: CharterView): TemplateResult {
  const hasPlain = sections.some(({ plain }) => plain?.length);
  return html`<div class="row no-print" part="actions">
    ${
      hasPlain
        ? html`<button type="button" part="plain-button" aria-pressed=${isPlain} @click=${onPlain}>
            ${isPlain ? icon('check') : nothing}${say(texts.plain(localize))}
          </button>`
        : nothing
    }
    <button type="button" part="print-button" @click=${onPrint}>
      ${icon('print')}${say(texts.print(localize))}
    </button>
  </div>`;
}

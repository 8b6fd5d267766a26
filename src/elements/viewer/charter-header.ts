import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../../templates/heading.ts';
import { icon } from '../../templates/icons.ts';
import { link } from '../../templates/link.ts';
import { richText } from '../../templates/rich-text.ts';
import type { CharterView } from './charter-view.ts';

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
  const { msg } = localize;
  const since = effectiveFrom && localize.date(effectiveFrom);
  return say(
    since
      ? msg(str`Version ${version}, en vigueur à compter du ${since}`, {
          id: 'viewer.version-from',
          desc: 'Under the title of the charter. 0: version number, 1: date',
        })
      : msg(str`Version ${version}`, {
          id: 'viewer.version',
          desc: 'Under the title of the charter. 0: version number',
        }),
  );
}

function renderActions({ sections, isPlain, localize, say, onPlain, onPrint }: CharterView): TemplateResult {
  const { msg } = localize;
  const hasPlain = sections.some(({ plain }) => plain?.length);
  return html`<div class="row no-print" part="actions">
    ${
      hasPlain
        ? html`<button type="button" part="plain-button" aria-pressed=${isPlain} @click=${onPlain}>
            ${isPlain ? icon('check') : nothing}${say(msg('Version facile à lire', { id: 'viewer.plain', desc: 'Switch between the full text and the version in plain language (easy to read) (max 35)' }))}
          </button>`
        : nothing
    }
    <button type="button" part="print-button" @click=${onPrint}>
      ${icon('print')}${say(msg('Imprimer la charte', { id: 'viewer.print', desc: 'Button above the charter (max 30)' }))}
    </button>
  </div>`;
}

import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { CharterSource } from '../base/charter-source.ts';
import type { LocalizeController } from '../localization/localize-controller.ts';
import { icon } from './icons.ts';
import * as texts from './texts.ts';

/** What stands in place of a charter that is loading or failed; the element's children stay visible beside it. */
export function charterStatus(source: CharterSource, localize: LocalizeController): TemplateResult {
  if (source.status === 'loading') {
    // The space parts the words from what turns before them.
    return html`<slot></slot>
      <p class="muted loading" part="loading" role="status">&#32;${texts.loading(localize)}</p>`;
  }
  return html`<slot></slot>
    <div class="notice danger stack" part="error" role="alert">
      <p class="row">
        <span class="tone">${icon('alert')}</span>
        <strong>${texts.failed(localize)}</strong>
      </p>
      <p>${texts.failedAdvice(localize)}</p>
      <p class="muted" lang="en" dir="ltr">${source.error?.message}</p>
      <button type="button" part="retry-button" @click=${(event: Event) => void retry(source, event)}>
        ${texts.retry(localize)}
      </button>
    </div>`;
}

/** The button leaves with the message: the focus goes to what comes in its place, unless the reader went elsewhere. */
async function retry(source: CharterSource, { currentTarget }: Event): Promise<void> {
  const root = (currentTarget as Element).getRootNode() as ShadowRoot;
  source.reload();
  await source.answered();
  const isLost = document.activeElement === null || document.activeElement === document.body;
  if (isLost) root.querySelector<HTMLElement>('[part~=retry-button], [part~=title]')?.focus();
}

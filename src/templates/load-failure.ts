import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from './icons.ts';

/**
 * What stands in place of a document that cannot be shown; the element's children stay visible beside it.
 *
 * @param reload - Loads again; resolves once the answer is on screen.
 * @param failed - What could not be shown.
 * @param retry - Label of the button.
 * @param advice - What a person can do.
 */
export function renderLoadFailure(
  error: Error | undefined,
  reload: () => Promise<unknown>,
  failed: string,
  retry: string,
  advice?: string,
): TemplateResult {
  return html`<slot></slot>
    <div class="notice danger stack" part="error" role="alert">
      <p class="row">
        <span class="tone">${icon('alert')}</span>
        <strong>${failed}</strong>
      </p>
      ${advice && html`<p>${advice}</p>`}
      <p class="muted" lang="en" dir="ltr">${error?.message}</p>
      <button type="button" part="retry-button" @click=${(event: Event) => void tryAgain(reload, event)}>
        ${retry}
      </button>
    </div>`;
}

/** The button leaves with the message: the focus goes to what comes in its place, unless the reader went elsewhere. */
async function tryAgain(reload: () => Promise<unknown>, { currentTarget }: Event): Promise<void> {
  const root = (currentTarget as Element).getRootNode() as ShadowRoot;
  await reload();
  const isLost = document.activeElement === null || document.activeElement === document.body;
  if (isLost) root.querySelector<HTMLElement>('[part~=retry-button], [part~=title]')?.focus();
}

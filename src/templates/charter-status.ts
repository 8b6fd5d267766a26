import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { CharterSource } from '../base/charter-source.ts';
import type { LocalizeController } from '../localization/localize-controller.ts';
import { icon } from './icons.ts';

/** What stands in place of a charter that is loading or failed; the element's children stay visible beside it. */
export function charterStatus(source: CharterSource, { msg }: LocalizeController): TemplateResult {
  if (source.status === 'loading') {
    return html`<slot></slot>
      <p class="muted loading" part="loading" role="status">
        ${msg('Chargement de la charte…', { id: 'charter.loading', desc: 'Shown while the charter is on its way' })}
      </p>`;
  }
  return html`<slot></slot>
    <div class="notice danger stack" part="error" role="alert">
      <p class="row">
        <span class="tone">${icon('alert')}</span>
        <strong
          >${msg('La charte n’a pas pu être affichée.', { id: 'charter.failed', desc: 'First line of the message in place of a charter that cannot be shown' })}</strong
        >
      </p>
      <p>
        ${msg(
          'Réessayez dans un instant. Si cela se reproduit, transmettez le détail ci-dessous au service informatique.',
          {
            id: 'charter.failed-advice',
            desc: 'Below charter.failed; the technical detail follows in English',
          },
        )}
      </p>
      <p class="muted" lang="en" dir="ltr">${source.error?.message}</p>
      <button type="button" part="retry-button" @click=${(event: Event) => void retry(source, event)}>
        ${msg('Réessayer', { id: 'charter.retry', desc: 'Button below charter.failed (max 30)' })}
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

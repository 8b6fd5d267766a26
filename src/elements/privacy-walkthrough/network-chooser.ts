import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { LocalizeController } from '../../localization/localize-controller.ts';
import type { Network } from '../../networks/networks.ts';
import type { Progress } from '../../networks/progress.ts';
import { heading } from '../../templates/heading.ts';
import { progressText } from './network-view.ts';
import type { NetworkView } from './network-view.ts';

export interface ChooserView {
  readonly localize: LocalizeController;
  readonly say: NetworkView['say'];
  readonly offered: readonly Network[];
  readonly open: Network | undefined;
  readonly progress: Progress;
  /** Level of the heading. */
  readonly level: number;
  readonly onPick: (id: string) => void;
}

/** Every network on offer, with how far the reader got in it. */
export function renderChooser(view: ChooserView): TemplateResult {
  const { localize, say, offered, open, progress, level, onPick } = view;
  return html`<section class="networks no-print" part="networks">
    ${heading(level, localize.msg('Choisissez un réseau', { id: 'privacy-walkthrough.choose' }), {
      name: 'networks-title',
    })}
    <ul role="list">
      ${offered.map(
        (network) =>
          html`<li>
            <button
              type="button"
              part="network-button"
              aria-current=${network === open ? 'true' : nothing}
              @click=${() => onPick(network.id)}
            >
              <span>${say(network.name)}</span>
              <span class="muted">${progressText(localize, progress, network)}</span>
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}

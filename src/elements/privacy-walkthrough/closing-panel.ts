import { str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { openableLink } from '../../networks/links.ts';
import type { Network } from '../../networks/networks.ts';
import { remainingSteps } from '../../networks/progress.ts';
import { heading } from '../../templates/heading.ts';
import { icon } from '../../templates/icons.ts';
import type { NetworkView } from './network-view.ts';

export interface ClosingPanelActions {
  /** The next network that has something left to do. */
  readonly next: Network | undefined;
  readonly onNext: (id: string) => void;
  readonly onReminder: () => void;
}

const shownKinds = ['help', 'export', 'delete', 'rights'];

/** What comes after the last answer of a network. */
export function renderClosingPanel(view: NetworkView, actions: ClosingPanelActions): TemplateResult {
  const { localize, network, progress, level, instance, say } = view;
  const { msg } = localize;
  const left = remainingSteps(progress, network).length;
  const links = network.links
    .filter(({ kind }) => shownKinds.includes(kind))
    .map((link) => ({ label: link.label, href: openableLink(network, link, instance) }))
    .filter(({ href }) => href !== undefined);
  const title = msg(str`Vous avez fait le tour : ${network.name}`, {
    id: 'privacy-walkthrough.closing',
    desc: '0: network',
  });
  return html`<section class="notice success stack" part="closing">
    ${heading(level + 1, title, { name: 'closing-title' })}
    ${
      left > 0
        ? html`<p>
            ${msg(str`Réglages laissés pour plus tard : ${left}`, {
              id: 'privacy-walkthrough.left',
              desc: '0: number of settings',
            })}
          </p>`
        : nothing
    }
    <p>
      ${msg(
        'Regardez maintenant votre profil comme le verrait une personne inconnue : ouvrez une fenêtre de navigation privée, sans vous connecter, et cherchez votre nom.',
        { id: 'privacy-walkthrough.stranger' },
      )}
    </p>
    ${
      links.length > 0
        ? html`<ul class="links no-print" role="list">
            ${links.map(
              ({ label, href }) =>
                html`<li>
                  <a part="network-link" href=${href} target="_blank" rel="noopener noreferrer"
                    >${say(label)}
                    ${msg('(nouvelle fenêtre)', {
                      id: 'privacy-walkthrough.new-window',
                    })}</a
                  >
                </li>`,
            )}
          </ul>`
        : nothing
    }
    <div class="row no-print">
      ${
        actions.next
          ? html`<button
              type="button"
              class="primary"
              part="next-button"
              @click=${() => actions.onNext(actions.next!.id)}
            >
              ${msg(str`Réseau suivant : ${actions.next.name}`, {
                id: 'privacy-walkthrough.next',
                desc: '0: network',
              })}
            </button>`
          : nothing
      }
      <button type="button" part="reminder-button" @click=${actions.onReminder}>
        ${icon('calendar')}
        ${msg('Rappel tous les trois mois (fichier d’agenda)', { id: 'privacy-walkthrough.reminder' })}
      </button>
    </div>
  </section>`;
}

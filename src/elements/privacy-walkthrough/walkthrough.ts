import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { readInstance } from '../../networks/links.ts';
import { remainingSteps } from '../../networks/progress.ts';
import { heading } from '../../templates/heading.ts';
import { icon } from '../../templates/icons.ts';
import { renderNetwork } from './network-section.ts';
import { guessPlatform } from './platform.ts';
import { dataMarker, progressText } from './view.ts';
import type { WalkthroughView } from './view.ts';

/** Everything that is shown once the data is there: this module and those it imports arrive with it. */
export function renderWalkthrough(view: WalkthroughView): TemplateResult {
  const { localize, data, hasFileError, offered, open, level, now } = view;
  const { reviewDue } = data;
  // The day itself still counts.
  const isOverdue = reviewDue !== undefined && new Date(`${reviewDue}T23:59:59`) < now;
  const title = localize.msg('Régler la confidentialité de vos réseaux', {
    id: 'privacy-walkthrough.title',
    desc: 'Title of the walkthrough through the privacy settings of social networks',
  });
  return html`<div class="intro stack">
      ${heading(level, title, { name: 'title', focusable: true })} ${renderStorage(view)}
      ${
        hasFileError
          ? html`<p class="notice warning" part="file-notice">
              ${localize.msg(
                'Le fichier de votre établissement n’a pas pu être lu : voici les réglages fournis d’origine.',
                {
                  id: 'privacy-walkthrough.file-notice',
                  desc: 'Notice when the data file of the hospital is broken and the built-in one is shown',
                },
              )}
            </p>`
          : nothing
      }
      ${
        isOverdue
          ? html`<p class="notice warning" part="review-notice">
              ${localize.msg(
                str`Ces indications étaient à revoir le ${localize.date(reviewDue)} : les libellés ont peut-être changé.`,
                {
                  id: 'privacy-walkthrough.review-notice',
                  desc: 'Notice when the data is old. 0: date on which it should have been checked',
                },
              )}
            </p>`
          : nothing
      }
    </div>
    <div class="layout">
      ${offered.length > 1 ? renderChooser(view) : nothing}
      ${
        open
          ? renderNetwork({
              ...view,
              network: open,
              platform: view.platform ?? guessPlatform(),
              instance: readInstance(view.server),
              isOverdue,
              mark: dataMarker(view),
            })
          : nothing
      }
    </div>
    ${renderActions(view)}`;
}

/** What becomes of the answers; where the page does not keep them, the reader may. */
function renderStorage({ localize, persist, isRemembered, actions }: WalkthroughView): TemplateResult {
  const { msg } = localize;
  return html`<div class="no-print" part="storage">
    <p>
      ${msg('Vos réponses restent dans ce navigateur.', { id: 'privacy-walkthrough.privacy', desc: 'Under the title; one of the three privacy-walkthrough.kept-… follows' })}
      ${
        persist === 'session'
          ? msg('Elles sont oubliées quand vous fermez l’onglet.', {
              id: 'privacy-walkthrough.kept-session',
              desc: 'Second sentence: “they” are the answers',
            })
          : persist === 'local' || isRemembered
            ? msg('Elles sont mémorisées sur cet appareil.', {
                id: 'privacy-walkthrough.kept-local',
                desc: 'Second sentence: “they” are the answers',
              })
            : msg('Elles sont oubliées quand vous quittez la page.', {
                id: 'privacy-walkthrough.kept-none',
                desc: 'Second sentence: “they” are the answers',
              })
      }
    </p>
    ${
      persist === 'none'
        ? html`<label class="remember" part="remember">
            <input
              type="checkbox"
              part="checkbox"
              .checked=${live(isRemembered)}
              @change=${actions.remember}
            />
            ${msg('Mémoriser sur cet appareil', { id: 'privacy-walkthrough.remember', desc: 'Check box: keep the answers on this device' })}
          </label>`
        : nothing
    }
  </div>`;
}

/** Every network on offer, with how far the reader got in it. */
function renderChooser(view: WalkthroughView): TemplateResult {
  const { localize, offered, open, progress, level, actions } = view;
  const mark = dataMarker(view);
  return html`<section class="networks no-print" part="networks">
    ${heading(
      level + 1,
      localize.msg('Choisissez un réseau', {
        id: 'privacy-walkthrough.choose',
        desc: 'Label above the buttons with the networks',
      }),
      {
        name: 'networks-title',
      },
    )}
    <ul role="list">
      ${offered.map(
        (network) =>
          html`<li>
            <button
              type="button"
              part="network-button"
              aria-current=${network === open ? 'true' : nothing}
              @click=${() => actions.pick(network.id)}
            >
              <span>${mark(network.name)}</span>
              <span class="muted">${progressText(localize, progress, network)}</span>
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Printing and erasing; an erasure is confirmed, since it cannot be undone. */
function renderActions({ localize, open, progress, isErasing, actions }: WalkthroughView): TemplateResult {
  const { msg } = localize;
  if (isErasing) {
    return html`<div class="row no-print" part="actions">
      <p id="erase">
        ${msg('Effacer toutes vos réponses ?', { id: 'privacy-walkthrough.erase-question', desc: 'Question before all answers are erased' })}
      </p>
      <button type="button" part="confirm-button" aria-describedby="erase" @click=${actions.reset}>
        ${msg('Oui, tout effacer', { id: 'privacy-walkthrough.erase-confirm', desc: 'Button that answers the question: yes (max 30)' })}
      </button>
      <button type="button" class="quiet" part="cancel-button" @click=${() => actions.erase(false)}>
        ${msg('Annuler', { id: 'privacy-walkthrough.erase-cancel', desc: 'Button that answers the question: no (max 20)' })}
      </button>
    </div>`;
  }
  return html`<div class="row no-print" part="actions">
    ${
      open && remainingSteps(progress, open).length > 0
        ? html`<button type="button" part="print-button" @click=${actions.print}>
            ${icon('print')}
            ${msg('Imprimer ce qui reste à faire', { id: 'privacy-walkthrough.print', desc: 'Button: prints the settings that are not done yet' })}
          </button>`
        : nothing
    }
    ${
      Object.keys(progress).length > 0
        ? html`<button type="button" class="quiet" part="reset-button" @click=${() => actions.erase(true)}>
            ${msg('Tout effacer', { id: 'privacy-walkthrough.erase', desc: 'Button: erases all answers, after a question (max 25)' })}
          </button>`
        : nothing
    }
  </div>`;
}

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { readInstance } from '../../../networks/links.ts';
import { remainingSteps } from '../../../networks/progress.ts';
import { heading } from '../../../templates/heading.ts';
import { icon } from '../../../templates/icons.ts';
import { liveText } from '../../../templates/live-text.ts';
import { renderNetwork } from './network-section.ts';
import { guessPlatform } from '../platform.ts';
import { dataMarker, progressText } from './view.ts';
import type { WalkthroughView } from './view.ts';
import * as walkthroughTexts from '../walkthrough-texts.ts';

export { offeredNetworks } from '../offered-networks.ts';
export { printRemaining } from '../print-remaining.ts';

/** Everything that is shown once the data is there: this module and those it imports arrive with it. */
export function renderWalkthrough(view: WalkthroughView): TemplateResult {
  const { localize, data, hasFileError, offered, open, level, now } = view;
  const { reviewDue } = data;
  // The day itself still counts.
  const isOverdue = reviewDue !== undefined && new Date(`${reviewDue}T23:59:59`) < now;
  const title = walkthroughTexts.title(localize);
  return html`<div class="intro stack">
      ${heading(level, title, { name: 'title', focusable: true })} ${renderStorage(view)}
      ${
        hasFileError
          ? html`<p class="notice warning" part="file-notice">${walkthroughTexts.fileNotice(localize)}</p>`
          : nothing
      }
      ${
        isOverdue
          ? html`<p class="notice warning" part="review-notice">
              ${walkthroughTexts.reviewNotice(localize, localize.date(reviewDue))}
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
  return html`<div class="no-print" part="storage">
    <p>
      ${walkthroughTexts.privacy(localize)}
      ${
        persist === 'session'
          ? walkthroughTexts.keptSession(localize)
          : persist === 'local' || isRemembered
            ? walkthroughTexts.keptLocal(localize)
            : walkthroughTexts.keptNone(localize)
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
            ${walkthroughTexts.remember(localize)}
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
    ${heading(level + 1, walkthroughTexts.choose(localize), {
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
              @click=${() => actions.pick(network.id)}
            >
              <span>${mark(network.name)}</span>
              <span class="muted">${liveText(progressText(localize, progress, network))}</span>
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Printing and erasing; an erasure is confirmed, since it cannot be undone. */
function renderActions({ localize, open, progress, isErasing, actions }: WalkthroughView): TemplateResult {
  if (isErasing) {
    return html`<div class="row no-print" part="actions">
      <p id="erase">${walkthroughTexts.eraseQuestion(localize)}</p>
      <button type="button" part="confirm-button" aria-describedby="erase" @click=${actions.reset}>
        ${walkthroughTexts.eraseConfirm(localize)}
      </button>
      <button type="button" class="quiet" part="cancel-button" @click=${() => actions.erase(false)}>
        ${walkthroughTexts.eraseCancel(localize)}
      </button>
    </div>`;
  }
  return html`<div class="row no-print" part="actions">
    ${
      open && remainingSteps(progress, open).length > 0
        ? html`<button type="button" part="print-button" @click=${actions.print}>
            ${icon('print')} ${walkthroughTexts.print(localize)}
          </button>`
        : nothing
    }
    ${
      Object.keys(progress).length > 0
        ? html`<button type="button" class="quiet" part="reset-button" @click=${() => actions.erase(true)}>
            ${walkthroughTexts.erase(localize)}
          </button>`
        : nothing
    }
  </div>`;
}

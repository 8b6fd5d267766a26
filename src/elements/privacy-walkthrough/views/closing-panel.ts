import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { downloadText } from '../../../behaviors/download.ts';
import { openableLink } from '../../../networks/links.ts';
import type { Network } from '../../../networks/networks.ts';
import { isNetworkComplete, remainingSteps } from '../../../networks/progress.ts';
import { heading } from '../../../templates/heading.ts';
import { icon } from '../../../templates/icons.ts';
import type { NetworkView } from './view.ts';
import * as walkthroughTexts from '../walkthrough-texts.ts';
import { liveText } from '../../../templates/live-text.ts';

/** Links to settings and to two-factor authentication belong to the steps themselves. */
const shownKinds = ['help', 'export', 'delete', 'rights'];

/** What comes after the last answer of a network, also where some were "later". It takes no focus: nobody is interrupted. */
export function renderClosingPanel(view: NetworkView): TemplateResult {
  const { localize, network, progress, level, instance, mark, actions } = view;
  const left = remainingSteps(progress, network).length;
  const links = network.links
    .filter(({ kind }) => shownKinds.includes(kind))
    .map((link) => ({ label: link.label, href: openableLink(network, link, instance) }))
    .filter(({ href }) => href !== undefined);
  const next = nextNetwork(view);
  const title = walkthroughTexts.closing(localize, network.name);
  return html`<section class="notice success stack" part="closing">
    ${heading(level + 2, title, { name: 'closing-title' })}
    ${left > 0 ? html`<p>${liveText(walkthroughTexts.left(localize, left))}</p>` : nothing}
    <p>${walkthroughTexts.stranger(localize)}</p>
    ${
      links.length > 0
        ? html`<ul class="links no-print" role="list">
            ${links.map(
              ({ label, href }) =>
                html`<li>
                  <a part="network-link" href=${href} target="_blank" rel="noopener noreferrer"
                    >${mark(label)} ${walkthroughTexts.newWindow(localize)}</a
                  >
                </li>`,
            )}
          </ul>`
        : nothing
    }
    <div class="row no-print" part="actions">
      ${
        next
          ? html`<button
              type="button"
              class="primary"
              part="next-button"
              @click=${() => actions.pick(next.id)}
            >
              ${liveText(walkthroughTexts.next(localize, next.name))}
            </button>`
          : nothing
      }
      <button type="button" part="reminder-button" @click=${() => void offerReminder(view)}>
        ${icon('calendar')} ${walkthroughTexts.reminder(localize)}
      </button>
    </div>
  </section>`;
}

/** The next network on offer, after the open one and round again, that has a setting without an outcome. */
function nextNetwork({ offered, network, progress }: NetworkView): Network | undefined {
  const after = offered.indexOf(network) + 1;
  return [...offered.slice(after), ...offered.slice(0, after)].find(
    (other) => !isNetworkComplete(progress, other),
  );
}

/** Offers a calendar file that brings the reader back to this page every three months. */
async function offerReminder({ localize, now, actions }: NetworkView): Promise<void> {
  const texts = {
    summary: walkthroughTexts.reminderTitle(localize),
    description: walkthroughTexts.reminderText(localize),
  };
  try {
    const { createReminder } = await import('../../../networks/reminder.ts');
    downloadText(await createReminder(texts, location.href, now), 'rappel.ics', 'text/calendar');
  } catch (cause) {
    console.error(cause);
    actions.tell(() => walkthroughTexts.reminderFailed(localize));
  }
}

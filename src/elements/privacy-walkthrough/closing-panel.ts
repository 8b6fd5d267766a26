import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { downloadText } from '../../behaviors/download.ts';
import { openableLink } from '../../networks/links.ts';
import type { Network } from '../../networks/networks.ts';
import { isNetworkComplete, remainingSteps } from '../../networks/progress.ts';
import { heading } from '../../templates/heading.ts';
import { icon } from '../../templates/icons.ts';
import type { NetworkView } from './view.ts';

/** Links to settings and to two-factor authentication belong to the steps themselves. */
const shownKinds = ['help', 'export', 'delete', 'rights'];

/** What comes after the last answer of a network, also where some were "later". It takes no focus: nobody is interrupted. */
export function renderClosingPanel(view: NetworkView): TemplateResult {
  const { localize, network, progress, level, instance, mark, actions } = view;
  const { msg } = localize;
  const left = remainingSteps(progress, network).length;
  const links = network.links
    .filter(({ kind }) => shownKinds.includes(kind))
    .map((link) => ({ label: link.label, href: openableLink(network, link, instance) }))
    .filter(({ href }) => href !== undefined);
  const next = nextNetwork(view);
  const title = msg(str`Vous avez fait le tour : ${network.name}`, {
    id: 'privacy-walkthrough.closing',
    desc: 'Heading of the panel at the end of a network. 0: name of the network, such as Facebook',
  });
  return html`<section class="notice success stack" part="closing">
    ${heading(level + 2, title, { name: 'closing-title' })}
    ${
      left > 0
        ? html`<p>
            ${localize.plural(
              left,
              () =>
                msg(str`${localize.number(left)} réglage laissé pour plus tard`, {
                  id: 'privacy-walkthrough.left.one',
                  desc: 'In the panel at the end of a network. 0: number of settings answered “later”',
                }),
              () =>
                msg(str`${localize.number(left)} réglages laissés pour plus tard`, {
                  id: 'privacy-walkthrough.left.other',
                  desc: 'In the panel at the end of a network. 0: number of settings answered “later”',
                }),
            )}
          </p>`
        : nothing
    }
    <p>
      ${msg(
        'Regardez maintenant votre profil comme le verrait une personne inconnue : ouvrez une fenêtre de navigation privée, sans vous connecter, et cherchez votre nom.',
        {
          id: 'privacy-walkthrough.stranger',
          desc: 'Advice at the end of a network: look at one’s own profile in a private window',
        },
      )}
    </p>
    ${
      links.length > 0
        ? html`<ul class="links no-print" role="list">
            ${links.map(
              ({ label, href }) =>
                html`<li>
                  <a part="network-link" href=${href} target="_blank" rel="noopener noreferrer"
                    >${mark(label)}
                    ${msg('(nouvelle fenêtre)', {
                      id: 'privacy-walkthrough.new-window',
                      desc: 'After a link that opens a new window',
                    })}</a
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
              ${msg(str`Réseau suivant : ${next.name}`, {
                id: 'privacy-walkthrough.next',
                desc: 'Button at the end of a network. 0: name of the next network (max 35 with it)',
              })}
            </button>`
          : nothing
      }
      <button type="button" part="reminder-button" @click=${() => void offerReminder(view)}>
        ${icon('calendar')}
        ${msg('Rappel tous les trois mois (fichier d’agenda)', { id: 'privacy-walkthrough.reminder', desc: 'Button that downloads a calendar file (.ics) with a reminder every three months' })}
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
  const { msg } = localize;
  const texts = {
    summary: msg('Revoir mes réglages de confidentialité', {
      id: 'privacy-walkthrough.reminder-title',
      desc: 'Title of the event in the person’s calendar',
    }),
    description: msg('Les réseaux changent souvent leurs réglages : refaites le tour.', {
      id: 'privacy-walkthrough.reminder-text',
      desc: 'Text of the event in the person’s calendar; the address of the page follows',
    }),
  };
  try {
    const { createReminder } = await import('../../networks/reminder.ts');
    downloadText(await createReminder(texts, location.href, now), 'rappel.ics', 'text/calendar');
  } catch (cause) {
    console.error(cause);
    actions.tell(() =>
      msg('Le rappel n’a pas pu être préparé.', {
        id: 'privacy-walkthrough.reminder-failed',
        desc: 'Error after the button of the reminder',
      }),
    );
  }
}

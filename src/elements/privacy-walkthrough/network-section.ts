import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { instancePlaceholder } from '../../networks/links.ts';
import { platforms } from '../../networks/platforms.ts';
import { isNetworkComplete, settledSteps } from '../../networks/progress.ts';
import { heading } from '../../templates/heading.ts';
import { icon } from '../../templates/icons.ts';
import { renderClosingPanel } from './closing-panel.ts';
import { platformName } from './platform.ts';
import { progressText } from './view.ts';
import type { NetworkView } from './view.ts';
import { renderChoices, renderStep } from './walkthrough-step.ts';

/**
 * The network that is open: progress, device, settings in order, and what comes after. Its lists are made afresh for each
 * network, so that the fold closes again and no radio button keeps the answer of the one before.
 */
export function renderNetwork(view: NetworkView): TemplateResult {
  const { localize, network, progress, level, mark } = view;
  const reinforced = network.steps.filter(({ priority }) => priority === 'reinforced');
  const essential = network.steps.filter((step) => !reinforced.includes(step));
  return html`<section class="network" part="network">
    <div class="stack">
      ${heading(level + 1, mark(network.name), {
        name: 'network-title',
        focusable: true,
      })}
      ${network.summary === undefined ? nothing : html`<p>${mark(network.summary)}</p>`}
      ${renderProgress(view)} ${renderPlatforms(view)}
      ${network.hosts.some((host) => host.includes(instancePlaceholder)) ? renderInstance(view) : nothing}
    </div>
    ${keyed(
      network.id,
      html`<ol class="steps" part="steps">
          ${essential.map((step) => renderStep(step, view))}
        </ol>
        ${
          reinforced.length > 0
            ? html`<details part="reinforced">
                <summary>
                  ${localize.msg('Pour aller plus loin', { id: 'privacy-walkthrough.reinforced', desc: 'Heading above optional, stricter settings' })}
                  <span class="muted"
                    >${progressText(localize, progress, { ...network, steps: reinforced })}</span
                  >
                </summary>
                <ol class="steps" part="steps" start=${essential.length + 1}>
                  ${reinforced.map((step) => renderStep(step, view))}
                </ol>
              </details>`
            : nothing
        }`,
    )}
    ${isNetworkComplete(progress, network) ? renderClosingPanel(view) : nothing}
  </section>`;
}

/** A count, never a grade: the bar only repeats it, for the eye. The words are the status message that an answer brings. */
function renderProgress({ localize, network, progress }: NetworkView): TemplateResult {
  const count = progressText(localize, progress, network);
  const isDone = isNetworkComplete(progress, network);
  return html`<div part="progress">
    <p id="count" role="status">
      ${isDone ? html`<span class="success tone">${icon('check')}</span>` : nothing}
      ${
        isDone
          ? localize.msg(str`Réglages faits : ${count}. Le tour est terminé.`, {
              id: 'privacy-walkthrough.finished',
              desc: 'Status when every setting of a network was answered. 0: a count such as “10 of 10”',
            })
          : localize.msg(str`Réglages faits : ${count}`, {
              id: 'privacy-walkthrough.progress',
              desc: 'Status above the settings of a network. 0: a count such as “3 of 10”',
            })
      }
    </p>
    <progress
      class="no-print"
      aria-hidden="true"
      max=${network.steps.length || 1}
      .value=${settledSteps(progress, network)}
    ></progress>
  </div>`;
}

/** The guess may be wrong, and people read on a ward's computer what they will set on their phone. */
function renderPlatforms({ localize, platform, actions }: NetworkView): TemplateResult {
  return html`<fieldset part="platform" class="no-print">
    <legend>
      ${localize.msg('Votre appareil', { id: 'privacy-walkthrough.platform', desc: 'Label of the choice between computer, iPhone and Android' })}
    </legend>
    ${renderChoices('platform', platforms, platform, {
      nameOf: (name) => platformName(localize, name),
      onChoice: actions.choosePlatform,
    })}
  </fieldset>`;
}

/** The server is kept in memory only: it can tell who the person is. */
function renderInstance(view: NetworkView): TemplateResult {
  const { localize, server, isTyping, instance, actions } = view;
  const { msg } = localize;
  // Nobody is told of an error while still typing.
  const hasError = !isTyping && server.trim() !== '' && instance === undefined;
  return html`<div class="instance no-print" part="instance">
    <label for="instance">
      ${msg('Adresse de votre serveur', { id: 'privacy-walkthrough.instance', desc: 'Label of a field for the address of one’s own server, for networks such as Mastodon' })}
    </label>
    <p class="muted" id="instance-hint">
      ${msg('Par exemple mastodon.example. Elle sert à ouvrir ses réglages et reste dans cette page.', {
        id: 'privacy-walkthrough.instance-hint',
        desc: 'Hint under the field for the server; keep mastodon.example',
      })}
    </p>
    <input
      id="instance"
      type="text"
      inputmode="url"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      dir="ltr"
      aria-describedby="instance-hint instance-error"
      aria-invalid=${hasError}
      .value=${server}
      @input=${actions.typeServer}
      @change=${actions.typeServer}
    />
    <p class="danger tone" id="instance-error" role="status">
      ${
        hasError
          ? msg('Cette adresse n’est pas celle d’un serveur : écrivez par exemple mastodon.example.', {
              id: 'privacy-walkthrough.instance-error',
              desc: 'Error under the field for the server; keep mastodon.example',
            })
          : nothing
      }
    </p>
  </div>`;
}

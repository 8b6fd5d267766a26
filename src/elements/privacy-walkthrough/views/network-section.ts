import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { instancePlaceholder } from '../../../networks/links.ts';
import { platforms } from '../../../networks/platforms.ts';
import { isNetworkComplete, settledSteps } from '../../../networks/progress.ts';
import { heading } from '../../../templates/heading.ts';
import { icon } from '../../../templates/icons.ts';
import { liveText } from '../../../templates/live-text.ts';
import { renderClosingPanel } from './closing-panel.ts';
import { progressText } from './view.ts';
import type { NetworkView } from './view.ts';
import { renderChoices, renderStep } from './walkthrough-step.ts';
import * as walkthroughTexts from '../walkthrough-texts.ts';

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
                  ${walkthroughTexts.reinforced(localize)}
                  <span class="muted"
                    >${liveText(progressText(localize, progress, { ...network, steps: reinforced }))}</span
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
  return html`<div class="progress" part="progress">
    <p id="count" role="status">
      ${isDone ? html`<span class="success tone">${icon('check')}</span>` : nothing}
      ${liveText(isDone ? walkthroughTexts.finished(localize, count) : walkthroughTexts.progress(localize, count))}
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
    <legend>${walkthroughTexts.platform(localize)}</legend>
    ${renderChoices('platform', platforms, platform, {
      nameOf: (name) => walkthroughTexts.platformNames[name](localize),
      onChoice: actions.choosePlatform,
    })}
  </fieldset>`;
}

/** The server is kept in memory only: it can tell who the person is. */
function renderInstance(view: NetworkView): TemplateResult {
  const { localize, server, isTyping, instance, actions } = view;
  // Nobody is told of an error while still typing.
  const hasError = !isTyping && server.trim() !== '' && instance === undefined;
  return html`<div class="instance no-print" part="instance">
    <label for="instance"> ${walkthroughTexts.instance(localize)} </label>
    <p class="muted" id="instance-hint">${walkthroughTexts.instanceHint(localize)}</p>
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
      ${hasError ? walkthroughTexts.instanceError(localize) : nothing}
    </p>
  </div>`;
}

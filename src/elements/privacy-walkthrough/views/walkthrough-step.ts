import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { quotesOf } from '../../../localization/quote.ts';
import { openableLink } from '../../../networks/links.ts';
import { platforms } from '../../../networks/platforms.ts';
import type { Step } from '../../../networks/networks.ts';
import type { Platform } from '../../../networks/platforms.ts';
import { currentOutcome, needsRecheck, stepOutcomes } from '../../../networks/progress.ts';
import type { StepOutcome } from '../../../networks/progress.ts';
import { heading } from '../../../templates/heading.ts';
import { icon } from '../../../templates/icons.ts';
import * as stepTexts from '../step-texts.ts';
import type { NetworkView } from './view.ts';
import * as walkthroughTexts from '../walkthrough-texts.ts';

type Part = TemplateResult | typeof nothing;

/** One privacy setting: goal, reason, where it is, the advised value, and what became of it. */
export function renderStep(step: Step, view: NetworkView): TemplateResult {
  const { localize, progress, level, mark } = view;
  const outcome = currentOutcome(progress, step);
  const isSettled = outcome !== undefined && outcome !== 'later';
  const sign = isSettled ? icon('check') : outcome && icon('clock');
  return html`<li class="step ${isSettled ? 'settled' : ''}" part="step">
    ${heading(level + 2, html`${mark(step.title)} ${sign}`, { name: 'step-title' })}
    ${
      needsRecheck(progress, step)
        ? html`<p class="warning tone" part="recheck">${stepTexts.recheck(localize)}</p>`
        : nothing
    }
    <p>${mark(step.why)}</p>
    <dl class="facts" part="facts">
      ${renderPath(step, view)} ${renderLabel(step, view)}
      ${fact(stepTexts.recommended(localize), 'recommended', prose(step.recommended, view))}
    </dl>
    ${renderLink(step, view)}
    ${step.note === undefined ? nothing : html`<p class="muted" part="note">${prose(step.note, view)}</p>`}
    ${renderReview(step, view)} ${renderOutcomes(step, outcome, view)}
  </li>`;
}

function fact(name: string, part: string, content: unknown): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd part=${part}>${content}</dd>
  </div>`;
}

/** The platforms whose path is shown: the reader's, or every other one where the setting is not found on theirs. */
function shownPlatforms({ paths }: Step, { platform }: NetworkView): Platform[] {
  return paths[platform].length > 0 ? [platform] : platforms.filter((name) => paths[name].length > 0);
}

/** The path in the menus, in words: names and places move too often for pictures. */
function renderPath(step: Step, view: NetworkView): Part {
  const { localize, platform, mark } = view;
  const shown = shownPlatforms(step, view);
  if (shown.length === 0) return nothing;
  const device = (name: Platform): string =>
    stepTexts.pathOn(localize, walkthroughTexts.platformNames[name](localize));
  return fact(
    stepTexts.path(localize),
    'path',
    shown.map(
      (name) =>
        html`<div>
          ${name === platform ? nothing : device(name)}
          <ol class="path" role="list">
            ${step.paths[name].map(
              (segment) =>
                html`<li>${mark(typeof segment === 'string' ? segment : quoted(segment.label, view))}</li>`,
            )}
          </ol>
        </div>`,
    ),
  );
}

/** The name of the setting, unless the path has just ended on it. */
function renderLabel(step: Step, view: NetworkView): Part {
  const { label } = step;
  if (!label) return nothing;
  const { localize, mark } = view;
  const { text } = label;
  const isOwn = label.status === 'translated';
  const shown = shownPlatforms(step, view);
  const isSaid = shown.every((name) => {
    const last = step.paths[name].at(-1);
    return typeof last === 'object' ? last.label === text : isOwn && last?.endsWith(text);
  });
  if (isSaid && shown.length > 0) return nothing;
  return fact(
    stepTexts.label(localize),
    'label',
    // Our own translation is not what the screen says: it is called a section, and never quoted.
    isOwn ? stepTexts.ownLabel(localize, mark(text)) : mark(quoted(text, view)),
  );
}

/** A text that may quote the screen; once the labels are in doubt, it quotes no more. */
function prose(text: string, { data, isOverdue, mark }: NetworkView): unknown {
  if (!isOverdue) return mark(text);
  const [open, close] = quotesOf(data.locale).map((quote) => quote.trim());
  return mark(text.replace(new RegExp(`${open}\\s*|\\s*${close}`, 'g'), ''));
}

/** Words seen on the screen, in the quotation marks of the data's language. */
function quoted(text: string, { data, isOverdue }: NetworkView): string {
  const [open, close] = isOverdue ? ['', ''] : quotesOf(data.locale);
  return open + text + close;
}

/** Only a verified address of the network's own hosts is a link; elsewhere the path says where to go. */
function renderLink({ link, title }: Step, { localize, network, instance, mark }: NetworkView): Part {
  const href = openableLink(network, link, instance);
  if (href === undefined) return nothing;
  const isApp = href.startsWith('tg:');
  // The goal ends the name: without it, several links of a page would have the same.
  return html`<p class="no-print">
    <a class="open" part="link" href=${href} target="_blank" rel="noopener noreferrer"
      >${icon('external')}<span
        ><strong
          >${
            isApp ? stepTexts.openApp(localize, network.name) : stepTexts.open(localize, network.name)
          }</strong
        >
        ${isApp ? nothing : stepTexts.openHint(localize)}<span class="visually-hidden">
          – ${mark(title)}</span
        ></span
      ></a
    >
  </p>`;
}

/** When it was checked; and the age of the evidence, where it is older. */
function renderReview({ reviewedOn, attestedOn = '' }: Step, { localize }: NetworkView): TemplateResult {
  // A month or a year may stand alone; other texts, and months that no calendar has, are left out.
  const attested = new Date(`${attestedOn}-01-01`.slice(0, 10));
  const isDate = /^\d{4}(-\d\d){0,2}$/.test(attestedOn) && !Number.isNaN(attested.getTime());
  const isOlder = isDate && !reviewedOn.startsWith(attestedOn.slice(0, 7));
  const reviewed = localize.date(reviewedOn);
  const since =
    isOlder &&
    localize.date(attested, {
      year: 'numeric',
      ...(attestedOn.length > 4 && { month: 'long' }),
      timeZone: 'UTC',
    });
  return html`<p class="muted" part="reviewed">
    ${since ? stepTexts.attested(localize, reviewed, since) : stepTexts.reviewed(localize, reviewed)}
  </p>`;
}

/** No answer is chosen in advance: a result is what the person says it is. */
function renderOutcomes(step: Step, outcome: StepOutcome | undefined, view: NetworkView): TemplateResult {
  const { localize, network, mark, actions } = view;
  return html`<fieldset part="outcome">
    <legend>${stepTexts.outcome(localize)}<span class="visually-hidden"> – ${mark(step.title)}</span></legend>
    ${renderChoices(`outcome-${step.id}`, stepOutcomes, outcome, {
      nameOf: (value) => stepTexts.outcomeNames[value](localize),
      onChoice: (value) => actions.answer(network, step, value),
    })}
  </fieldset>`;
}

/** Radio buttons, one of which may be chosen. */
export function renderChoices<Value extends string>(
  name: string,
  values: readonly Value[],
  chosen: Value | undefined,
  { nameOf, onChoice }: { nameOf: (value: Value) => string; onChoice: (value: Value) => void },
): TemplateResult {
  return html`<div class="choices">
    ${values.map(
      (value) =>
        html`<label class="choice" part="choice">
          <input
            type="radio"
            name=${name}
            .value=${value}
            .checked=${value === chosen}
            @change=${() => onChoice(value)}
          />
          ${nameOf(value)}
        </label>`,
    )}
  </div>`;
}

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { OutboxEntry } from '../../../outbox/entry.ts';
import type { SignatureRecord } from '../../../signature/record.ts';
import type { LocalizeController } from '../../../localization/localize-controller.ts';
import { heading } from '../../../templates/heading.ts';
import { icon } from '../../../templates/icons.ts';
import type { IconName } from '../../../templates/icons.ts';
import { liveText } from '../../../templates/live-text.ts';
import * as resultTexts from '../result-texts.ts';
import * as texts from '../texts.ts';

/** What the views of a result know of the element, and what their buttons do. */
export interface ResultActions {
  readonly headingLevel: number;
  readonly isShared: boolean;
  /** The page knows who the person is: nobody else signs here. */
  readonly isLocked: boolean;
  /** Title of the charter, where the one signed is the one at hand. */
  readonly charterTitle: string | undefined;
  readonly retry: () => void;
  /** Where the signature goes, resolved; empty where the page sends it itself. */
  readonly endpoint: string;
  /** Loads the page again: with a fresh session, and fresh tokens. */
  readonly reloadPage: () => void;
  /** Sends a record that is kept nowhere. */
  readonly signAgain: () => void;
  readonly startOver: () => void;
  readonly readNewVersion: () => void;
  readonly print: () => void;
  /** Saves what is known of a signature: its record and, once there is one, its receipt. */
  readonly download: (record: SignatureRecord) => void;
  /** Sends a record that waits for another text or address. */
  readonly sendOther: (entry: OutboxEntry) => void;
  readonly erase: (entry: OutboxEntry) => void;
}

/** A message that the rest of a result hangs from. */
export function notice(
  tone: string,
  iconName: IconName,
  { headingLevel }: ResultActions,
  title: string,
  content: TemplateResult,
): TemplateResult {
  return html`<div class="notice stack ${tone}" part="notice">
    <div class="row">
      <span class="tone">${icon(iconName)}</span>
      ${heading(headingLevel + 1, liveText(title), { name: 'result-title', focusable: true })}
    </div>
    ${content}
  </div>`;
}

export function button(
  part: string,
  iconName: IconName | undefined,
  label: string,
  act: () => void,
  { tone = '', isBusy = false } = {},
): TemplateResult {
  return html`<button
    type="button"
    class=${tone}
    part=${part}
    aria-disabled=${isBusy || nothing}
    @click=${act}
  >
    ${iconName ? icon(iconName) : nothing} ${liveText(label)}
  </button>`;
}

export function retryButton(
  { retry }: ResultActions,
  localize: LocalizeController,
  { isBusy, tone }: { readonly isBusy: boolean; readonly tone: string },
): TemplateResult {
  const label = isBusy ? texts.sending(localize) : resultTexts.retry(localize);
  return button('retry-button', undefined, label, () => isBusy || retry(), { tone, isBusy });
}

export function exportButton(
  record: SignatureRecord,
  { download }: ResultActions,
  localize: LocalizeController,
): TemplateResult {
  const label = resultTexts.exportSignature(localize);
  return button('download-button', 'download', label, () => download(record));
}

export function startOverButton(
  { isShared, isLocked, startOver }: ResultActions,
  localize: LocalizeController,
): TemplateResult | typeof nothing {
  // On a shared device, one button ends the session, whatever is on screen.
  if (isLocked || isShared) return nothing;
  const label = resultTexts.signAnother(localize);
  return button('restart-button', undefined, label, startOver, { tone: 'quiet' });
}

/** @param time - Milliseconds since the epoch. */
export function nextTry(time: number, localize: LocalizeController): string {
  const next = localize.date(new Date(time), { timeStyle: 'short' });
  return resultTexts.nextTry(localize, next);
}

import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { OutboxEntry } from '../../outbox/entry.ts';
import type { SignatureRecord } from '../../signature/record.ts';
import type { LocalizeController } from '../../localization/localize-controller.ts';
import { heading } from '../../templates/heading.ts';
import { icon } from '../../templates/icons.ts';
import type { IconName } from '../../templates/icons.ts';
import { liveText } from '../../templates/live-text.ts';

/** What the views of a result know of the element, and what their buttons do. */
export interface ResultActions {
  readonly headingLevel: number;
  readonly isShared: boolean;
  /** The page knows who the person is: nobody else signs here. */
  readonly isLocked: boolean;
  /** Title of the charter, where the one signed is the one at hand. */
  readonly charterTitle: string | undefined;
  readonly retry: () => void;
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
  { msg }: LocalizeController,
  { isBusy, tone }: { readonly isBusy: boolean; readonly tone: string },
): TemplateResult {
  const label = isBusy
    ? msg('Envoi…', {
        id: 'acknowledgement.sending',
        desc: 'In place of the words of the button while it is being sent (max 25)',
      })
    : msg('Réessayer maintenant', { id: 'acknowledgement.retry', desc: 'Button (max 30)' });
  return button('retry-button', undefined, label, () => isBusy || retry(), { tone, isBusy });
}

export function exportButton(
  record: SignatureRecord,
  { download }: ResultActions,
  { msg }: LocalizeController,
): TemplateResult {
  const label = msg('Télécharger ma signature', {
    id: 'acknowledgement.export',
    desc: 'Button: downloads the record that could not be sent (max 35)',
  });
  return button('download-button', 'download', label, () => download(record));
}

export function startOverButton(
  { isShared, isLocked, startOver }: ResultActions,
  { msg }: LocalizeController,
): TemplateResult | typeof nothing {
  // On a shared device, one button ends the session, whatever is on screen.
  if (isLocked || isShared) return nothing;
  const label = msg('Signer pour une autre personne', {
    id: 'acknowledgement.sign-another',
    desc: 'Button after a signature: someone else signs on the same page, not on behalf of the first (max 35)',
  });
  return button('restart-button', undefined, label, startOver, { tone: 'quiet' });
}

/** @param time - Milliseconds since the epoch. */
export function nextTry(time: number, localize: LocalizeController): string {
  const next = localize.date(new Date(time), { timeStyle: 'short' });
  return localize.msg(str`Prochain essai à ${next}.`, {
    id: 'acknowledgement.next-try',
    desc: 'After acknowledgement.unsent or acknowledgement.pending-since. 0: time of day',
  });
}

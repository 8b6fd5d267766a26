import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { EndedSession, IdleWarning, SignatureFate } from '../../../behaviors/shared-device.ts';
import type { LocalizeController } from '../../../localization/localize-controller.ts';
import { heading } from '../../../templates/heading.ts';
import { icon } from '../../../templates/icons.ts';
import { liveText } from '../../../templates/live-text.ts';
import * as sharedDeviceTexts from '../shared-device-texts.ts';

/** From here on, the time that is left is said once more. Seconds. */
const lastSeconds = 20;

/** The dialog that asks whether anybody is there. Its count is read when it opens, and not at every second. */
export function renderIdleWarning(
  { secondsLeft, fate, stay }: IdleWarning,
  headingLevel: number,
  localize: LocalizeController,
): TemplateResult {
  const { textLanguage, direction } = localize;
  const left = localize.number(secondsLeft, 'second');
  const last = localize.number(lastSeconds, 'second');
  const handleCancel = (event: Event): void => {
    event.preventDefault();
    stay();
  };
  return html`<dialog
    class="root idle-warning"
    part="idle-warning"
    role="alertdialog"
    lang=${textLanguage}
    dir=${direction}
    aria-labelledby="idle-title"
    aria-describedby="idle-text"
    @cancel=${handleCancel}
  >
    <div class="stack">
      <div class="row">
        <span class="tone">${icon('clock')}</span>
        ${heading(headingLevel, sharedDeviceTexts.idleQuestion(localize), {
          name: 'idle-title',
          id: 'idle-title',
        })}
      </div>
      <div class="stack" id="idle-text">
        <p role="timer" aria-live="off">${liveText(sharedDeviceTexts.idle(localize, left))}</p>
        ${renderStake(fate, localize)}
      </div>
      <p class="visually-hidden" role="alert">
        ${liveText(secondsLeft <= lastSeconds ? sharedDeviceTexts.idleLast(localize, last) : undefined)}
      </p>
      <p class="row">
        <button type="button" class="primary" part="still-here-button" autofocus @click=${stay}>
          ${sharedDeviceTexts.stillHere(localize)}
        </button>
      </p>
    </div>
  </dialog>`;
}

/** What the wipe would do to a signature. */
function renderStake(fate: SignatureFate, localize: LocalizeController): TemplateResult | typeof nothing {
  if (fate === 'none') return nothing;
  return html`<p>
    ${
      fate === 'unconfirmed'
        ? sharedDeviceTexts.idleUnconfirmed(localize)
        : sharedDeviceTexts.idleKept(localize)
    }
  </p>`;
}

/**
 * What was erased and why. The next person reads it too: it says nothing of the one before, and must not let them believe
 * that they have signed.
 */
export function renderErased(
  { reason, lastSign, fate, hadFocus }: EndedSession,
  headingLevel: number,
  localize: LocalizeController,
): TemplateResult {
  const since = localize.date(lastSign, { weekday: 'long', hour: 'numeric', minute: '2-digit' });
  const title = sharedDeviceTexts.erased(localize);
  return html`<div
    class="notice stack no-print"
    part="erased"
    role=${ifDefined(hadFocus ? undefined : 'alert')}
  >
    <div class="row">
      <span class="tone">${icon('clock')}</span>
      ${heading(headingLevel, title, { name: 'erased-title', focusable: true })}
    </div>
    <p id="erased-text">
      ${
        reason === 'idle'
          ? sharedDeviceTexts.erasedIdle(localize, since)
          : sharedDeviceTexts.erasedLeave(localize)
      }
      ${sharedDeviceTexts.erasedWhat(localize)} ${explainFate(fate, localize)}
    </p>
  </div>`;
}

function explainFate(fate: SignatureFate, localize: LocalizeController): string {
  switch (fate) {
    case 'none':
      return sharedDeviceTexts.erasedNone(localize);
    case 'recorded':
      return sharedDeviceTexts.erasedRecorded(localize);
    case 'encrypted':
      return sharedDeviceTexts.erasedEncrypted(localize);
    case 'unconfirmed':
      return sharedDeviceTexts.erasedUnconfirmed(localize);
  }
}

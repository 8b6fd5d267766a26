import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { LocalizeController } from '../../../localization/localize-controller.ts';
import { liveText } from '../../../templates/live-text.ts';
import { problemName } from '../../../signature/problem.ts';
import { signInAddress } from '../../../signing/sign-in-address.ts';
import type { PendingState } from '../../../signing/signature-state.ts';
import * as pendingTexts from '../pending-texts.ts';
import * as texts from '../texts.ts';
import { button, exportButton, nextTry, notice, retryButton, startOverButton } from './result-parts.ts';
import type { ResultActions } from './result-parts.ts';

/** A signature that is not recorded yet: why, what holds it, and what to do. One template, so that the focus stays. */
export function renderPending(
  state: PendingState,
  actions: ResultActions,
  localize: LocalizeController,
): TemplateResult {
  const { record, reason, keeping, nextTryAt, isTrying } = state;
  const since = localize.date(record.signedAt, { dateStyle: 'long', timeStyle: 'short' });
  const survivesReload = keeping === 'device';
  const signIn = signInOf(state, actions);
  const isStale = survivesReload && (reason === 'sign-in' || reason === 'not-accepted') && !signIn;
  return html`<div class="panel" part="pending">
    ${notice(
      'warning',
      reason === 'no-answer' ? 'clock' : 'alert',
      actions,
      pendingTitle(state, localize),
      html`<p>${liveText(reasonText(state, localize, signIn))}</p>
        <p>${liveText(keepingText(state, actions, localize))}</p>
        <p class="muted">
          ${pendingTexts.pendingSince(localize, since)}
          ${nextTryAt === undefined ? nothing : liveText(nextTry(nextTryAt, localize))}
        </p>`,
    )}
    <div class="row" part="actions">
      ${
        signIn
          ? button('sign-in-button', undefined, pendingTexts.signInAgain(localize), () => go(signIn, state), {
              tone: 'primary',
            })
          : nothing
      }
      ${
        isStale
          ? button('reload-page-button', undefined, texts.reloadPage(localize), actions.reloadPage, {
              tone: 'primary',
            })
          : nothing
      }
      ${retryButton(actions, localize, { isBusy: isTrying, tone: isStale || signIn ? '' : 'primary' })}
      ${exportButton(record, actions, localize)} ${startOverButton(actions, localize)}
    </div>
  </div>`;
}

/** Heading of a signature that waits; also what is heard when the reason changes. */
export function pendingTitle({ reason, record }: PendingState, localize: LocalizeController): string {
  if (reason === 'sign-in') return pendingTexts.signIn(localize);
  if (reason === 'other-person') return pendingTexts.otherPerson(localize);
  return record.decision === 'declined'
    ? pendingTexts.pendingDecline(localize)
    : pendingTexts.pending(localize);
}

/** Where the person signs in again, when that is what the signature waits for and the endpoint says where. */
function signInOf({ reason, problem }: PendingState, { endpoint }: ResultActions): string | undefined {
  return reason === 'sign-in' ? signInAddress(problem, endpoint, location.href) : undefined;
}

/** In another tab, where the signature would not survive leaving the page. */
function go(address: string, { keeping }: PendingState): void {
  if (keeping === 'page') open(address, '_blank', 'noopener');
  else location.assign(address);
}

function reasonText(
  { reason, keeping, problem }: PendingState,
  localize: LocalizeController,
  signIn: string | undefined,
): string {
  switch (reason) {
    case 'no-answer':
      return problem && problemName(problem) === 'unreadable-identity'
        ? pendingTexts.reasonUnreadableIdentity(localize)
        : pendingTexts.reasonNoAnswer(localize);
    case 'sign-in':
      if (signIn && keeping !== 'page') return pendingTexts.reasonSignInAgain(localize);
      return keeping === 'device'
        ? pendingTexts.reasonSignIn(localize)
        : pendingTexts.reasonSignInHere(localize);
    case 'not-confirmed':
      return pendingTexts.reasonNotConfirmed(localize);
    case 'not-accepted':
      return keeping === 'device'
        ? pendingTexts.reasonNotAccepted(localize)
        : pendingTexts.reasonNotAcceptedHere(localize);
    case 'other-person':
      return pendingTexts.reasonOtherPerson(localize);
  }
}

function keepingText(
  { keeping }: PendingState,
  { isShared }: ResultActions,
  localize: LocalizeController,
): string {
  if (keeping === 'device') return pendingTexts.keepingDevice(localize);
  if (keeping === 'encrypted') return pendingTexts.keepingEncrypted(localize);
  return isShared ? pendingTexts.keepingShared(localize) : pendingTexts.keepingPage(localize);
}

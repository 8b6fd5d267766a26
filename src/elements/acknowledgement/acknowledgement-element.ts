import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Charter } from '../../charter/charter.ts';
import type { SignatureState } from '../../signing/signature-state.ts';
import { definitionStyles } from '../../styles/definitions.ts';
import { elementStyles } from '../../styles/element-styles.ts';
import { charterStatus } from '../../templates/charter-status.ts';
import { heading } from '../../templates/heading.ts';
import { liveText } from '../../templates/live-text.ts';
import { AcknowledgementSteps } from './acknowledgement-steps.ts';
import { acknowledgementStyles } from './acknowledgement-styles.ts';
import type { LaterSteps } from './later-steps-loader.ts';
import { renderForm } from './views/form-view.ts';
import { sharedDeviceStyles } from './shared-device-styles.ts';
import { renderAwaited, renderMistake, renderWipeButton } from './views/interface-views.ts';
import { isResult, outcomeOf, stepOf } from './shown-step.ts';
import * as texts from './texts.ts';

/**
 * Signs a charter: identity, statements, review of what will leave the browser, signature, receipt. It says *signed*
 * only once the endpoint has recorded the signature; until then it is *pending*, kept and sent again.
 *
 * @element charter-acknowledgement
 * @slot - Fallback: seen before the element is ready, without JavaScript, and when the charter cannot be shown. A
 *   `<form method="post">` in it signs by itself; the element goes on with what was typed there.
 * @fires {CharterSignRequestEvent} charter-sign-request - The record is about to be sent; the request can be changed, taken over or withdrawn.
 * @fires {CharterSignedEvent} charter-signed - The endpoint recorded the signature.
 * @fires {CharterSignQueuedEvent} charter-sign-queued - Not recorded yet: kept, and sent again.
 * @fires {CharterSignFailedEvent} charter-sign-failed - Refused for good, or of a charter that has a newer version.
 * @fires {CharterDeclinedEvent} charter-declined - The person declined, and the endpoint recorded it.
 * @fires {CharterUnsentChangedEvent} charter-unsent-changed - There are more or fewer unsent records than before.
 * @fires {CharterSessionEndedEvent} charter-session-ended - On a shared device, a person has finished and was wiped.
 * @fires {CharterLoadedEvent} charter-loaded - The charter named by `src` is shown.
 * @fires {CharterLoadFailedEvent} charter-load-failed - The charter named by `src` could not be loaded or is not valid.
 * @csspart root - The whole element.
 * @csspart title - The title.
 * @csspart idle-warning - On a shared device, the dialog that warns before the wipe.
 * @csspart idle-title - The title of that dialog.
 * @csspart still-here-button - Says that the person is still there.
 * @csspart erased - On a shared device, what was wiped and why.
 * @csspart erased-title - The title of that message.
 * @csspart signed-version - The version that the person has already signed, and what to do about it.
 * @csspart dry-run - The notice that nothing will be sent.
 * @csspart error-summary - What is to be corrected in the form, with a link to each field.
 * @csspart error-summary-title - Its title.
 * @csspart identity - The identity of the person.
 * @csspart group-title - The title of the identity, of the statements.
 * @csspart field - A field of the identity, with its label.
 * @csspart input - Where something is typed.
 * @csspart statements - The statements.
 * @csspart statement - A statement.
 * @csspart checkbox - The box of a statement.
 * @csspart practices - How many practices join the record.
 * @csspart fault - What is to be corrected in a field.
 * @csspart checklist-button - Leads to the checklist, where a practice is missing.
 * @csspart notice - A message that is not a field's: what came of the signature, what could not be loaded.
 * @csspart section-title - The title of the review, of the refusal.
 * @csspart summary - What is about to be signed.
 * @csspart changed - That the review shows something else than before.
 * @csspart reviewed-title - The title of a part of the review.
 * @csspart modify-button - Leads back to a part of the review.
 * @csspart reason - Why the person declines.
 * @csspart review-statements - The statements about to be signed.
 * @csspart review-others - The optional statements that the person did not tick.
 * @csspart review-practices - The ticked practices about to be signed.
 * @csspart record - What will leave the browser.
 * @csspart actions - A row of buttons.
 * @csspart review-button - Leads to the review.
 * @csspart decline-button - Leads to declining.
 * @csspart back-button - Leads back from the review.
 * @csspart sign-button - Signs.
 * @csspart result-title - The title of the result.
 * @csspart receipt - The message and the receipt.
 * @csspart details - The receipt, line by line.
 * @csspart pending - The message of a signature that waits.
 * @csspart unsent - How many other signatures wait.
 * @csspart others - The signatures that wait for another charter, address or person.
 * @csspart other - One of them.
 * @csspart send-button - Sends one of them.
 * @csspart erase-button - Erases one of them.
 * @csspart outdated - The message of a charter that changed meanwhile.
 * @csspart failure - The message of a refused signature.
 * @csspart retry-button - Sends again, or loads the charter again.
 * @csspart reload-page-button - Loads the page again.
 * @csspart sign-in-button - Leads to the page where one signs in, and back.
 * @csspart print-button - Prints the receipt.
 * @csspart download-button - Saves the receipt or the record.
 * @csspart restart-button - Begins again.
 * @csspart wipe-button - On a shared device, ends the session and wipes it.
 * @csspart reload-button - Leads to the new version.
 * @csspart loading - The loading message.
 * @csspart error - The message of a failed load.
 * @cssstate loading - The charter is being loaded.
 * @cssstate ready - The form can be used.
 * @cssstate reviewing - The person reviews what will be signed.
 * @cssstate sending - The record is being sent, for as long as an answer is waited for.
 * @cssstate pending - Not recorded yet: kept, and sent again.
 * @cssstate signed - The endpoint recorded the signature.
 * @cssstate declined - The endpoint recorded that the person declined.
 * @cssstate refused - The record was refused for good.
 * @cssstate failed - The charter cannot be shown, the page gives no usable endpoint, or the record was refused for good.
 * @cssstate outdated - The receiver has a newer version of the charter.
 * @example
 * ```html
 * <charter-acknowledgement for="charter" endpoint="/api/signatures" fields="id department"></charter-acknowledgement>
 * ```
 */
export class CharterAcknowledgement extends AcknowledgementSteps {
  static override readonly styles = [
    ...elementStyles,
    definitionStyles,
    acknowledgementStyles,
    sharedDeviceStyles,
  ];

  protected override willUpdate(): void {
    const { signature, unsent, others } = this.signing.state;
    const hasLater = signature.name !== 'drafting' || unsent.length + others.length > 0;
    if (hasLater && !this.later) this.laterSteps.insist();
    if (signature.name === 'drafting') this.followReview();
    else if (isResult(signature) && this.flow.isReviewing) this.endReview(signature.name === 'refused');
    const shown = { signature, flow: this.flow, later: this.laterSteps };
    this.steps.follow(stepOf(shown), outcomeOf(shown, this.localize));
  }

  protected override render(): TemplateResult {
    const { textLanguage, direction } = this.localize;
    return html`<div class="root" part="root" lang=${textLanguage} dir=${direction}>
      ${this.#renderContent()} ${this.deviceSession.renderWarning()}
      <div class="visually-hidden" role="status">${liveText(this.steps.announcement)}</div>
    </div>`;
  }

  protected override updated(): void {
    const { status, loaded } = this.source;
    const { name } = this.signing.state.signature;
    const hasMistake = this.signing.endpoint.mistake !== undefined;
    this.toggleState('loading', status === 'loading');
    this.toggleState('ready', loaded !== undefined && !hasMistake);
    this.toggleState('reviewing', this.flow.step === 'review' && name === 'drafting');
    // Not before the screen says so too.
    const isShown = this.later !== undefined;
    this.toggleState('signed', (name === 'signed' && isShown) || this.earlier.isCurrent);
    this.toggleState('failed', status === 'failed' || name === 'refused' || hasMistake);
    for (const state of ['sending', 'pending', 'declined', 'outdated', 'refused'] as const)
      this.toggleState(state, name === state);
  }

  #renderContent(): TemplateResult {
    const { status, loaded } = this.source;
    const { state, endpoint } = this.signing;
    const { signature } = state;
    const hasResult = isResult(signature);
    if (!hasResult && (status !== 'ready' || !loaded)) return charterStatus(this.source, this.localize);
    // Somebody who has signed, or is signing, must not see a form that leaves at once.
    const isLoading = this.earlier.isLoading || (signature.name === 'sending' && !this.later);
    if (!hasResult && isLoading) return this.#renderAwaited(signature);
    const view = hasResult
      ? (this.later?.renderResult(signature, this.#resultActions, this.localize) ??
        this.#renderAwaited(signature))
      : keyed(this.person, this.#renderStep(loaded!.charter, signature));
    return html`<div class="panel">
      ${heading(this.headingLevel, texts.title(this.localize), { name: 'title', focusable: true })}
      ${this.deviceSession.renderEnded()}
      ${
        endpoint.mistake && !hasResult
          ? renderMistake(endpoint.mistake, this.localize)
          : this.steps.render(view)
      }
      ${
        this.sharedDevice && this.holdsPersonalData
          ? renderWipeButton(() => this.endSession(), this.localize)
          : nothing
      }
      ${this.later?.renderUnsent(state, endpoint.url, this.#resultActions, this.localize) ?? nothing}
    </div>`;
  }

  /** In place of what is still being loaded. */
  #renderAwaited(signature: SignatureState): TemplateResult {
    const mayReload = signature.name === 'pending' && signature.keeping === 'device';
    return renderAwaited({ hasFailed: this.laterSteps.hasFailed, mayReload }, this.localize);
  }

  #renderStep(charter: Charter, signature: SignatureState): TemplateResult {
    const { localize, headingLevel } = this;
    const flow = this.flow;
    const earlier = this.earlier.render(charter, this.signingAudience, localize);
    if (this.earlier.isCurrent && flow.step === 'form') return html`${earlier}`;
    const isSending = signature.name === 'sending';
    const record = signature.name === 'sending' ? signature.record : flow.record;
    if (this.later && record && (isSending || flow.isReviewing)) {
      const isTried = flow.step === 'tried';
      const isLocked = this.lockSigner && this.givenSigner.name !== undefined;
      return this.later.renderReview(
        { record, charter, headingLevel, isSending, isTried, isChanged: flow.isChanged, isLocked },
        {
          sign: () => void this.handleSign(),
          goBack: () => isSending || this.show(() => flow.goBack()),
          modify: (part) => this.modify(part),
        },
        localize,
      );
    }
    const actions = {
      handleInput: (event: Event) => this.handleInput(event),
      handleSubmit: (event: Event) => void this.handleReview(event),
      decline: this.allowDecline ? () => void this.handleDecline() : undefined,
      goBack: () => this.show(() => flow.goToForm()),
      goToChecklist: () => this.linkedChecklist?.focus(),
    };
    const model = this.formModel(charter);
    const { isAwaited } = this.laterSteps;
    if (this.later && flow.step === 'decline')
      return this.later.renderDecline(model, headingLevel, actions, localize);
    const errorSummary = this.later?.renderErrorSummary(model, headingLevel, localize);
    return html`${earlier} ${flow.isAnotherText ? this.later?.renderAnotherText(localize) : nothing}
    ${renderForm(model, { isDryRun: this.dryRun, isAwaited, errorSummary }, actions, localize)}`;
  }

  get #resultActions(): Parameters<LaterSteps['renderResult']>[1] {
    const { signature } = this.signing.state;
    const record = 'record' in signature ? signature.record : undefined;
    return {
      headingLevel: this.headingLevel,
      isShared: this.sharedDevice,
      isLocked: this.lockSigner && this.givenSigner.name !== undefined,
      charterTitle: this.digest === record?.charter.digest ? this.charter?.title : undefined,
      retry: () => void this.signing.retry(),
      reloadPage: () => location.reload(),
      endpoint: this.signing.endpoint.url,
      signAgain: () => record && void this.signing.sign(record),
      startOver: () => this.startOver(),
      readNewVersion: () => record && void this.readNewVersion(record),
      print: () => this.print(),
      download: (signed) => this.later?.downloadSignature(signed, signature),
      sendOther: (entry) => void this.signing.retry(entry),
      erase: (entry) => void this.signing.erase(entry),
    };
  }
}

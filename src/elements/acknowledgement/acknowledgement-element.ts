import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { CharterSource } from '../../base/charter-source.ts';
import { printElement } from '../../behaviors/print.ts';
import { SharedDeviceController } from '../../behaviors/shared-device.ts';
import type { Audience, Charter } from '../../charter/charter.ts';
import type { Digest } from '../../charter/digest.ts';
import type { SignatureRecord } from '../../signature/record.ts';
import type { SigningState } from '../../signing/create-signing.ts';
import { base } from '../../styles/base.ts';
import { definitionStyles } from '../../styles/definitions.ts';
import { tokens } from '../../styles/tokens.ts';
import { charterStatus } from '../../templates/charter-status.ts';
import { heading } from '../../templates/heading.ts';
import { AcknowledgementFlow } from './acknowledgement-flow.ts';
import { AcknowledgementForm, signerOf } from './acknowledgement-form.ts';
import type { FormModel, LinkedChecklist } from './acknowledgement-form.ts';
import { AcknowledgementOptions } from './acknowledgement-options.ts';
import { acknowledgementStyles } from './acknowledgement-styles.ts';
import { EarlierSignatureController } from './earlier-signature-controller.ts';
import { fieldsOf, findFallbackForm, takeEntries } from './fallback-form.ts';
import { renderForm } from './form-view.ts';
import {
  notLoadedText,
  renderIdleWarning,
  renderMistake,
  renderWipeButton,
  sendingText,
} from './interface-views.ts';
import { SigningController } from './signing-controller.ts';
import { StepFocus } from './step-focus.ts';

// Outside of the class: in a decorated class, tsc leaves the extension of a dynamic import as it is.
const loadLaterSteps = () => import('./later-steps.ts');

type LaterSteps = typeof import('./later-steps.ts');

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
 * @csspart idle-warning - On a shared device, the warning before the wipe.
 * @csspart signed-version - The version that the person has already signed, and what to do about it.
 * @csspart dry-run - The notice that nothing will be sent.
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
export class CharterAcknowledgement extends AcknowledgementOptions {
  static override readonly styles = [tokens, base, definitionStyles, acknowledgementStyles];

  readonly #source = new CharterSource(
    this,
    () => ({ document: this.#document, for: this.for, src: this.src }),
    { onSettled: () => this.#adoptCharter() },
  );
  readonly #signing = new SigningController(this, () => ({ ...this.signingOptions, charter: this.charter }));
  readonly #sharedDevice = new SharedDeviceController(this, {
    isShared: () => this.sharedDevice,
    holdsPersonalData: () => this.#holdsPersonalData,
    idleTimeout: () => this.idleTimeout,
    wipe: () => this.#wipe(),
  });
  readonly #earlier = new EarlierSignatureController(this, () => ({
    charter: this.charter,
    signedVersion: this.signedVersion,
    signedAt: this.signedAt,
    renewAfter: this.renewAfter,
    outdatedVersion: this.#outdatedVersion,
    previousSrc: this.previousSrc ?? this.#source.provider?.previousSrc,
  }));
  readonly #form = new AcknowledgementForm();
  readonly #flow = new AcknowledgementFlow();
  readonly #steps = new StepFocus(this);
  #later: LaterSteps | undefined;
  #document: unknown;
  #root: Node | undefined;
  #outdatedVersion: string | undefined;
  /** Each person has controls of their own: what was typed in others cannot be brought back by undoing. */
  #person = 0;
  #hasTakenOver = false;

  /** The charter to sign. Setting a document (an object that follows the charter schema) uses it. */
  @property({ attribute: false, hasChanged: () => true })
  get charter(): Charter | undefined {
    return this.#source.loaded?.charter;
  }
  set charter(document: unknown) {
    this.#document = document;
  }

  /** Digest of the charter to sign. */
  get digest(): Digest | undefined {
    return this.#source.loaded?.digest;
  }

  /**
   * Empties the form and leaves the current result; a record that waits in the outbox is kept. On a shared device, it
   * ends the session of the person: every element of the page is wiped.
   */
  reset(): void {
    this.#sharedDevice.end('person');
  }

  /** How many records of this charter the endpoint has not accepted, for a badge; `charter-unsent-changed` tells of changes. */
  async getUnsentCount(): Promise<number> {
    await this.#source.settled();
    return this.#signing.countUnsent();
  }

  /** Prints the element alone: the receipt, once signed. */
  print(): void {
    printElement(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#root = this.getRootNode();
    this.#root.addEventListener('change', this.#handleRootChange);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#root?.removeEventListener('change', this.#handleRootChange);
  }

  protected override willUpdate(): void {
    const { signature, unsent, others } = this.#signing.state;
    const hasLater = isResult(signature) || unsent.length + others.length > 0;
    if (hasLater && !this.#later) void this.#loadLater().catch((error: unknown) => console.error(error));
    if (signature.name === 'drafting') this.#followReview();
    this.#steps.follow(this.#step, this.#outcome);
  }

  protected override render(): TemplateResult {
    const { textLanguage, direction } = this.localize;
    return html`<div class="root" part="root" lang=${textLanguage} dir=${direction}>
      ${this.#renderContent()}
      <div class="visually-hidden" role="status">${this.#steps.announcement}</div>
    </div>`;
  }

  protected override updated(): void {
    const { status, loaded } = this.#source;
    const { name } = this.#signing.state.signature;
    const hasMistake = this.#signing.endpoint.mistake !== undefined;
    this.toggleState('loading', status === 'loading');
    this.toggleState('ready', loaded !== undefined && !hasMistake);
    this.toggleState('reviewing', this.#flow.step === 'review' && name === 'drafting');
    this.toggleState('signed', name === 'signed' || this.#earlier.isCurrent);
    this.toggleState('failed', status === 'failed' || name === 'refused' || hasMistake);
    for (const state of ['sending', 'pending', 'declined', 'outdated', 'refused'] as const)
      this.toggleState(state, name === state);
  }

  /** What is on screen, by name: another name is another step, which takes the focus. */
  get #step(): string {
    const { signature } = this.#signing.state;
    if (isResult(signature)) return this.#later ? signature.name : 'loading';
    if (signature.name === 'sending') return 'review';
    return this.#later || this.#flow.step === 'form' ? this.#flow.step : 'loading';
  }

  /** What is said of a signature: another reason to wait is news too. */
  get #outcome(): string | undefined {
    const { signature } = this.#signing.state;
    if (signature.name === 'sending') return sendingText(this.localize);
    if (this.#flow.isChanged) return this.#later?.changedText(this.localize);
    return signature.name === 'pending' ? this.#later?.pendingTitle(signature, this.localize) : undefined;
  }

  #renderContent(): TemplateResult {
    const { status, loaded } = this.#source;
    const { state, endpoint } = this.#signing;
    const { signature } = state;
    const hasResult = isResult(signature);
    if (!hasResult && (status !== 'ready' || !loaded)) return charterStatus(this.#source, this.localize);
    // Somebody who has signed must not see a form that leaves at once.
    if (!hasResult && this.#earlier.isLoading) return html``;
    const view = hasResult
      ? (this.#later?.renderResult(signature, this.#resultActions, this.localize) ?? nothing)
      : keyed(this.#person, this.#renderStep(loaded!.charter, signature));
    return html`<div class="panel">
      ${heading(
        this.headingLevel,
        this.msg('Signer la charte', {
          id: 'acknowledgement.title',
          desc: 'Title of the form; signing means agreeing to the charter',
        }),
        { name: 'title', focusable: true },
      )}
      ${this.#sharedDevice.isWarning ? renderIdleWarning(this.#sharedDevice.warningTime, this.localize) : nothing}
      ${endpoint.mistake && !hasResult ? renderMistake(endpoint.mistake, this.localize) : this.#steps.render(view)}
      ${this.sharedDevice && this.#holdsPersonalData ? renderWipeButton(() => this.#endSession(), this.localize) : nothing}
      ${this.#later?.renderUnsent(state, endpoint.url, this.#resultActions, this.localize) ?? nothing}
    </div>`;
  }

  #renderStep(charter: Charter, signature: SigningState['signature']): TemplateResult {
    const { localize, headingLevel } = this;
    const flow = this.#flow;
    const earlier = this.#earlier.render(charter, this.#audience, localize);
    if (this.#earlier.isCurrent && flow.step === 'form') return html`${earlier}`;
    const isSending = signature.name === 'sending';
    const record = signature.name === 'sending' ? signature.record : flow.record;
    if (this.#later && record && (isSending || flow.isReviewing)) {
      const isTried = flow.step === 'tried';
      const isLocked = this.lockSigner && this.givenSigner.name !== undefined;
      return this.#later.renderReview(
        { record, charter, headingLevel, isSending, isTried, isChanged: flow.isChanged, isLocked },
        {
          sign: () => void this.#handleSign(),
          goBack: () => isSending || this.#show(() => flow.goBack()),
          modify: (part) => this.#modify(part),
        },
        localize,
      );
    }
    const actions = {
      handleInput: (event: Event) => this.#handleInput(event),
      handleSubmit: (event: Event) => void this.#handleReview(event),
      decline: this.allowDecline ? () => void this.#handleDecline() : undefined,
      goBack: () => this.#show(() => flow.goToForm()),
      goToChecklist: () => this.#checklist?.focus(),
    };
    const model = this.#formModel(charter);
    if (this.#later && flow.step === 'decline')
      return this.#later.renderDecline(model, headingLevel, actions, localize);
    return html`${earlier} ${flow.isAnotherText ? this.#later?.renderAnotherText(localize) : nothing}
    ${renderForm(model, this.dryRun, actions, localize)}`;
  }

  get #resultActions(): Parameters<LaterSteps['renderResult']>[1] {
    const { signature } = this.#signing.state;
    const record = 'record' in signature ? signature.record : undefined;
    return {
      headingLevel: this.headingLevel,
      isShared: this.sharedDevice,
      isLocked: this.lockSigner && this.givenSigner.name !== undefined,
      charterTitle: this.digest === record?.charter.digest ? this.charter?.title : undefined,
      retry: () => void this.#signing.retry(),
      reloadPage: () => location.reload(),
      signAgain: () => record && void this.#signing.sign(record),
      startOver: () => this.#startOver(),
      readNewVersion: () => record && void this.#readNewVersion(record),
      print: () => this.print(),
      download: (signed) => this.#later?.downloadSignature(signed, signature),
      sendOther: (entry) => void this.#signing.retry(entry),
      erase: (entry) => void this.#signing.erase(entry),
    };
  }

  #formModel(charter: Charter): FormModel {
    return this.#form.model(charter, {
      fields: this.fields || fieldsOf(findFallbackForm(this)),
      given: this.givenSigner,
      isLocked: this.lockSigner,
      isShared: this.sharedDevice,
      checklist: this.#checklist,
    });
  }

  #handleInput(event: Event): void {
    const { isEmpty } = this.#form;
    this.#form.handleInput(event);
    // Typing renders nothing, but on a shared device there may now be something to wipe.
    if (isEmpty !== this.#form.isEmpty) this.requestUpdate();
  }

  async #handleReview(event: Event): Promise<void> {
    event.preventDefault();
    if (!(await this.#prepare()) || !this.#source.loaded) return;
    const isDeclining = this.#flow.step === 'decline';
    const record = this.#draft(isDeclining);
    if (record) this.#show(() => this.#flow.review(record));
    else await this.#focusFirstFault();
  }

  /** What would be signed now; `undefined`, with what to correct in the form, where nothing can be. */
  #draft(isDeclining: boolean): SignatureRecord | undefined {
    const { loaded } = this.#source;
    if (!loaded || !this.#later) return undefined;
    const model = this.#formModel(loaded.charter);
    this.#form.faults = this.#later.findFaults(model, isDeclining, this.#checklist, this.localize);
    this.requestUpdate();
    if (this.#form.faults.size > 0) return undefined;
    return this.#later.createSignatureRecord({
      ...loaded,
      audience: this.#audience,
      isPlain: this.#source.provider?.plain ?? false,
      signer: signerOf(model),
      statementIds: isDeclining ? [] : [...model.ticked],
      practices: isDeclining ? undefined : this.#checklist?.value,
      reason: isDeclining ? model.reason.trim() : undefined,
    });
  }

  async #focusFirstFault(): Promise<void> {
    const [first] = this.#form.faults.keys();
    if (first !== undefined) await this.focusAfterUpdate(`#${CSS.escape(first)}`);
  }

  /** The review shows what would be signed, whatever changes in the page meanwhile. */
  #followReview(): boolean {
    const flow = this.#flow;
    if (!flow.isReviewing || !this.#source.loaded) return true;
    const { digest } = this.#source.loaded;
    if (digest !== flow.record?.charter.digest) this.#form.clearTicks();
    const draft = this.#draft(flow.record?.decision === 'declined');
    return flow.follow(draft);
  }

  async #handleDecline(): Promise<void> {
    if (await this.#prepare()) this.#show(() => this.#flow.goToDecline());
  }

  /** What sending needs is fetched before the person signs: a signature must never wait for code. */
  async #prepare(): Promise<boolean> {
    try {
      await Promise.all([this.#signing.prepare(), this.#loadLater()]);
      return true;
    } catch (error) {
      console.error(error);
      this.#form.faults = new Map([['load', () => notLoadedText(this.localize)]]);
      this.requestUpdate();
      return false;
    }
  }

  async #loadLater(): Promise<void> {
    this.#later ??= await loadLaterSteps();
    this.requestUpdate();
  }

  async #handleSign(): Promise<void> {
    if (this.#signing.state.signature.name === 'sending') return;
    if (!this.#followReview()) {
      this.requestUpdate();
      return;
    }
    if (this.dryRun) {
      this.#flow.endTrial();
      this.requestUpdate();
      return;
    }
    const record = this.#flow.accept(new Date());
    if (record) await this.#signing.sign(record);
  }

  /** The linked checklist may have another count now. */
  #handleRootChange = (event: Event): void => {
    if (event.target === this.#checklist) this.requestUpdate();
  };

  #modify(part: 'identity' | 'statements' | 'practices' | 'reason'): void {
    this.#show(() => this.#flow.goBack());
    if (part === 'practices') this.#checklist?.focus();
    else if (part === 'statements') void this.focusAfterUpdate('[part~=checkbox]');
    else if (part === 'reason') void this.focusAfterUpdate('#reason');
  }

  #startOver(): void {
    const { name } = this.#signing.state.signature;
    if (name === 'refused') {
      // What was typed stays: the person corrects and signs again, under a new id.
      this.#flow.goToForm();
      void this.#signing.leave();
    } else {
      this.reset();
    }
    void this.focusAfterUpdate('input');
  }

  #endSession(): void {
    this.reset();
    void this.focusAfterUpdate('.title');
  }

  /** The receiver has a newer charter: shows it here and in the viewer, with the person's details still filled. */
  async #readNewVersion(record: SignatureRecord): Promise<void> {
    await this.#signing.leave();
    this.#form.refill(record.signer);
    this.#form.clearTicks();
    this.#flow.goToForm();
    this.#outdatedVersion = record.charter.version;
    this.#source.provider?.setAttribute('changes-since', record.charter.version);
    this.#source.reload();
    await this.focusAfterUpdate('.title');
  }

  #show(go: () => void): void {
    go();
    this.#form.faults = new Map();
    this.requestUpdate();
  }

  #adoptCharter(): void {
    const { loaded } = this.#source;
    if (loaded) this.#takeOver(loaded.charter);
  }

  /** Goes on with what the person was doing in the plain form, which leaves the screen with the next render. */
  #takeOver(charter: Charter): void {
    const form = findFallbackForm(this);
    if (!form || this.#hasTakenOver) return;
    this.#hasTakenOver = true;
    const entries = takeEntries(form);
    this.#form.takeOver(entries, charter);
    const { practices, focusedId } = entries;
    if (practices.length > 0 && this.#checklist) this.#checklist.value = practices;
    if (focusedId) void this.focusAfterUpdate(`#${CSS.escape(focusedId)}`);
  }

  #wipe(): void {
    this.#form.clear();
    this.#person++;
    this.#flow.goToForm();
    this.#outdatedVersion = undefined;
    this.#steps.forget();
    this.requestUpdate();
    void this.#signing.leave();
  }

  get #audience(): Audience {
    return this.audience ?? (this.#source.provider?.audience as Audience | undefined) ?? 'staff';
  }

  get #checklist(): LinkedChecklist | null {
    const root = this.getRootNode();
    const isQueried = this.checklist && (root instanceof Document || root instanceof ShadowRoot);
    return isQueried ? root.getElementById(this.checklist!) : null;
  }

  get #holdsPersonalData(): boolean {
    const hasTicks = (this.#checklist?.value?.length ?? 0) > 0;
    return !this.#form.isEmpty || hasTicks || this.#signing.state.signature.name !== 'drafting';
  }
}

function isResult(
  signature: SigningState['signature'],
): signature is Parameters<LaterSteps['renderResult']>[0] {
  return signature.name !== 'drafting' && signature.name !== 'sending';
}

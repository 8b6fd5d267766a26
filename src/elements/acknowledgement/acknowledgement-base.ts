import { property } from 'lit/decorators.js';
import { CharterSource } from '../../base/charter-source.ts';
import { findNamed } from '../../base/named-element.ts';
import { printElement } from '../../behaviors/print.ts';
import { SharedDeviceController } from '../../behaviors/shared-device.ts';
import type { Audience, Charter } from '../../charter/charter.ts';
import type { Digest } from '../../charter/digest.ts';
import type { SignatureRecord } from '../../signature/record.ts';
import { AcknowledgementFlow } from './acknowledgement-flow.ts';
import { AcknowledgementForm, reasonOf, signerOf } from './acknowledgement-form.ts';
import type { FormModel, LinkedChecklist } from './acknowledgement-form.ts';
import { AcknowledgementOptions } from './acknowledgement-options.ts';
import { EarlierSignatureController } from './earlier-signature-controller.ts';
import { fieldsOf, findFallbackForm, takeEntries } from './fallback-form.ts';
import { LaterStepsLoader } from './later-steps-loader.ts';
import type { LaterSteps } from './later-steps-loader.ts';
import type { ReviewedPart } from './views/review-view.ts';
import { renderErased, renderIdleWarning } from './views/shared-device-view.ts';
import { SigningController } from './signing-controller.ts';
import { fateOf } from './shown-step.ts';
import { StepFocus } from './step-focus.ts';

// Outside of the class: in a decorated class, tsc leaves the extension of a dynamic import as it is.
const loadLaterSteps = () => import('./later-steps.lazy.ts');

/**
 * What happens in a `charter-acknowledgement`; what it looks like is the element's own. What the two share is marked
 * internal: the published types leave it out.
 */
export abstract class AcknowledgementBase extends AcknowledgementOptions {
  /** @internal */
  protected readonly source = new CharterSource(
    this,
    () => ({ document: this.#document, for: this.for, src: this.src }),
    { onSettled: () => this.#adoptCharter() },
  );
  /** @internal */
  protected readonly signing = new SigningController(this, () => ({
    ...this.signingOptions,
    charter: this.charter,
  }));
  /** @internal */
  protected readonly deviceSession = new SharedDeviceController(this, {
    isShared: () => this.sharedDevice,
    holdsPersonalData: () => this.holdsPersonalData,
    idleTimeout: () => this.idleTimeout,
    signatureFate: () => fateOf(this.signing.state.signature),
    wipe: () => this.#wipe(),
    renderWarning: (warning) => renderIdleWarning(warning, this.headingLevel, this.localize),
    renderEnded: (session) => renderErased(session, this.headingLevel + 1, this.localize),
  });
  /** @internal */
  protected readonly earlier = new EarlierSignatureController(this, () => ({
    charter: this.charter,
    signedVersion: this.signedVersion,
    signedAt: this.signedAt,
    renewAfter: this.renewAfter,
    outdatedVersion: this.#outdatedVersion,
    previousSrc: this.previousSrc ?? this.source.provider?.previousSrc,
  }));
  /** @internal */
  protected readonly form = new AcknowledgementForm();
  /** @internal */
  protected readonly flow = new AcknowledgementFlow();
  /** @internal */
  protected readonly steps = new StepFocus(this);
  /** @internal */
  protected readonly laterSteps = new LaterStepsLoader(this, loadLaterSteps);
  #document: unknown;
  #root: Node | undefined;
  #outdatedVersion: string | undefined;
  /** Each person has controls of their own: what was typed in others cannot be brought back by undoing. @internal */
  protected person = 0;
  #hasTakenOver = false;

  /** The charter to sign. Setting a document (an object that follows the charter schema) uses it. */
  @property({ attribute: false, hasChanged: () => true })
  get charter(): Charter | undefined {
    return this.source.loaded?.charter;
  }
  set charter(document: unknown) {
    this.#document = document;
  }

  /** Digest of the charter to sign. */
  get digest(): Digest | undefined {
    return this.source.loaded?.digest;
  }

  /**
   * Empties the form and leaves the current result; a record that waits in the outbox is kept. On a shared device, it
   * ends the session of the person: every element of the page is wiped.
   */
  reset(): void {
    this.deviceSession.end('person');
  }

  /** How many records of this charter the endpoint has not accepted, for a badge; `charter-unsent-changed` tells of changes. */
  async getUnsentCount(): Promise<number> {
    await this.source.settled();
    return this.signing.countUnsent();
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

  /** @internal */
  protected formModel(charter: Charter): FormModel {
    return this.form.model(charter, {
      fields: this.fields || fieldsOf(findFallbackForm(this)),
      given: this.givenSigner,
      isLocked: this.lockSigner,
      isShared: this.sharedDevice,
      checklist: this.linkedChecklist,
    });
  }

  /** @internal */
  protected handleInput(event: Event): void {
    const { isEmpty } = this.form;
    this.form.handleInput(event);
    // Typing renders nothing, but on a shared device there may now be something to wipe.
    if (isEmpty !== this.form.isEmpty) this.requestUpdate();
    if (!this.form.isEmpty) this.laterSteps.anticipate();
  }

  /** @internal */
  protected async handleReview(event: Event): Promise<void> {
    event.preventDefault();
    if (this.laterSteps.isAwaited) return;
    this.form.read(event.target as HTMLFormElement);
    if (!(await this.#prepare()) || !this.source.loaded) return;
    // What waits from an earlier visit came on screen meanwhile.
    if (this.signing.state.signature.name !== 'drafting') return;
    const isDeclining = this.flow.step === 'decline';
    const record = this.#draft(isDeclining);
    if (record) this.show(() => this.flow.review(record));
    else await this.focusAfterUpdate('#error-summary');
  }

  /** What would be signed now; `undefined`, with what to correct in the form, where nothing can be. */
  #draft(isDeclining: boolean): SignatureRecord | undefined {
    const { loaded } = this.source;
    if (!loaded || !this.later) return undefined;
    const model = this.formModel(loaded.charter);
    this.form.faults = this.later.findFaults(model, isDeclining, this.linkedChecklist, this.localize);
    this.requestUpdate();
    if (this.form.faults.size > 0) return undefined;
    return this.later.createSignatureRecord({
      ...loaded,
      audience: this.signingAudience,
      isPlain: this.source.provider?.plain ?? false,
      signer: signerOf(model),
      statementIds: isDeclining ? [] : [...model.ticked],
      practices: isDeclining ? undefined : this.linkedChecklist?.value,
      reason: isDeclining ? reasonOf(model) : undefined,
    });
  }

  /** The review shows what would be signed, whatever changes in the page meanwhile. @internal */
  protected followReview(): boolean {
    const flow = this.flow;
    if (!flow.isReviewing || !this.source.loaded) return true;
    const { digest } = this.source.loaded;
    const isAnotherText = digest !== flow.record?.charter.digest;
    if (isAnotherText) this.form.clearTicks();
    // What has to be ticked again is no mistake of the person's.
    const draft = isAnotherText ? undefined : this.#draft(flow.record?.decision === 'declined');
    return flow.follow(draft, isAnotherText);
  }

  /** Signed is signed: when the result leaves the screen, nothing of it is there for the next person to sign. @internal */
  protected endReview(isCorrected: boolean): void {
    this.flow.goToForm();
    if (!isCorrected) this.form.clearTicks();
  }

  /** @internal */
  protected async handleDecline(): Promise<void> {
    this.form.read(this.renderRoot.querySelector('form'));
    if (await this.#prepare()) this.show(() => this.flow.goToDecline());
  }

  /** What sending needs is fetched before the person signs: a signature must never wait for code. */
  async #prepare(): Promise<boolean> {
    const fault = await this.laterSteps.prepare(this.signing.prepare());
    if (!fault) return true;
    this.form.faults = new Map([['load', () => fault(this.localize)]]);
    this.requestUpdate();
    return false;
  }

  /** @internal */
  protected get later(): LaterSteps | undefined {
    return this.laterSteps.steps;
  }

  /** @internal */
  protected async handleSign(): Promise<void> {
    if (this.signing.state.signature.name === 'sending') return;
    if (!this.followReview()) {
      this.requestUpdate();
      return;
    }
    if (this.dryRun) {
      this.flow.endTrial();
      this.requestUpdate();
      return;
    }
    const record = this.flow.accept(new Date());
    if (record) await this.signing.sign(record);
  }

  /** The linked checklist may have another count now. */
  #handleRootChange = (event: Event): void => {
    if (event.target === this.linkedChecklist) this.requestUpdate();
  };

  /** @internal */
  protected modify(part: ReviewedPart): void {
    this.show(() => this.flow.goBack());
    if (part === 'practices') this.linkedChecklist?.focus();
    else if (part === 'statements') void this.focusAfterUpdate('[part~=checkbox]');
    else if (part === 'reason') void this.focusAfterUpdate('#reason');
  }

  /** @internal */
  protected startOver(): void {
    const { name } = this.signing.state.signature;
    if (name === 'refused') {
      // What was typed stays: the person corrects and signs again, under a new id.
      this.flow.goToForm();
      void this.signing.leave();
    } else {
      this.reset();
    }
    void this.focusAfterUpdate('input');
  }

  /** @internal */
  protected endSession(): void {
    this.reset();
    void this.focusAfterUpdate('.title');
  }

  /** The receiver has a newer charter: shows it here and in the viewer, with the person's details still filled. @internal */
  protected async readNewVersion(record: SignatureRecord): Promise<void> {
    await this.signing.leave();
    this.form.refill(record.signer);
    this.form.clearTicks();
    this.flow.goToForm();
    this.#outdatedVersion = record.charter.version;
    this.source.provider?.setAttribute('changes-since', record.charter.version);
    this.source.reload();
    await this.focusAfterUpdate('.title');
  }

  /** @internal */
  protected show(go: () => void): void {
    go();
    this.form.faults = new Map();
    this.requestUpdate();
  }

  #adoptCharter(): void {
    const { loaded } = this.source;
    if (loaded) this.#takeOver(loaded.charter);
  }

  /** Goes on with what the person was doing in the plain form, which leaves the screen with the next render. */
  #takeOver(charter: Charter): void {
    const form = findFallbackForm(this);
    if (!form || this.#hasTakenOver) return;
    this.#hasTakenOver = true;
    const entries = takeEntries(form);
    this.form.takeOver(entries, charter);
    const { practices, focusedId } = entries;
    if (practices.length > 0 && this.linkedChecklist) this.linkedChecklist.value = practices;
    if (focusedId) void this.focusAfterUpdate(`#${CSS.escape(focusedId)}`);
  }

  #wipe(): void {
    this.form.clear();
    this.person++;
    this.flow.goToForm();
    this.#outdatedVersion = undefined;
    this.steps.forget();
    this.requestUpdate();
    void this.signing.leave();
  }

  /** @internal */
  protected get signingAudience(): Audience {
    return this.audience ?? (this.source.provider?.audience as Audience | undefined) ?? 'staff';
  }

  /** @internal */
  protected get linkedChecklist(): LinkedChecklist | null {
    const { checklist: id } = this;
    if (!id) return null;
    const found = findNamed({
      host: this,
      attribute: 'checklist',
      id,
      tag: 'charter-checklist',
      member: 'practices',
    });
    return found.kind === 'found' ? found.element : null;
  }

  /** @internal */
  protected get holdsPersonalData(): boolean {
    const hasTicks = (this.linkedChecklist?.value?.length ?? 0) > 0;
    return !this.form.isEmpty || hasTicks || this.signing.state.signature.name !== 'drafting';
  }
}

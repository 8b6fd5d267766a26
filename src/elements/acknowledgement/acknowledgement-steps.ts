import type { SignatureRecord } from '../../signature/record.ts';
import { AcknowledgementBase } from './acknowledgement-base.ts';
import { reasonOf, signerOf } from './acknowledgement-form.ts';
import { LaterStepsLoader } from './later-steps-loader.ts';
import type { LaterSteps } from './later-steps-loader.ts';
import type { ReviewedPart } from './views/review-view.ts';

// Outside of the class: in a decorated class, tsc leaves the extension of a dynamic import as it is.
const loadLaterSteps = () => import('./later-steps.lazy.ts');

/** What a person does in a `charter-acknowledgement`, step by step; what it looks like is the element's own. */
export abstract class AcknowledgementSteps extends AcknowledgementBase {
  /** @internal */
  protected readonly laterSteps = new LaterStepsLoader(this, loadLaterSteps);

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
    this.outdatedVersion = record.charter.version;
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
}

import { property } from 'lit/decorators.js';
import { CharterSource } from '../../base/charter-source.ts';
import { NamedElementController } from '../../base/named-element-controller.ts';
import { printElement } from '../../behaviors/print.ts';
import { SharedDeviceController } from '../../behaviors/shared-device.ts';
import type { Audience, Charter } from '../../charter/charter.ts';
import type { Digest } from '../../charter/digest.ts';
import { AcknowledgementFlow } from './acknowledgement-flow.ts';
import { AcknowledgementForm } from './acknowledgement-form.ts';
import type { FormModel, LinkedChecklist } from './acknowledgement-form.ts';
import { AcknowledgementOptions } from './acknowledgement-options.ts';
import { EarlierSignatureController } from './earlier-signature-controller.ts';
import { fieldsOf, findFallbackForm, takeEntries } from './fallback-form.ts';
import { renderErased, renderIdleWarning } from './views/shared-device-view.ts';
import { SigningController } from './signing-controller.ts';
import { fateOf } from './shown-step.ts';
import { StepFocus } from './step-focus.ts';

/**
 * What a `charter-acknowledgement` is made of: its charter, form, signing and session. What the steps and the view share
 * with it is marked internal: the published types leave it out.
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
    outdatedVersion: this.outdatedVersion,
    previousSrc: this.previousSrc ?? this.source.provider?.previousSrc,
  }));
  /** @internal */
  protected readonly form = new AcknowledgementForm();
  /** @internal */
  protected readonly flow = new AcknowledgementFlow();
  /** @internal */
  protected readonly steps = new StepFocus(this);
  readonly #checklist = new NamedElementController(this, () => ({
    attribute: 'checklist',
    id: this.checklist,
    tag: 'charter-checklist',
    member: 'practices',
  }));
  #document: unknown;
  #root: Node | undefined;
  /** @internal */
  protected outdatedVersion: string | undefined;
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

  /** The linked checklist may have another count now. */
  #handleRootChange = (event: Event): void => {
    if (event.target === this.linkedChecklist) this.requestUpdate();
  };

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
    this.outdatedVersion = undefined;
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
    return this.#checklist.element;
  }

  /** @internal */
  protected get holdsPersonalData(): boolean {
    const hasTicks = (this.linkedChecklist?.value?.length ?? 0) > 0;
    return !this.form.isEmpty || hasTicks || this.signing.state.signature.name !== 'drafting';
  }
}

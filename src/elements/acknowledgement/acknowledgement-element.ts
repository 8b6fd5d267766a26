import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { CharterSource } from '../../behaviors/charter-source.ts';
import { printElement } from '../../behaviors/print.ts';
import { SharedDeviceController } from '../../behaviors/shared-device.ts';
import type { SignatureFate } from '../../behaviors/shared-device.ts';
import { SigningController } from '../../behaviors/signing/signing-controller.ts';
import type { Audience, Charter } from '../../charter/charter.ts';
import type { Digest } from '../../charter/digest.ts';
import type { SignatureRecord } from '../../signature/record.ts';
import { base } from '../../styles/base.ts';
import { definitionStyles } from '../../styles/definitions.ts';
import { tokens } from '../../styles/tokens.ts';
import { charterStatus } from '../../templates/charter-status.ts';
import { heading } from '../../templates/heading.ts';
import { AcknowledgementForm, signerOf } from './acknowledgement-form.ts';
import type { FormModel, LinkedChecklist } from './acknowledgement-form.ts';
import { AcknowledgementOptions } from './acknowledgement-options.ts';
import { acknowledgementStyles } from './acknowledgement-styles.ts';
import { fieldsOf, findFallbackForm, takeEntries } from './fallback-form.ts';
import type { EarlierSignature } from './earlier-signature.ts';
import { renderForm } from './form-view.ts';
import { sharedDeviceStyles } from './shared-device-styles.ts';
import { renderErased, renderIdleWarning } from './shared-device-view.ts';

type View = 'form' | 'decline' | 'review' | 'tried';

// Outside of the class: in a decorated class, tsc leaves the extension of a dynamic import as it is.
const loadLaterSteps = () => import('./later-steps.ts');
const loadEarlierSignature = () => import('./earlier-signature.ts');

type LaterSteps = typeof import('./later-steps.ts');

/** A record reviewed longer ago than this takes the time of the click. Milliseconds. */
const reviewedLately = 5 * 60_000;

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
 * @fires {CharterSignFailedEvent} charter-sign-failed - Refused for good.
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
 * @csspart review-statements - The statements about to be signed.
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
 * @csspart outdated - The message of a charter that changed meanwhile.
 * @csspart failure - The message of a refused signature.
 * @csspart retry-button - Sends again, or loads the charter again.
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
 * @cssstate sending - The record is being sent.
 * @cssstate pending - Not recorded yet: kept, and sent again.
 * @cssstate signed - The endpoint recorded the signature.
 * @cssstate declined - The endpoint recorded that the person declined.
 * @cssstate failed - The charter cannot be shown, or the record was refused for good.
 * @cssstate outdated - The receiver has a newer version of the charter.
 * @example
 * ```html
 * <charter-acknowledgement for="charter" endpoint="/api/signatures" fields="id department"></charter-acknowledgement>
 * ```
 */
export class CharterAcknowledgement extends AcknowledgementOptions {
  static override readonly styles = [
    tokens,
    base,
    definitionStyles,
    acknowledgementStyles,
    sharedDeviceStyles,
  ];

  @state() private view: View = 'form';
  @state() private record: SignatureRecord | undefined;

  readonly #source = new CharterSource(
    this,
    () => ({ document: this.#document, for: this.for, src: this.src }),
    { onSettled: () => this.#adoptCharter() },
  );
  readonly #signing = new SigningController(this, () => this.signingOptions);
  readonly #sharedDevice = new SharedDeviceController(this, {
    isShared: () => this.sharedDevice,
    holdsPersonalData: () => this.#holdsPersonalData,
    idleTimeout: () => this.idleTimeout,
    signatureFate: () => this.#signatureFate,
    wipe: () => this.#wipe(),
    renderWarning: (warning) => renderIdleWarning(warning, this.headingLevel, this.localize),
    renderEnded: (session) => renderErased(session, this.headingLevel + 1, this.localize),
  });
  #later: LaterSteps | undefined;
  /** What the page or the receiver says of an earlier signature: loaded where one does. */
  #earlier: EarlierSignature | undefined;
  #earlierLoad: 'none' | 'loading' | 'over' = 'none';
  #outdatedVersion: string | undefined;
  #document: unknown;
  readonly #form = new AcknowledgementForm();
  #root: Node | undefined;
  #shownStatus = 'idle';
  #announcement = '';
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

  /** How many records on this device the endpoint has not accepted, for a badge; `charter-unsent-changed` tells of changes. */
  getUnsentCount(): Promise<number> {
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
    const { status, outbox } = this.#signing;
    const isResult = status.name !== 'idle' && status.name !== 'sending';
    if ((isResult || outbox.entries.length > 0) && !this.#later) void this.#loadLater();
    this.#followStatus();
    if (this.#tellsOfEarlier && this.#earlierLoad === 'none') void this.#loadEarlier();
  }

  protected override render(): TemplateResult {
    const { textLanguage, direction } = this.localize;
    return html`<div class="root" part="root" lang=${textLanguage} dir=${direction}>
      ${this.#renderContent()} ${this.#sharedDevice.renderWarning()}
      <div class="visually-hidden" role="status">${this.#announcement}</div>
    </div>`;
  }

  protected override updated(): void {
    const { status, loaded } = this.#source;
    const signing = this.#signing.status;
    const isDeclined = 'record' in signing && signing.record.decision === 'declined';
    const isSigned = signing.name === 'signed';
    this.toggleState('loading', status === 'loading');
    this.toggleState('ready', loaded !== undefined);
    this.toggleState('reviewing', this.view === 'review' && signing.name === 'idle');
    this.toggleState('signed', (isSigned && !isDeclined) || !!this.#earlier?.isCurrent);
    this.toggleState('declined', isSigned && isDeclined);
    this.toggleState('failed', status === 'failed' || signing.name === 'failed');
    for (const name of ['sending', 'pending', 'outdated'] as const)
      this.toggleState(name, signing.name === name);
  }

  #renderContent(): TemplateResult {
    const { status, loaded } = this.#source;
    const signing = this.#signing.status;
    const result = signing.name === 'idle' || signing.name === 'sending' ? undefined : signing;
    const shownId = 'record' in signing ? signing.record.id : undefined;
    if (!result && (status !== 'ready' || !loaded)) return charterStatus(this.#source, this.localize);
    // Somebody who has signed must not see a form that leaves at once.
    if (!result && this.#tellsOfEarlier && this.#earlierLoad !== 'over') return html``;
    return html`<div class="panel">
      ${heading(
        this.headingLevel,
        this.msg('Signer la charte', {
          id: 'acknowledgement.title',
          desc: 'Title of the form; signing means agreeing to the charter',
        }),
        {
          name: 'title',
          focusable: true,
        },
      )}
      ${this.#sharedDevice.renderEnded()}
      ${result ? this.#renderResult(result) : keyed(this.#person, this.#renderView(loaded!.charter))}
      ${this.sharedDevice && this.#holdsPersonalData ? this.#renderEnd() : nothing}
      ${this.#later?.renderUnsent(this.#signing.outbox.entries, shownId, this.localize) ?? nothing}
    </div>`;
  }

  #renderView(charter: Charter): TemplateResult {
    const { record, view, localize, headingLevel } = this;
    const earlier = this.#earlier?.render(charter, this.#audience, localize) ?? nothing;
    if (this.#earlier?.isCurrent && view === 'form') return html`${earlier}`;
    if (this.#later && record && (view === 'review' || view === 'tried')) {
      const isSending = this.#signing.status.name === 'sending';
      return this.#later.renderReview(
        { record, charter, headingLevel, isSending, isTried: view === 'tried' },
        {
          sign: () => void this.#handleSign(),
          goBack: () => isSending || this.#show(record.decision === 'declined' ? 'decline' : 'form'),
        },
        localize,
      );
    }
    const actions = {
      handleInput: (event: Event) => this.#handleInput(event),
      handleSubmit: (event: Event) => void this.#handleReview(event),
      decline: this.allowDecline ? () => void this.#handleDecline() : undefined,
      goBack: () => this.#show('form'),
      goToChecklist: () => this.#checklist?.focus(),
    };
    const model = this.#formModel(charter);
    if (this.#later && view === 'decline')
      return this.#later.renderDecline(model, headingLevel, actions, localize);
    return html`${earlier} ${renderForm(model, this.dryRun, actions, localize)}`;
  }

  #renderResult(status: Parameters<LaterSteps['renderResult']>[0]): TemplateResult | typeof nothing {
    if (!this.#later) return nothing;
    return this.#later.renderResult(
      status,
      {
        headingLevel: this.headingLevel,
        isShared: this.sharedDevice,
        isLocked: this.lockSigner && this.givenSigner.name !== undefined,
        charterTitle: this.digest === status.record.charter.digest ? this.charter?.title : undefined,
        isDurable: this.#signing.outbox.isDurable,
        retry: () => void this.#signing.retry(),
        signAgain: () => void this.#signing.sign(status.record),
        startOver: () => this.#startOver(),
        readNewVersion: () => void this.#readNewVersion(status.record),
        print: () => this.print(),
        download: () => this.#download(),
      },
      this.localize,
    );
  }

  #renderEnd(): TemplateResult {
    return html`<p>
      <button type="button" part="wipe-button" @click=${() => this.#endSession()}>
        ${this.msg('Terminer et effacer', { id: 'acknowledgement.wipe', desc: 'Button on a shared computer: ends the session and erases everything typed (max 35)' })}
      </button>
    </p>`;
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
    const isReady = await this.#loadSending();
    const { loaded } = this.#source;
    if (!isReady || !loaded) return;
    const { createSignatureRecord, findFaults } = this.#later!;
    const isDeclining = this.view === 'decline';
    const model = this.#formModel(loaded.charter);
    this.#form.faults = findFaults(model, isDeclining, this.#checklist, this.localize);
    this.requestUpdate();
    const [first] = this.#form.faults.keys();
    if (first !== undefined) {
      await this.focusAfterUpdate(`#${CSS.escape(first)}`);
      return;
    }
    this.record = createSignatureRecord({
      ...loaded,
      audience: this.#audience,
      isPlain: this.#source.provider?.plain ?? false,
      signer: signerOf(model),
      statementIds: isDeclining ? [] : [...model.ticked],
      practices: isDeclining ? undefined : this.#checklist?.value,
      reason: isDeclining ? model.reason.trim() : undefined,
    });
    this.#show('review');
  }

  async #handleDecline(): Promise<void> {
    if (await this.#loadSending()) this.#show('decline');
  }

  /** What sending needs is fetched before the person signs: a signature must never wait for code. */
  async #loadSending(): Promise<boolean> {
    try {
      await Promise.all([this.#signing.open(), this.#loadLater()]);
      return true;
    } catch (error) {
      console.error(error);
      const fault = (): string =>
        this.msg(
          'La suite n’a pas pu être chargée. Vérifiez votre connexion, puis réessayez : votre saisie est intacte.',
          { id: 'acknowledgement.not-loaded', desc: 'Error: a part of the script could not be loaded' },
        );
      this.#form.faults = new Map([['load', fault]]);
      this.requestUpdate();
      return false;
    }
  }

  async #loadLater(): Promise<void> {
    this.#later ??= await loadLaterSteps();
    this.requestUpdate();
  }

  get #tellsOfEarlier(): boolean {
    return (this.signedVersion ?? this.#outdatedVersion) !== undefined;
  }

  async #loadEarlier(): Promise<void> {
    this.#earlierLoad = 'loading';
    try {
      const { EarlierSignature: Earlier } = await loadEarlierSignature();
      this.#earlier = new Earlier(this, () => ({
        charter: this.charter,
        signedVersion: this.signedVersion,
        signedAt: this.signedAt,
        renewAfter: this.renewAfter,
        outdatedVersion: this.#outdatedVersion,
        previousSrc: this.previousSrc ?? this.#source.provider?.previousSrc,
      }));
    } catch (error) {
      console.error(error);
    }
    this.#earlierLoad = 'over';
    this.requestUpdate();
  }

  async #handleSign(): Promise<void> {
    const { record } = this;
    if (!record || this.#signing.status.name === 'sending') return;
    if (this.dryRun) {
      this.view = 'tried';
      return;
    }
    const now = new Date();
    const isRecent = now.getTime() - Date.parse(record.signedAt) < reviewedLately;
    this.record = isRecent ? record : { ...record, signedAt: now.toISOString() };
    this.#announcement = this.msg('Envoi…', {
      id: 'acknowledgement.sending',
      desc: 'In place of the words of the button while it is being sent (max 25)',
    });
    await this.#signing.sign(this.record);
  }

  /** The linked checklist may have another count now. */
  #handleRootChange = (event: Event): void => {
    if (event.target === this.#checklist) this.requestUpdate();
  };

  #startOver(): void {
    if (this.#signing.status.name === 'failed') {
      // What was typed stays: the person corrects and signs again, under a new id.
      this.view = 'form';
      this.record = undefined;
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
    this.record = undefined;
    this.#outdatedVersion = record.charter.version;
    this.view = 'form';
    this.#source.provider?.setAttribute('changes-since', record.charter.version);
    this.#source.reload();
    await this.focusAfterUpdate('.title');
  }

  #download(): void {
    const { status } = this.#signing;
    const later = this.#later;
    if (!later || !('record' in status)) return;
    const { record } = status;
    const content = status.name === 'signed' ? { record, ...status.receipt } : { record };
    const name = `charte-${record.charter.id}-${record.id}.json`;
    later.downloadText(later.writeJSON(content, 2), name, 'application/json');
  }

  #show(view: View): void {
    this.view = view;
    this.#form.faults = new Map();
    void this.focusAfterUpdate(view === 'form' ? 'input' : '.section-title');
  }

  /** A new result takes the focus if the person is here; otherwise it is only announced. */
  #followStatus(): void {
    const { name } = this.#signing.status;
    if (name === this.#shownStatus) return;
    this.#shownStatus = name;
    if (name === 'idle' || name === 'sending') return;
    const hasFocus = this.matches(':focus-within');
    void Promise.all([this.#loadLater(), this.updateComplete]).then(async () => {
      await this.updateComplete;
      const title = this.renderRoot.querySelector<HTMLElement>('.result-title');
      if (hasFocus) title?.focus();
      this.#announcement = hasFocus ? '' : (title?.textContent.trim() ?? '');
      this.requestUpdate();
    });
  }

  #adoptCharter(): void {
    const { loaded } = this.#source;
    if (loaded && this.record && this.record.charter.digest !== loaded.digest && this.view !== 'form') {
      // Another text than the one reviewed: what was typed stays, the statements are to be read again.
      this.#form.clearTicks();
      this.record = undefined;
      this.view = 'form';
    }
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
    this.record = undefined;
    this.#outdatedVersion = undefined;
    this.view = 'form';
    this.#announcement = '';
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
    return !this.#form.isEmpty || hasTicks || this.#signing.status.name !== 'idle';
  }

  get #signatureFate(): SignatureFate {
    const { status } = this.#signing;
    if (status.name === 'idle') return 'none';
    if (status.name === 'signed') return 'recorded';
    return status.name === 'pending' && status.entry.sealed ? 'encrypted' : 'unconfirmed';
  }
}

import { str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { audienceConverter } from '../../behaviors/audience-attribute.ts';
import { CharterSource } from '../../behaviors/charter-source.ts';
import { readStored, writeStored } from '../../behaviors/page-storage.ts';
import type { Persistence } from '../../behaviors/page-storage.ts';
import { groupPractices, selectAudience } from '../../charter/audiences.ts';
import type { Audience, Charter, Practice } from '../../charter/charter.ts';
import { CharterChecklistCompletedEvent } from '../../events/charter-checklist-completed.ts';
import { CharterLoadFailedEvent } from '../../events/charter-load-failed.ts';
import { CharterLoadedEvent } from '../../events/charter-loaded.ts';
import { CharterElement } from '../../internal/charter-element.ts';
import { directionOf } from '../../localization/language.ts';
import { base } from '../../styles/base.ts';
import { tokens } from '../../styles/tokens.ts';
import { charterStatus } from '../../templates/charter-status.ts';
import { heading } from '../../templates/heading.ts';
import { richText } from '../../templates/rich-text.ts';
import { checklistStyles } from './checklist-styles.ts';

/**
 * The practices of a charter, to tick. A form control: its value is the list of ticked ids, sent under `name`.
 *
 * @element charter-checklist
 * @slot - Fallback: seen before the element is ready, without JavaScript, and when the charter cannot be shown.
 * @fires {Event} input - A practice was ticked or unticked.
 * @fires {Event} change - A practice was ticked or unticked.
 * @fires {CharterChecklistCompletedEvent} charter-checklist-completed - Every practice is ticked.
 * @fires {CharterLoadedEvent} charter-loaded - The charter named by `src` is shown.
 * @fires {CharterLoadFailedEvent} charter-load-failed - The charter named by `src` could not be loaded or is not valid.
 * @csspart root - The whole element.
 * @csspart title - The title.
 * @csspart progress - How many practices are ticked.
 * @csspart group - A group of practices.
 * @csspart practice - A practice.
 * @csspart clear-button - The button that unticks everything.
 * @csspart retry-button - The button that loads again after a failure.
 * @csspart loading - The loading message.
 * @csspart error - The message of a failed load.
 * @cssstate loading - The charter is being loaded.
 * @cssstate ready - The practices are shown.
 * @cssstate failed - The charter could not be shown.
 * @cssstate completed - Every practice is ticked.
 * @example
 * ```html
 * <charter-checklist for="charter" name="practices" persist="session"></charter-checklist>
 * ```
 */
export class CharterChecklist extends CharterElement {
  static override readonly styles = [tokens, base, checklistStyles];
  static override readonly shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static readonly formAssociated = true;

  /** Address of the charter document. */
  @property() src?: string;

  /** Id of a `charter-viewer` in the same root: its charter and its audience are used. */
  @property() for?: string;

  /** Whose practices are listed; by default the viewer's audience, else `staff`. */
  @property({ reflect: true, converter: audienceConverter }) audience?: Audience;

  /** Name under which the ticked ids are sent with a form. */
  @property({ reflect: true }) name = '';

  /** Where ticks are kept: `none`, `session` (this tab) or `local` (this device; not on a shared one). */
  @property() persist: Persistence = 'none';

  /** Level of the title, from 1. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Practices cannot be ticked and are not sent. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  @query('[part~=progress]') private progressPart!: HTMLElement | null;

  readonly #source = new CharterSource(
    this,
    () => ({ document: this.#document, for: this.for, src: this.src }),
    () => void this.#adoptCharter(),
  );
  #document: unknown;
  #ticked = new Set<string>();
  #isDisabledByForm = false;
  #wasComplete = false;
  #committedAudience: Audience = 'staff';

  /** The charter whose practices are listed. Setting a document (an object that follows the charter schema) shows it. */
  @property({ attribute: false })
  get charter(): Charter | undefined {
    return this.#source.loaded?.charter;
  }
  set charter(document: unknown) {
    this.#document = document;
  }

  /** Ids of the ticked practices, in the charter's order. */
  @property({ attribute: false })
  get value(): string[] {
    // Before the charter is known, what the page has set.
    if (!this.charter) return [...this.#ticked];
    return this.practices.filter(({ id }) => this.#ticked.has(id)).map(({ id }) => id);
  }
  set value(ids: readonly string[]) {
    this.#ticked = new Set(ids);
    this.#showTicks();
    this.#commit();
  }

  /** The practices listed for the audience. */
  get practices(): readonly Practice[] {
    return this.charter ? selectAudience(this.charter, this.#audience).practices : [];
  }

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  get type(): string {
    return this.localName;
  }

  get validity(): ValidityState {
    return this.internals.validity;
  }

  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  /** Unticks everything, and forgets what was kept. */
  clear(): void {
    this.value = [];
  }

  formResetCallback(): void {
    this.clear();
  }

  formDisabledCallback(disabled: boolean): void {
    this.#isDisabledByForm = disabled;
    this.requestUpdate();
  }

  formStateRestoreCallback(state: string): void {
    this.value = JSON.parse(state) as string[];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    for (const state of ['loading', 'ready', 'failed'] as const)
      this.toggleState(state, this.#source.status === state);
    if (changed.has('name') || this.#committedAudience !== this.#audience) this.#commit();
  }

  protected override render(): TemplateResult {
    const { status, loaded } = this.#source;
    const { textLanguage, direction } = this.localize;
    return html`<div class="root" part="root" lang=${textLanguage} dir=${direction}>
      ${status === 'ready' && loaded ? this.#renderPractices(loaded.charter) : charterStatus(this.#source, this.localize)}
    </div>`;
  }

  #renderPractices(charter: Charter): TemplateResult {
    const { practices } = this;
    const ticked = this.value.length;
    const isDisabled = this.disabled || this.#isDisabledByForm;
    return html`<div class="stack">
      ${heading(this.headingLevel, this.msg('Cocher les bonnes pratiques', { id: 'checklist.title' }), { name: 'title' })}
      <div class="progress" part="progress">
        <p role="status">
          ${this.msg(
            str`Pratiques cochées : ${this.localize.number(ticked)} sur ${this.localize.number(practices.length)}`,
            {
              id: 'checklist.progress',
              desc: '0: ticked practices, 1: all practices',
            },
          )}
        </p>
        <progress
          max=${Math.max(practices.length, 1)}
          .value=${ticked}
          aria-label=${this.msg('Pratiques cochées', { id: 'checklist.progress-label' })}
        ></progress>
      </div>
      ${guard([charter, this.#audience, this.localize.textLanguage, isDisabled], () => this.#renderGroups(charter, isDisabled))}
      <button
        type="button"
        class="clear quiet no-print"
        part="clear-button"
        ?disabled=${isDisabled}
        @click=${this.#handleClear}
      >
        ${this.msg('Tout décocher', { id: 'checklist.clear' })}
      </button>
    </div>`;
  }

  #renderGroups({ locale }: Charter, isDisabled: boolean): TemplateResult {
    return html`<div
      class="groups"
      lang=${locale}
      dir=${directionOf(locale)}
      @input=${this.#handleInput}
      @change=${this.#handleChange}
    >
      ${[...groupPractices(this.practices)].map(
        ([group, practices]) =>
          html`<fieldset part="group" ?disabled=${isDisabled}>
            ${group ? html`<legend>${group}</legend>` : nothing}
            <ul>
              ${practices.map((practice) => this.#renderPractice(practice))}
            </ul>
          </fieldset>`,
      )}
    </div>`;
  }

  #renderPractice({ id, text, why, required }: Practice): TemplateResult {
    return html`<li part="practice">
      <input
        type="checkbox"
        id="practice-${id}"
        value=${id}
        .checked=${this.#ticked.has(id)}
        aria-describedby=${why === undefined ? nothing : `why-${id}`}
      />
      <div class="text">
        <label for="practice-${id}">
          ${richText(text)}
          ${
            required
              ? html`<span class="muted">${this.msg('(obligatoire)', { id: 'checklist.required' })}</span>`
              : nothing
          }
        </label>
        ${why === undefined ? nothing : html`<p class="muted" id="why-${id}">${richText(why)}</p>`}
      </div>
    </li>`;
  }

  #handleInput(event: Event): void {
    const { value, checked } = event.target as HTMLInputElement;
    if (checked) this.#ticked.add(value);
    else this.#ticked.delete(value);
    this.#commit();
  }

  /** A native `change` stops at the shadow root: the page hears it from the element. */
  #handleChange(): void {
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #handleClear(): void {
    this.clear();
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  async #adoptCharter(): Promise<void> {
    const { loaded, error, provider } = this.#source;
    if (loaded) {
      const kept = readStored(this.persist, this.#storageKey);
      if (Array.isArray(kept)) this.#ticked = new Set([...this.#ticked, ...kept.map(String)]);
      this.#wasComplete = this.#isComplete;
      this.#commit();
    }
    await this.updateComplete;
    this.#showTicks();
    // A charter shared by a viewer was announced by it.
    if (provider || this.for) return;
    if (loaded) this.dispatchEvent(new CharterLoadedEvent(loaded));
    else if (error) {
      console.error(error);
      this.dispatchEvent(new CharterLoadFailedEvent({ error }));
    }
  }

  /** Tells the form, the storage and the page what is ticked. */
  #commit(): void {
    this.#committedAudience = this.#audience;
    const { value, practices } = this;
    const data = new FormData();
    if (this.name) for (const id of value) data.append(this.name, id);
    this.internals.setFormValue(this.name ? data : null, JSON.stringify(value));
    this.#validate(practices);
    if (this.charter) writeStored(this.persist, this.#storageKey, value.length > 0 ? value : undefined);
    const isComplete = this.#isComplete;
    this.toggleState('completed', isComplete);
    if (isComplete && !this.#wasComplete)
      this.dispatchEvent(new CharterChecklistCompletedEvent({ ticked: value }));
    this.#wasComplete = isComplete;
    this.requestUpdate();
  }

  #validate(practices: readonly Practice[]): void {
    const missing = practices.find(({ id, required }) => required && !this.#ticked.has(id));
    const message = this.msg('Cochez les pratiques obligatoires.', { id: 'checklist.required-missing' });
    const box = missing && this.#boxOf(missing.id);
    if (missing)
      this.internals.setValidity({ valueMissing: true }, message, box ?? this.progressPart ?? undefined);
    else this.internals.setValidity({});
  }

  /** The list is rendered once; ticks that the page sets are put on the boxes directly, whatever their number. */
  #showTicks(): void {
    if (!this.hasUpdated) return;
    for (const box of this.renderRoot.querySelectorAll<HTMLInputElement>('[type=checkbox]')) {
      box.checked = this.#ticked.has(box.value);
    }
  }

  #boxOf(id: string): HTMLElement | null {
    return this.hasUpdated ? this.renderRoot.querySelector(`#practice-${CSS.escape(id)}`) : null;
  }

  get #audience(): Audience {
    return this.audience ?? (this.#source.provider?.audience as Audience | undefined) ?? 'staff';
  }

  get #isComplete(): boolean {
    const { practices } = this;
    return practices.length > 0 && practices.every(({ id }) => this.#ticked.has(id));
  }

  get #storageKey(): string {
    return `checklist:${this.charter?.id ?? ''}`;
  }
}

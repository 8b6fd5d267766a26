import { html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { audience, level, optional, persistence, text } from '../../base/attributes.ts';
import { property } from '../../base/property.ts';
import { CharterSource } from '../../base/charter-source.ts';
import { FormControl } from '../../base/form-control.ts';
import type { Persistence } from '../../behaviors/page-storage.ts';
import { wipeOnSessionEnd } from '../../behaviors/session-end.ts';
import type { Audience, Charter, Practice } from '../../charter/charter.ts';
import { CharterChecklistCompletedEvent } from '../../events/charter-checklist-completed.ts';
import { writeJSON } from '../../internal/write-json.ts';
import { elementStyles } from '../../styles/element-styles.ts';
import { progress } from '../../styles/progress.ts';
import { charterStatus } from '../../templates/charter-status.ts';
import { checklistStyles } from './checklist-styles.ts';
import { keepTicks, readFormState, readTicks } from './kept-ticks.ts';
import { listPractices } from './listing.ts';
import type { Listing } from './listing.ts';
import * as texts from './texts.ts';
import { renderChecklist } from './views/checklist-view.ts';

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
 * @csspart group-title - The title of a group.
 * @csspart practice - A practice.
 * @csspart checkbox - The box of a practice.
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
export class CharterChecklist extends FormControl {
  static override readonly styles = [...elementStyles, progress, checklistStyles];

  /** Address of the charter document. */
  @property({ is: optional(text) }) src?: string;

  /** Id of a `charter-viewer` in the same root: its charter and its audience are used. */
  @property({ is: optional(text) }) for?: string;

  /** Whose practices are listed; by default the viewer's audience, else `staff`. */
  @property({ is: audience, reflect: true }) audience?: Audience;

  /** Where ticks are kept: `none`, `session` (this tab) or `local` (this device; not on a shared one). */
  @property({ is: persistence }) persist: Persistence = 'none';

  /** Level of the title, from 1. */
  @property({ is: level, attribute: 'heading-level' }) headingLevel = 2;

  readonly #source = new CharterSource(
    this,
    () => ({ document: this.#document, for: this.for, src: this.src }),
    { onSettled: () => this.#adoptCharter() },
  );
  #document: unknown;
  #ticked = new Set<string>();
  /** The page has set the value since a charter was adopted: it wins over what was kept. */
  #isSetByPage = false;
  #wasComplete = false;
  #committedAudience: Audience = 'staff';
  /** How many of the practices listed are ticked. */
  #count = 0;
  /** What is listed, and for what: it is asked for several times a tick. */
  #listed: Listing | undefined;
  /** What the boxes on screen are for. */
  #shown: Listing | undefined;

  constructor() {
    super();
    wipeOnSessionEnd(this, () => this.clear());
  }

  /** The charter whose practices are listed. Setting a document (an object that follows the charter schema) shows it. */
  // What is set and what is shown later are two things: setting always asks for an update.
  @property({ attribute: false, hasChanged: () => true })
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
    const { places } = this.#listing!;
    return [...this.#ticked]
      .filter((id) => places.has(id))
      .sort((one, other) => places.get(one)! - places.get(other)!);
  }
  set value(ids: readonly string[]) {
    this.#ticked = new Set(ids);
    this.#isSetByPage = true;
    this.#showTicks();
    this.#commit();
  }

  /** The practices listed for the audience. */
  get practices(): readonly Practice[] {
    return this.#listing?.practices ?? [];
  }

  /** Unticks everything, and forgets what was kept. */
  clear(): void {
    this.value = [];
  }

  /** Gives the focus to the first required practice that is not ticked, else to the first practice. */
  override focus(options?: FocusOptions): void {
    const missing = this.#missing;
    const box = missing ? this.#boxOf(missing) : this.#boxes[0];
    box?.focus(options);
  }

  formResetCallback(): void {
    this.clear();
  }

  formStateRestoreCallback(state: string): void {
    const ids = readFormState(state);
    if (ids) this.value = ids;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('persist')) this.#restore();
    if (changed.has('name') || changed.has('persist') || this.#committedAudience !== this.#audience)
      this.#commit();
  }

  protected override render(): TemplateResult {
    const listing = this.#source.status === 'ready' ? this.#listing : undefined;
    const { textLanguage, direction } = this.localize;
    return html`<div class="root" part="root" lang=${textLanguage} dir=${direction}>
      ${listing ? this.#renderPractices(listing) : charterStatus(this.#source, this.localize)}
    </div>`;
  }

  protected override updated(): void {
    for (const state of ['loading', 'ready', 'failed'] as const)
      this.toggleState(state, this.#source.status === state);
    // A box may be taken over from another practice, with the tick that a person gave it.
    const shown = this.#source.status === 'ready' ? this.#listing : undefined;
    if (shown !== this.#shown) this.#showTicks();
    this.#shown = shown;
    // Now the box that a message points at is there.
    this.#validate();
  }

  #renderPractices(listing: Listing): TemplateResult {
    const { localize, isDisabled } = this;
    return renderChecklist({
      listing,
      ticked: this.#count,
      isDisabled,
      isShown: this.#shown === listing,
      level: this.headingLevel,
      localize,
      onInput: (event) => this.#handleInput(event),
      onChange: () => this.#announceChange(),
      onClear: () => this.#handleClear(),
    });
  }

  #handleInput(event: Event): void {
    const { value, checked } = event.target as HTMLInputElement;
    if (checked) this.#ticked.add(value);
    else this.#ticked.delete(value);
    this.#commit();
  }

  #handleClear(): void {
    if (this.value.length === 0) return;
    this.clear();
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.#announceChange();
  }

  /** A native `change` stops at the shadow root: the page hears it from the element. */
  #announceChange(): void {
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #adoptCharter(): void {
    if (!this.#source.loaded) return;
    this.#restore();
    this.#isSetByPage = false;
    this.#commit();
  }

  /** Adds what was kept; it was announced when it was ticked. */
  #restore(): void {
    if (!this.charter) return;
    const kept = this.#isSetByPage ? [] : readTicks(this.persist, this.charter);
    this.#ticked = new Set([...this.#ticked, ...kept]);
    this.#showTicks();
    this.#wasComplete = this.#isComplete;
  }

  /** Tells the form, the storage and the page what is ticked. */
  #commit(): void {
    this.#committedAudience = this.#audience;
    const { value } = this;
    this.#count = value.length;
    const data = new FormData();
    if (this.name) for (const id of value) data.append(this.name, id);
    this.internals.setFormValue(this.name ? data : null, writeJSON(value));
    this.#validate();
    if (this.charter) keepTicks(this.persist, this.charter, this.#ticked);
    const isComplete = this.#isComplete;
    this.toggleState('completed', isComplete);
    if (isComplete && !this.#wasComplete)
      this.dispatchEvent(new CharterChecklistCompletedEvent({ ticked: value }));
    this.#wasComplete = isComplete;
    this.requestUpdate();
  }

  #validate(): void {
    const missing = this.#missing;
    const message = texts.requiredMissing(this.localize);
    if (missing) this.internals.setValidity({ valueMissing: true }, message, this.#boxOf(missing));
    else this.internals.setValidity({});
  }

  /** The list is rendered once; ticks that the page sets are put on the boxes directly, whatever their number. */
  #showTicks(): void {
    for (const box of this.#boxes) {
      const isTicked = this.#ticked.has(box.value);
      if (box.checked !== isTicked) box.checked = isTicked;
    }
  }

  get #boxes(): HTMLInputElement[] {
    return [...(this.shadowRoot?.querySelectorAll<HTMLInputElement>('[type=checkbox]') ?? [])];
  }

  #boxOf({ id }: Practice): HTMLElement | undefined {
    return this.shadowRoot?.getElementById(`practice-${id}`) ?? undefined;
  }

  /** The first required practice that is not ticked. */
  get #missing(): Practice | undefined {
    return this.#listing?.required.find(({ id }) => !this.#ticked.has(id));
  }

  get #listing(): Listing | undefined {
    const { charter } = this;
    if (!charter) return undefined;
    const audience = this.#audience;
    if (this.#listed?.charter !== charter || this.#listed.audience !== audience)
      this.#listed = listPractices(charter, audience);
    return this.#listed;
  }

  get #audience(): Audience {
    return this.audience ?? (this.#source.provider?.audience as Audience | undefined) ?? 'staff';
  }

  get #isComplete(): boolean {
    const { practices } = this;
    return practices.length > 0 && practices.every(({ id }) => this.#ticked.has(id));
  }
}

import { elementStyles } from '../../styles/element-styles.ts';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { audience, flag, level, optional, text } from '../../base/attributes.ts';
import { property } from '../../base/property.ts';
import { CharterElement } from '../../base/charter-element.ts';
import { CharterSource } from '../../base/charter-source.ts';
import { ComparisonSource } from '../../behaviors/comparison-source.ts';
import { printElement } from '../../behaviors/print.ts';
import { selectAudience } from '../../charter/audiences.ts';
import type { Audience, Charter } from '../../charter/charter.ts';
import type { Digest } from '../../charter/digest.ts';
import type { LoadedCharter } from '../../charter/load-charter.ts';
import { directionOf } from '../../localization/language.ts';
import { charterStatus } from '../../templates/charter-status.ts';
import { interfaceWords } from '../../templates/interface-words.ts';
import { contentsOf, renderBody } from './views/charter-body.ts';
import { renderHeader } from './views/charter-header.ts';
import type { CharterView } from './views/charter-view.ts';
import { renderContents } from './views/contents-list.ts';
import { ReadingController } from './reading-controller.ts';
import { RoomController } from './room-controller.ts';
import * as texts from './texts.ts';
import { viewerStyles } from './viewer-styles.ts';

/**
 * Shows a charter: contents list, sections with their legal references, practices, plain-language version, what changed
 * since a version, printing.
 *
 * @element charter-viewer
 * @slot - Fallback: seen before the element is ready, without JavaScript, and when the charter cannot be shown.
 * @fires {CharterLoadedEvent} charter-loaded - The charter is loaded, validated and shown.
 * @fires {CharterLoadFailedEvent} charter-load-failed - The charter could not be loaded or is not valid.
 * @fires {CharterSectionReadEvent} charter-section-read - The end of a section came into view.
 * @fires {CharterReadEvent} charter-read - The end of every section came into view.
 * @csspart root - The whole element.
 * @csspart title - The charter's title.
 * @csspart summary - The charter's summary.
 * @csspart issuer - Who issues the charter, and the contact.
 * @csspart actions - The row of buttons.
 * @csspart toc - The contents list.
 * @csspart section - A section.
 * @csspart section-title - The title of a section.
 * @csspart group-title - The title of a group of practices.
 * @csspart quote - A quotation.
 * @csspart legal-reference - A legal reference with its wording.
 * @csspart practice - A practice.
 * @csspart badge - The mark of what is new or changed.
 * @csspart sources - Where the charter's facts come from.
 * @csspart changes - What changed since the version in `changes-since`.
 * @csspart plain-button - The switch to the plain-language version.
 * @csspart print-button - The print button.
 * @csspart retry-button - The button that loads again after a failure.
 * @csspart loading - The loading message.
 * @csspart error - The message of a failed load.
 * @cssstate loading - The charter is being loaded.
 * @cssstate ready - The charter is shown.
 * @cssstate failed - The charter could not be shown.
 * @example
 * ```html
 * <charter-viewer id="charter" src="/charte.fr.json" audience="staff"></charter-viewer>
 * ```
 */
export class CharterViewer extends CharterElement {
  static override readonly styles = [...elementStyles, viewerStyles];

  /** Address of the charter document. Without it, and without `charter`, the built-in French charter is shown. */
  @property({ is: optional(text) }) src?: string;

  /** Whose charter is shown: sections and practices of other audiences are left out. */
  @property({ is: audience, reflect: true }) audience?: Audience;

  /** Shows the plain-language version of each section. The reader can switch too. */
  @property({ is: flag, reflect: true }) plain = false;

  /** Version that the reader knows, such as `1.2.0`: what came after it is marked. */
  @property({ is: optional(text), attribute: 'changes-since' }) changesSince?: string;

  /**
   * Address of the version in `changes-since`, such as `/charters/{id}-{version}.{locale}.json`: what is new, changed and
   * gone is then computed from the two documents. Without it, the charter's own notes say what changed.
   */
  @property({ is: optional(text), attribute: 'previous-src' }) previousSrc?: string;

  /** The version that the reader knows, in place of `previous-src`. */
  @property({ attribute: false }) previousCharter?: unknown;

  /** Level of the charter's title, from 1; sections are one below. */
  @property({ is: level, attribute: 'heading-level' }) headingLevel = 2;

  /** Leaves the contents list out. */
  @property({ is: flag, attribute: 'without-toc' }) withoutToc = false;

  readonly #source = new CharterSource(this, () => ({ document: this.#document, src: this.src }), {
    onSettled: () => void this.#adoptCharter(),
  });
  readonly #reading = new ReadingController(this);
  readonly #room = new RoomController(this);
  readonly #comparison = new ComparisonSource(this, () => ({
    charter: this.charter,
    version: this.changesSince,
    src: this.previousSrc,
    document: this.previousCharter,
  }));
  #document: unknown;
  #place: { section: Element; top: number } | undefined;

  /** The charter shown. Setting a document (an object that follows the charter schema) shows it. */
  // What is set and what is shown later are two things: setting always asks for an update.
  @property({ attribute: false, hasChanged: () => true })
  get charter(): Charter | undefined {
    return this.#source.loaded?.charter;
  }
  set charter(document: unknown) {
    this.#document = document;
  }

  /** Digest of the charter shown. */
  get digest(): Digest | undefined {
    return this.#source.loaded?.digest;
  }

  /** The charter shown with its digest, for the elements that name this one in `for`. */
  get loadedCharter(): LoadedCharter | undefined {
    return this.#source.loaded;
  }

  /** Why the charter cannot be shown, for the elements that name this one in `for`. */
  get loadError(): Error | undefined {
    return this.#source.error;
  }

  /** Loads the charter again. */
  reload(): void {
    this.#source.reload();
  }

  /** Prints the charter alone; where the browser knows how, title, version and number stand at the foot of every sheet. */
  print(): void {
    const { charter } = this;
    const version = texts.version(this.localize, charter?.version ?? '');
    printElement(this, charter && `${charter.title} – ${version}`);
  }

  /** Leads to a section and gives its title the focus. Returns whether there is such a section. */
  goToSection(id: string): boolean {
    const title = this.shadowRoot?.getElementById(id)?.querySelector<HTMLElement>('.section-title');
    title?.scrollIntoView();
    title?.focus({ preventScroll: true });
    return title != null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#followHash);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#followHash);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('plain') && this.hasUpdated) this.#place = this.#findPlace();
  }

  protected override render(): TemplateResult {
    const { status, loaded } = this.#source;
    const { textLanguage, direction } = this.localize;
    return html`<div class="root" part="root" lang=${textLanguage} dir=${direction}>
      <div class="sensor"></div>
      ${
        status === 'ready' && loaded
          ? this.#renderCharter(loaded.charter)
          : charterStatus(this.#source, this.localize)
      }
    </div>`;
  }

  protected override updated(): void {
    for (const state of ['loading', 'ready', 'failed'] as const)
      this.toggleState(state, this.#source.status === state);
    if (!this.#place) return;
    const { section, top } = this.#place;
    this.#place = undefined;
    scrollBy({ top: section.getBoundingClientRect().top - top, behavior: 'instant' });
  }

  /** The section at the top of the window, which stays there: the plain version is longer or shorter. */
  #findPlace(): { section: Element; top: number } | undefined {
    // At the top of the charter, nothing above a section changes.
    if (this.getBoundingClientRect().top >= 0) return undefined;
    const sections = [...this.renderRoot.querySelectorAll('section')];
    const section = sections.find((each) => each.getBoundingClientRect().bottom > 0);
    return section && { section, top: section.getBoundingClientRect().top };
  }

  #renderCharter(charter: Charter): TemplateResult {
    const { locale } = charter;
    const { hasRoom } = this.#room;
    const view: CharterView = {
      charter,
      audience: this.audience ?? 'staff',
      ...selectAudience(charter, this.audience ?? 'staff'),
      level: this.headingLevel,
      isPlain: this.plain,
      knownVersion: this.changesSince,
      comparison: this.#comparison.comparison,
      localize: this.localize,
      say: (words) => interfaceWords(words, locale, this.localize),
      onPlain: () => (this.plain = !this.plain),
      onPrint: () => this.print(),
    };
    const contents = {
      entries: contentsOf(view),
      locale,
      isBeside: hasRoom,
      onFollow: (id: string) => this.goToSection(id),
    };
    return html`<article lang=${locale} dir=${directionOf(locale)}>
      ${renderHeader(view)}
      <div class="layout ${hasRoom && !this.withoutToc ? 'wide' : ''}">
        ${this.withoutToc ? nothing : renderContents(contents, this.localize)} ${renderBody(view)}
      </div>
    </article>`;
  }

  async #adoptCharter(): Promise<void> {
    this.#reading.reset();
    await this.updateComplete;
    this.#followHash();
  }

  #followHash = (): void => {
    const id = readHash();
    if (id && this.#source.status === 'ready' && !document.getElementById(id)) this.goToSection(id);
  };
}

/** What the address of the page points at, decoded as browsers do: what cannot be decoded is kept. */
function readHash(): string {
  const hash = location.hash.slice(1);
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

import { str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { audienceConverter } from '../../behaviors/audience-attribute.ts';
import { CharterSource } from '../../behaviors/charter-source.ts';
import { printElement } from '../../behaviors/print.ts';
import { groupPractices, selectAudience } from '../../charter/audiences.ts';
import type { Audience, Charter, Section } from '../../charter/charter.ts';
import type { Digest } from '../../charter/digest.ts';
import type { LoadedCharter } from '../../charter/load-charter.ts';
import { changesSince } from '../../charter/versions.ts';
import { CharterLoadFailedEvent } from '../../events/charter-load-failed.ts';
import { CharterLoadedEvent } from '../../events/charter-loaded.ts';
import { CharterReadEvent } from '../../events/charter-read.ts';
import { CharterSectionReadEvent } from '../../events/charter-section-read.ts';
import { CharterElement } from '../../internal/charter-element.ts';
import { directionOf } from '../../localization/language.ts';
import { base } from '../../styles/base.ts';
import { tokens } from '../../styles/tokens.ts';
import { charterStatus } from '../../templates/charter-status.ts';
import { heading } from '../../templates/heading.ts';
import { icon } from '../../templates/icons.ts';
import { richText } from '../../templates/rich-text.ts';
import { renderBlock, renderPractices, renderSources } from './charter-blocks.ts';
import { viewerStyles } from './viewer-styles.ts';

/** Below this width (CSS pixels) the contents list is folded, so that the text begins on the first screen. */
const foldedContentsBelow = 720;

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
 * @csspart toc - The contents list.
 * @csspart section - A section.
 * @csspart section-title - The title of a section.
 * @csspart group-title - The title of a group of practices.
 * @csspart quote - A quotation.
 * @csspart legal-reference - A legal reference with its wording.
 * @csspart practice - A practice.
 * @csspart changes - What changed since the version in `changes-since`.
 * @csspart plain-button - The switch to the plain-language version.
 * @csspart print-button - The print button.
 * @csspart retry-button - The button that loads again after a failure.
 * @csspart loading - The loading message.
 * @csspart error - The message of a failed load.
 * @cssprop [--charter-measure=44em] - Longest line of text.
 * @cssstate loading - The charter is being loaded.
 * @cssstate ready - The charter is shown.
 * @cssstate failed - The charter could not be shown.
 * @example
 * ```html
 * <charter-viewer id="charter" src="/charte.fr.json" audience="staff"></charter-viewer>
 * ```
 */
export class CharterViewer extends CharterElement {
  static override readonly styles = [tokens, base, viewerStyles];

  /** Address of the charter document. Without it, and without `charter`, the built-in French charter is shown. */
  @property() src?: string;

  /** Whose charter is shown: sections and practices of other audiences are left out. */
  @property({ reflect: true, converter: audienceConverter }) audience?: Audience;

  /** Shows the plain-language version of each section. The reader can switch too. */
  @property({ type: Boolean, reflect: true }) plain = false;

  /** Version that the reader knows, such as `1.2.0`: what came after it is marked. */
  @property({ attribute: 'changes-since' }) changesSince?: string;

  /** Level of the charter's title, from 1; sections are one below. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Leaves the contents list out. */
  @property({ type: Boolean, attribute: 'without-toc' }) withoutToc = false;

  readonly #source = new CharterSource(
    this,
    () => ({ document: this.#document, src: this.src }),
    () => void this.#announceCharter(),
  );
  #document: unknown;
  #readSections = new Set<string>();
  #endObserver: IntersectionObserver | undefined;

  /** The charter shown. Setting a document (an object that follows the charter schema) shows it. */
  @property({ attribute: false })
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

  /** Loads the charter again. */
  reload(): void {
    this.#source.reload();
  }

  /** Prints the charter alone. */
  print(): void {
    printElement(this);
  }

  /** Leads to a section and gives its title the focus. Returns whether there is such a section. */
  goToSection(id: string): boolean {
    const title = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)} > .section-title`);
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
    this.#endObserver?.disconnect();
  }

  protected override willUpdate(): void {
    for (const state of ['loading', 'ready', 'failed'] as const)
      this.toggleState(state, this.#source.status === state);
  }

  protected override render(): TemplateResult {
    const { status, loaded } = this.#source;
    const { textLanguage, direction } = this.localize;
    return html`<div class="root" part="root" lang=${textLanguage} dir=${direction}>
      ${status === 'ready' && loaded ? this.#renderCharter(loaded.charter) : charterStatus(this.#source, this.localize)}
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#observeEnds();
  }

  #renderCharter(charter: Charter): TemplateResult {
    const { locale } = charter;
    const { sections } = selectAudience(charter, this.audience ?? 'staff');
    return html`<article lang=${locale} dir=${directionOf(locale)}>
      ${this.#renderHeader(charter)}
      <div class="layout">
        ${this.withoutToc ? nothing : this.#renderContents(sections)}
        <div class="body">
          ${this.#renderChanges(charter)} ${sections.map((section) => this.#renderSection(section, charter))}
          ${guard([charter, this.audience, this.headingLevel, this.localize.textLanguage], () =>
            this.#renderPracticeGroups(charter),
          )}
          ${this.#renderSources(charter)}
        </div>
      </div>
    </article>`;
  }

  #renderHeader({ title, summary, issuer, version, effectiveFrom, sections }: Charter): TemplateResult {
    const { msg } = this;
    const hasPlain = sections.some(({ plain }) => plain?.length);
    const since = effectiveFrom && this.localize.date(effectiveFrom);
    return html`<header class="stack">
      ${heading(this.headingLevel, title, { name: 'title' })}
      ${summary === undefined ? nothing : html`<p class="summary" part="summary">${richText(summary)}</p>`}
      <p class="muted">
        ${
          since
            ? msg(str`Version ${version}, en vigueur à compter du ${since}`, {
                id: 'viewer.version-from',
                desc: '0: version number, 1: date',
              })
            : msg(str`Version ${version}`, { id: 'viewer.version', desc: '0: version number' })
        }
      </p>
      ${
        issuer
          ? html`<p class="muted" part="issuer">
              ${issuer.name}${
                issuer.contact ? html` – <a href=${issuer.contact.href}>${issuer.contact.label}</a>` : nothing
              }
            </p>`
          : nothing
      }
      <div class="row no-print">
        ${
          hasPlain
            ? html`<button
                type="button"
                part="plain-button"
                aria-pressed=${this.plain}
                @click=${() => (this.plain = !this.plain)}
              >
                ${this.plain ? icon('check') : nothing}
                ${msg('Version facile à lire', { id: 'viewer.plain' })}
              </button>`
            : nothing
        }
        <button type="button" part="print-button" @click=${() => this.print()}>
          ${icon('print')} ${msg('Imprimer la charte', { id: 'viewer.print' })}
        </button>
      </div>
    </header>`;
  }

  #renderContents(sections: readonly Section[]): TemplateResult {
    const label = this.msg('Sommaire', { id: 'viewer.contents' });
    const isWide = this.clientWidth >= foldedContentsBelow;
    return html`<nav class="toc no-print" part="toc" aria-label=${label} ?data-wide=${isWide}>
      <details ?open=${isWide}>
        <summary>${label}</summary>
        <ol>
          ${sections.map(
            ({ id, title }) =>
              html`<li>
                <a href="#${id}" @click=${(event: Event) => this.#followContents(event, id)}>${title}</a>
              </li>`,
          )}
        </ol>
      </details>
    </nav>`;
  }

  #renderChanges(charter: Charter): TemplateResult | typeof nothing {
    if (!this.changesSince) return nothing;
    const { history } = changesSince(charter, this.changesSince);
    if (history.length === 0) return nothing;
    return html`<aside class="notice stack" part="changes">
      <p>
        <strong>
          ${this.msg(str`Ce qui a changé depuis la version ${this.changesSince}`, {
            id: 'viewer.changes',
            desc: '0: version number',
          })}
        </strong>
      </p>
      <ul class="list">
        ${history.map(({ version, changes }) => html`<li>${version} – ${richText(changes)}</li>`)}
      </ul>
    </aside>`;
  }

  #renderSection(section: Section, charter: Charter): TemplateResult {
    const isNew =
      this.changesSince !== undefined &&
      changesSince(charter, this.changesSince).newSections.includes(section);
    const title = isNew
      ? html`${section.title} <span class="badge">${this.msg('Nouveau', { id: 'viewer.new' })}</span>`
      : section.title;
    const isPlain = this.plain && section.plain?.length;
    return html`<section id=${section.id} part="section">
      ${heading(this.headingLevel + 1, title, { name: 'section-title', focusable: true })}
      ${
        isPlain
          ? section.plain!.map((text) => html`<p>${richText(text)}</p>`)
          : section.body.map((block) => renderBlock(block, charter.locale))
      }
      <span class="end"></span>
    </section>`;
  }

  #renderPracticeGroups(charter: Charter): TemplateResult | typeof nothing {
    const { practices } = selectAudience(charter, this.audience ?? 'staff');
    if (practices.length === 0) return nothing;
    return html`<section part="section">
      ${heading(this.headingLevel + 1, this.msg('Les bonnes pratiques', { id: 'viewer.practices' }), {
        name: 'section-title',
      })}
      ${[...groupPractices(practices)].map(
        ([group, members]) =>
          html`${group ? heading(this.headingLevel + 2, group, { name: 'group-title' }) : nothing}
          ${renderPractices(members)}`,
      )}
    </section>`;
  }

  #renderSources({ sources }: Charter): TemplateResult | typeof nothing {
    if (!sources?.length) return nothing;
    return html`<section part="section">
      ${heading(this.headingLevel + 1, this.msg('Sources', { id: 'viewer.sources' }), { name: 'section-title' })}
      ${renderSources(sources, (date) =>
        this.msg(str`, vérifié le ${this.localize.date(date)}`, {
          id: 'viewer.reviewed-on',
          desc: '0: date',
        }),
      )}
    </section>`;
  }

  async #announceCharter(): Promise<void> {
    const { loaded, error } = this.#source;
    this.#readSections = new Set();
    await this.updateComplete;
    if (loaded) {
      this.dispatchEvent(new CharterLoadedEvent(loaded));
      this.#followHash();
    } else if (error) {
      console.error(error);
      this.dispatchEvent(new CharterLoadFailedEvent({ error }));
    }
  }

  #followContents(event: Event, id: string): void {
    // The address is inside a shadow root, where the browser does not look for it; the page's own history stays.
    event.preventDefault();
    this.goToSection(id);
  }

  #followHash = (): void => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (id && this.#source.status === 'ready' && !document.getElementById(id)) this.goToSection(id);
  };

  /** Watches the end of every section, as often as the sections change. */
  #observeEnds(): void {
    this.#endObserver?.disconnect();
    const ends = this.renderRoot.querySelectorAll<HTMLElement>('.end');
    const ids = [...ends].map((end) => end.parentElement!.id);
    if (ids.every((id) => this.#readSections.has(id))) return;
    this.#endObserver = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        const { id } = target.parentElement!;
        if (!isIntersecting || this.#readSections.has(id)) continue;
        this.#readSections.add(id);
        this.dispatchEvent(new CharterSectionReadEvent({ section: id }));
        if (ids.every((other) => this.#readSections.has(other))) {
          this.dispatchEvent(new CharterReadEvent({ sections: ids }));
        }
      }
    });
    for (const end of ends) this.#endObserver.observe(end);
  }
}

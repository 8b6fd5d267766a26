import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { level, object, optional, text } from '../../base/attributes.ts';
import { property } from '../../base/property.ts';
import { CharterElement } from '../../base/charter-element.ts';
import { CharterSource } from '../../base/charter-source.ts';
import { latest } from '../../base/latest.ts';
import { printElement } from '../../behaviors/print.ts';
import { wipeOnSessionEnd } from '../../behaviors/session-end.ts';
import { addressOf } from '../../charter/address.ts';
import type { Charter } from '../../charter/charter.ts';
import { CharterReceiptCheckedEvent } from '../../events/charter-receipt-checked.ts';
import { loadJSON } from '../../internal/load-json.ts';
import type { ReceiptFile, ReceiptFindings } from '../../signature/check-receipt.ts';
import type { JSONWebKeySet } from '../../signature/verify-receipt.ts';
import { definitionStyles } from '../../styles/definitions.ts';
import { elementStyles } from '../../styles/element-styles.ts';
import { heading } from '../../templates/heading.ts';
import { icon } from '../../templates/icons.ts';
import * as sharedTexts from '../../templates/texts.ts';
import { receiptStyles } from './receipt-styles.ts';
import * as texts from './texts.ts';
import { renderReceiptPicker } from './views/receipt-picker.ts';

// Outside of the class: in a decorated class, tsc leaves the extension of a dynamic import as it is.
const loadReading = () => import('./receipt-reading.lazy.ts');

type Reading = typeof import('./receipt-reading.lazy.ts');

/**
 * Shows a receipt and checks it in the browser: the record against its digest, the institution's signature, the text of
 * the charter. Once the page is open, nothing is sent or fetched.
 *
 * @element charter-receipt
 * @slot - Fallback: seen before the element is ready and without JavaScript.
 * @fires {CharterReceiptCheckedEvent} charter-receipt-checked - A receipt was read and checked.
 * @csspart root - The whole element.
 * @csspart title - The title.
 * @csspart picker - Where a file is dropped or picked.
 * @csspart input - The file field.
 * @csspart verdict - What the checks come to.
 * @csspart findings - The checks, one by one.
 * @csspart receipt - What the receipt says.
 * @csspart statements - The statements that were signed.
 * @csspart fault - Why a file could not be read.
 * @csspart print-button - The print button.
 * @cssstate verified - The record and the institution's signature are verified.
 * @cssstate refuted - A check failed.
 * @example
 * ```html
 * <charter-receipt receipt-keys="/.well-known/jwks.json" for="charter"></charter-receipt>
 * ```
 */
export class CharterReceipt extends CharterElement {
  static override readonly styles = [...elementStyles, definitionStyles, receiptStyles];

  /**
   * Address of the charter document that the signed text is compared with. In `/charters/{id}-{version}.{locale}.json`,
   * the version that was signed is filled in.
   */
  @property({ is: optional(text) }) src?: string;

  /** Id of a `charter-viewer` in the same root: its charter is compared with the signed text. */
  @property({ is: optional(text) }) for?: string;

  /** Address of the institution's JSON Web Key Set; it is loaded with the page, so that checks work offline. */
  @property({ is: optional(text), attribute: 'receipt-keys' }) receiptKeys?: string;

  /** Level of the title, from 1. */
  @property({ is: level, attribute: 'heading-level' }) headingLevel = 2;

  /** The institution's keys, when the page has them. */
  @property({ is: optional(object), attribute: false }) keys?: JSONWebKeySet;

  @state() private findings: ReceiptFindings | undefined;
  /** Why a file could not be read, in words that are asked for when shown: the language may change. */
  @state() private fault: (() => string) | undefined;
  @state() private isOver = false;
  @state() private loadedKeys: JSONWebKeySet | undefined;

  readonly #source = new CharterSource(
    this,
    () => ({ document: this.#document, for: this.for, src: this.#charterAddress }),
    { onSettled: () => void this.#check(), isSilent: true },
  );
  #document: unknown;
  #receipt: ReceiptFile | undefined;
  /** What reads and checks receipts. */
  #reading: Reading | undefined;
  readonly #readTurn = latest();
  readonly #checkTurn = latest();
  readonly #keysTurn = latest();
  #keysAddress: string | undefined;

  constructor() {
    super();
    wipeOnSessionEnd(this, () => this.reset());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // With the page, so that checks work offline.
    void this.#open();
  }

  /** The charter that the signed text is compared with. */
  @property({ attribute: false, hasChanged: () => true })
  get charter(): Charter | undefined {
    return this.#source.loaded?.charter;
  }
  set charter(document: unknown) {
    this.#document = document;
  }

  /** The receipt: the content of the file that the person downloaded. What is not a receipt is told, not shown. */
  @property({ attribute: false })
  get receipt(): ReceiptFile | undefined {
    return this.#receipt;
  }
  set receipt(content: unknown) {
    void this.#read(() => content);
  }

  /** Leaves the receipt: nothing of it stays on screen. */
  reset(): void {
    this.receipt = undefined;
    const input = this.shadowRoot?.querySelector<HTMLInputElement>('#file');
    if (input) input.value = '';
  }

  /** Prints the receipt alone. */
  print(): void {
    printElement(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('keys') && this.hasUpdated) void this.#check();
    if (this.receiptKeys !== this.#keysAddress) {
      this.#keysAddress = this.receiptKeys;
      void this.#loadKeys();
    }
    const { findings } = this;
    this.toggleState('verified', !!findings && !!this.#reading?.isVerified(findings));
    this.toggleState('refuted', !!findings && !!this.#reading?.isRefuted(findings));
  }

  protected override render(): TemplateResult {
    const { textLanguage, direction } = this.localize;
    return html`<div class="root" part="root" lang=${textLanguage} dir=${direction}>
      <div class="panel">
        ${heading(this.headingLevel, texts.title(this.localize), { name: 'title' })} ${this.#renderPicker()}
        <div role="status" class="panel">${this.#renderVerdict()}</div>
        ${
          this.#reading && this.#receipt && this.findings
            ? html`${this.#reading.renderReceipt(this.#receipt, this.#title, this.localize)}
                <button type="button" class="no-print" part="print-button" @click=${() => this.print()}>
                  ${icon('print')} ${sharedTexts.printReceipt(this.localize)}
                </button>`
            : nothing
        }
      </div>
    </div>`;
  }

  #renderPicker(): TemplateResult {
    return renderReceiptPicker({
      isOver: this.isOver,
      isFaulty: this.fault !== undefined,
      localize: this.localize,
      onDrag: (event, isOver) => this.#handleDrag(event, isOver),
      onDrop: (event) => this.#handleDrop(event),
      onPick: (file) => void this.#readFile(file),
    });
  }

  #renderVerdict(): TemplateResult | typeof nothing {
    if (this.fault) return html`<p class="notice danger" id="fault" part="fault">${this.fault()}</p>`;
    if (!this.findings || !this.#reading) return nothing;
    return this.#reading.renderVerdict(this.findings, this.localize);
  }

  get #charterAddress(): string | undefined {
    const signed = this.#receipt?.record.charter;
    if (!this.src?.includes('{')) return this.src;
    return signed && addressOf(this.src, signed);
  }

  /** Title of the charter, where the one at hand is the one that was signed. */
  get #title(): string | undefined {
    return this.findings?.charter.outcome === 'verified' ? this.charter?.title : undefined;
  }

  #handleDrag(event: Event, isOver: boolean): void {
    event.preventDefault();
    this.isOver = isOver;
  }

  #handleDrop(event: DragEvent): void {
    this.#handleDrag(event, false);
    void this.#readFile(event.dataTransfer?.files[0]);
  }

  async #readFile(file: File | undefined): Promise<void> {
    if (!file) return;
    const text = await file.text();
    await this.#read(() => JSON.parse(text));
  }

  /** The latest content wins. */
  async #read(content: () => unknown): Promise<void> {
    const signal = this.#readTurn();
    this.#checkTurn();
    this.findings = undefined;
    this.fault = undefined;
    this.#receipt = undefined;
    const reading = await this.#open();
    if (signal.aborted) return;
    try {
      const value = content();
      if (value == null) return;
      if (!reading) {
        this.fault = () => texts.notLoaded(this.localize);
        return;
      }
      this.#receipt = reading.parseReceiptFile(value);
    } catch (error) {
      console.error(error);
      this.fault = () => texts.unreadable(this.localize);
      return;
    }
    // The charter of another version may have to be loaded.
    this.requestUpdate();
    void this.#check();
  }

  /** What reads and checks receipts, or `undefined` where it cannot be loaded now. */
  async #open(): Promise<Reading | undefined> {
    try {
      this.#reading ??= await loadReading();
    } catch (error) {
      console.error(error);
    }
    return this.#reading;
  }

  /** The latest receipt, keys and charter win. */
  async #check(): Promise<void> {
    const receipt = this.#receipt;
    if (!receipt || !this.#reading) return;
    const signal = this.#checkTurn();
    const findings = await this.#reading.checkReceipt(receipt, {
      charter: this.#source.loaded,
      keys: this.keys ?? this.loadedKeys,
    });
    if (signal.aborted) return;
    this.findings = findings;
    await this.updateComplete;
    this.dispatchEvent(new CharterReceiptCheckedEvent({ receipt, findings }));
  }

  async #loadKeys(): Promise<void> {
    const address = this.receiptKeys;
    const signal = this.#keysTurn();
    this.loadedKeys = undefined;
    if (!address) return;
    try {
      const keys = await loadJSON(new URL(address, document.baseURI).href, 'receipt keys', {
        cache: 'no-cache',
        signal,
      });
      if (signal.aborted) return;
      this.loadedKeys = keys as JSONWebKeySet;
    } catch (error) {
      if (signal.aborted) return;
      console.error(error);
    }
    await this.#check();
  }
}

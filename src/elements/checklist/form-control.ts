import { property } from 'lit/decorators.js';
import { CharterElement } from '../../internal/charter-element.ts';

/** What a native form control has besides its value, for a form and for the page. */
export abstract class FormControl extends CharterElement {
  static readonly formAssociated = true;

  /** Name under which the value is sent with a form. */
  @property({ reflect: true }) name = '';

  /** The control cannot be used and is not sent. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  /** By itself, or by a `fieldset` around it. */
  protected isDisabled = false;

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  get labels(): NodeList {
    return this.internals.labels;
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

  formDisabledCallback(disabled: boolean): void {
    this.isDisabled = disabled;
    // Reflecting `disabled` leads here in the middle of an update, when asking for another one is not heard.
    void this.updateComplete.then(() => this.requestUpdate());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('click', this.#handleLabelClick);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('click', this.#handleLabelClick);
  }

  /** A click on a `label` of the page arrives on the element itself, which engines do not focus. */
  #handleLabelClick = (event: Event): void => {
    // Not `delegatesFocus`: with it, a click on any text inside leads back to the first control.
    if (event.composedPath()[0] === this) this.focus();
  };
}

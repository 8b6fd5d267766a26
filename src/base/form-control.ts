import { restriction, text } from './attributes.ts';
import { property } from './property.ts';
import { CharterElement } from './charter-element.ts';

/** What a native form control has besides its value, for a form and for the page. */
export abstract class FormControl extends CharterElement {
  static readonly formAssociated = true;

  /** Name under which the value is sent with a form. */
  @property({ is: text, reflect: true }) name = '';

  /** The control cannot be used and is not sent. */
  @property({ is: restriction, reflect: true }) disabled = false;

  /** By itself, or by a `fieldset` around it. */
  protected isDisabled = false;

  constructor() {
    super();
    // A click on a `label` of the page arrives on the element itself, which engines do not focus. Not `delegatesFocus`: with
    // it, a click on any text inside leads back to the first control.
    this.addEventListener('click', (event) => {
      if (event.composedPath()[0] === this) this.focus();
    });
  }

  /** The form that the control belongs to. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** The labels of the page that name the control. */
  get labels(): NodeList {
    return this.internals.labels;
  }

  /** The tag, as a native control says its kind. */
  get type(): string {
    return this.localName;
  }

  /** What keeps the value from being sent. */
  get validity(): ValidityState {
    return this.internals.validity;
  }

  /** What is to be done before the value can be sent, in words; empty when nothing is. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  /** Whether the value is checked when the form is sent. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** Whether the value can be sent; if not, an `invalid` event says so. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** Whether the value can be sent; if not, the person is told, and brought to what is missing. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  formDisabledCallback(disabled: boolean): void {
    this.isDisabled = disabled;
    // Reflecting `disabled` leads here in the middle of an update, when asking for another one is not heard.
    void this.updateComplete.then(() => this.requestUpdate());
  }
}

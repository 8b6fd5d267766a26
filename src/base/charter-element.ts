import { LitElement } from 'lit';
import { LocalizeController } from '../localization/localize-controller.ts';
import { version } from '../version.ts';
import { attributeOf, lettersOf, restrictMisspelt } from './attribute-spelling.ts';
import { readWhatIsSet } from './property-accessors.ts';

/**
 * An element of a server's page does nothing before this attribute is removed: its properties and listeners are there by then.
 *
 * @see https://github.com/webcomponents-cg/community-protocols/blob/main/proposals/defer-hydration.md
 */
const deferral = 'defer-hydration';

/** What every element of the library has: its version, its texts and its custom states. */
export abstract class CharterElement extends LitElement {
  /** Version of the package that the class comes from. */
  static readonly version: string = version;

  static override get observedAttributes(): string[] {
    return super.observedAttributes.concat(deferral).flatMap((name) => [name, lettersOf(name)]);
  }

  protected static override finalize(): void {
    if (Object.hasOwn(this, 'finalized')) return;
    super.finalize();
    for (const [name, declaration] of this.elementProperties)
      readWhatIsSet(this.prototype, name, declaration);
  }

  protected readonly localize = new LocalizeController(this);
  protected readonly internals = this.attachInternals();

  override connectedCallback(): void {
    if (this.hasAttribute(deferral)) return;
    if (!this.hasUpdated) restrictMisspelt(this, this.constructor as typeof CharterElement);
    super.connectedCallback();
  }

  override attributeChangedCallback(name: string, before: string | null, text: string | null): void {
    if (this.isConnected && name === deferral) this.connectedCallback();
    const attribute = attributeOf((this.constructor as typeof CharterElement).observedAttributes, name);
    if (attribute === name || !this.hasAttribute(attribute))
      super.attributeChangedCallback(attribute, before, text);
  }

  /** Sets or clears a custom state, such as `:state(signed)`. */
  protected toggleState(name: string, on: boolean): void {
    // Older engines know only dashed names and throw on others.
    try {
      if (on) this.internals.states.add(name);
      else this.internals.states.delete(name);
    } catch {
      this.toggleAttribute(`data-state-${name}`, on);
    }
  }

  /** Gives the focus to what the next render shows. */
  protected async focusAfterUpdate(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

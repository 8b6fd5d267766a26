import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import { str } from '@lit/localize';
import { textOf } from './component.ts';
import { LocalizeController } from '../../src/localization/localize-controller.ts';

/** An element that says a few texts, with what its controller tells about its language. */
export class LocalizedProbe extends LitElement {
  readonly localize = new LocalizeController(this);
  renderCount = 0;

  get words(): string {
    return textOf(this.renderRoot);
  }

  protected override render(): TemplateResult {
    this.renderCount++;
    const { msg } = this.localize;
    const count = 2;
    return html`${msg('Bonjour', { id: 'probe.hello' })} –
    ${msg(str`${count} sur ${5}`, { id: 'probe.count' })}`;
  }
}

customElements.define('localized-probe', LocalizedProbe);

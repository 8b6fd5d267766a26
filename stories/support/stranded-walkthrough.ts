import { CharterPrivacyWalkthrough } from '../../src/elements/privacy-walkthrough/privacy-walkthrough-element.ts';
import type { Networks } from '../../src/networks/networks.ts';

/** The element whose built-in data never comes, or does not come before it is asked again. */
export class StrandedWalkthrough extends CharterPrivacyWalkthrough {
  static answers: (() => Promise<Networks>)[] = [];

  protected override loadBuiltIn(): Promise<Networks> {
    return StrandedWalkthrough.answers.shift()?.() ?? super.loadBuiltIn();
  }
}
customElements.define('stranded-walkthrough', StrandedWalkthrough);

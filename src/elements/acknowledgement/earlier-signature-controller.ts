import { nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Audience, Charter } from '../../charter/charter.ts';
import type { LocalizeController } from '../../localization/localize-controller.ts';
import type { EarlierSignature, EarlierSignatureOptions } from './earlier-signature.lazy.ts';

const loadEarlierSignature = () => import('./earlier-signature.lazy.ts');

/** What the page or the receiver says of an earlier signature: its code is loaded where one does. */
export class EarlierSignatureController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: () => EarlierSignatureOptions;
  #earlier: EarlierSignature | undefined;
  #load: 'none' | 'loading' | 'over' = 'none';

  constructor(host: ReactiveControllerHost & HTMLElement, options: () => EarlierSignatureOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** There is something to say, and what says it is not here yet. */
  get isLoading(): boolean {
    return this.#isTold && this.#load !== 'over';
  }

  /** The person has signed the version in force, and the signature still counts. */
  get isCurrent(): boolean {
    return this.#earlier?.isCurrent ?? false;
  }

  render(
    charter: Charter,
    audience: Audience,
    localize: LocalizeController,
  ): TemplateResult | typeof nothing {
    return this.#earlier?.render(charter, audience, localize) ?? nothing;
  }

  hostUpdate(): void {
    if (this.#isTold && this.#load === 'none') void this.#start();
  }

  get #isTold(): boolean {
    const { signedVersion, outdatedVersion } = this.#options();
    return (signedVersion ?? outdatedVersion) !== undefined;
  }

  async #start(): Promise<void> {
    this.#load = 'loading';
    try {
      const { EarlierSignature: Earlier } = await loadEarlierSignature();
      this.#earlier = new Earlier(this.#host, this.#options);
    } catch (error) {
      console.error(error);
    }
    this.#load = 'over';
    this.#host.requestUpdate();
  }
}

import { html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { level, optional, persistence, picklist, text } from '../../base/attributes.ts';
import { property } from '../../base/property.ts';
import { CharterElement } from '../../base/charter-element.ts';
import type { Persistence } from '../../behaviors/page-storage.ts';
import { printElement } from '../../behaviors/print.ts';
import { wipeOnSessionEnd } from '../../behaviors/session-end.ts';
import { CharterLoadFailedEvent } from '../../events/charter-load-failed.ts';
import { CharterNetworkCompletedEvent } from '../../events/charter-network-completed.ts';
import { CharterStepCompletedEvent } from '../../events/charter-step-completed.ts';
import { warnOnce } from '../../internal/warn-once.ts';
import { platforms } from '../../networks/platforms.ts';
import type { Network, Networks, Step } from '../../networks/networks.ts';
import type { Platform } from '../../networks/platforms.ts';
import { currentOutcome, isNetworkComplete } from '../../networks/progress.ts';
import type { Progress, StepOutcome } from '../../networks/progress.ts';
import { elementStyles } from '../../styles/element-styles.ts';
import { progress } from '../../styles/progress.ts';
import { renderLoadFailure } from '../../templates/load-failure.ts';
import { loadBuiltInNetworks, NetworksSource } from './networks-source.ts';
import { walkthroughStyles } from './privacy-walkthrough-styles.ts';
import { ProgressStore } from './progress-store.ts';
import * as texts from './texts.ts';
import type { WalkthroughActions } from './views/view.ts';

// Outside of the class: in a decorated class, tsc leaves the extension of a dynamic import as it is.
const loadTemplates = () => import('./views/walkthrough.lazy.ts');

/**
 * Walks a person through the privacy settings of each network they use: goal, reason, path in the menus, advised value
 * and link of each setting, and what they did about it. Nothing of it leaves the browser.
 *
 * @element charter-privacy-walkthrough
 * @slot - Fallback: seen before the element is ready, without JavaScript, and when no data can be shown.
 * @fires {CharterStepCompletedEvent} charter-step-completed - The person said what became of a setting.
 * @fires {CharterNetworkCompletedEvent} charter-network-completed - Every setting of a network has an outcome.
 * @fires {CharterLoadFailedEvent} charter-load-failed - The hospital's file, or the built-in data, could not be used.
 * @csspart root - The whole element.
 * @csspart title - The title.
 * @csspart storage - What becomes of the answers, with the choice to remember them.
 * @csspart checkbox - The box of that choice.
 * @csspart remember - The choice to remember the answers on this device.
 * @csspart file-notice - The notice that the hospital's file could not be used.
 * @csspart review-notice - The notice that labels may have changed.
 * @csspart networks - The choice of network.
 * @csspart networks-title - The title of the choice of network.
 * @csspart network-button - The button of a network.
 * @csspart network - The network that is open.
 * @csspart network-title - Its name.
 * @csspart progress - Its progress, in words and as a bar.
 * @csspart platform - The choice of device.
 * @csspart choice - A choice with its radio button: a device, an answer.
 * @csspart instance - The field for the reader's server.
 * @csspart steps - A list of settings.
 * @csspart reinforced - The fold of the settings that go further.
 * @csspart step - A setting.
 * @csspart step-title - The goal of a setting.
 * @csspart recheck - The notice that a setting changed since it was answered.
 * @csspart facts - The place, the name and the advised value of a setting.
 * @csspart path - The path in the menus.
 * @csspart label - The name of a setting.
 * @csspart recommended - The advised value.
 * @csspart link - The link that opens a setting.
 * @csspart note - A remark on a setting.
 * @csspart reviewed - When a setting was checked.
 * @csspart outcome - The answers to a setting.
 * @csspart closing - What comes after the last answer.
 * @csspart closing-title - Its title.
 * @csspart network-link - A link to the network's help, export, deletion or rights page.
 * @csspart next-button - The button to the next network.
 * @csspart reminder-button - The button that downloads a calendar reminder.
 * @csspart actions - A row of buttons.
 * @csspart print-button - The button that prints the remaining settings.
 * @csspart reset-button - The button that erases every answer.
 * @csspart confirm-button - The button that confirms the erasure.
 * @csspart cancel-button - The button that gives the erasure up.
 * @csspart error - The message of a failed load.
 * @csspart retry-button - The button that loads again after a failure.
 * @csspart message - The status message.
 * @cssstate loading - The data is being loaded.
 * @cssstate ready - The networks are shown.
 * @cssstate failed - No data could be shown.
 * @cssstate completed - Every setting of the open network has an outcome.
 * @example
 * ```html
 * <charter-privacy-walkthrough networks="facebook linkedin whatsapp"></charter-privacy-walkthrough>
 * ```
 */
export class CharterPrivacyWalkthrough extends CharterElement {
  static override readonly styles = [...elementStyles, progress, walkthroughStyles];

  /** Address of the hospital's file, merged by id into the built-in data. */
  @property({ is: optional(text) }) src?: string;

  /** Ids of the networks that are offered, separated by spaces, in their order. Without it, every one is. */
  @property({ is: optional(text) }) networks?: string;

  /** Id of the network that is open. It follows the reader's choice. */
  @property({ is: optional(text), reflect: true }) network?: string;

  /** Whose menus are described: `web`, `ios` or `android`. Guessed from the browser; the reader can switch. */
  @property({ is: optional(picklist(platforms)) }) platform?: Platform;

  /** Where answers are kept: `none` (the reader may choose this device), `session` (until the tab closes) or `local`. */
  @property({ is: persistence }) persist: Persistence = 'none';

  /** Level of the title, from 1; the headings below follow. */
  @property({ is: level, attribute: 'heading-level' }) headingLevel = 2;

  /** Status message, in words that are asked for when shown: the language may change. */
  @state() private message: (() => string) | undefined;
  @state() private isErasing = false;
  /** Servers that the reader typed, by network. */
  @state() private servers: Readonly<Record<string, string>> = {};
  @state() private isTyping = false;

  readonly #store = new ProgressStore(this);
  readonly #source = new NetworksSource(this, {
    src: () => this.src,
    loadBuiltIn: () => this.#loadWithTemplates(),
    onError: (error) => void this.#announceFailure(error),
    onNotice: ({ network, refusedHosts }) =>
      this.#warn(
        `src="${this.src}": ${network}: links to ${refusedHosts.join(', ')} stay text, these hosts are not in the built-in data`,
      ),
  });
  readonly #actions: WalkthroughActions = {
    pick: (id) => this.#pick(id),
    answer: (network, step, outcome) => this.#answer(network, step, outcome),
    choosePlatform: (platform) => (this.platform = platform),
    typeServer: (event) => this.#handleServer(event),
    remember: (event) => this.#handleRemember(event),
    print: () => this.print(),
    erase: (isErasing) => this.#handleErasing(isErasing),
    reset: () => this.#handleReset(),
    tell: (message) => (this.message = message),
  };
  #templates: typeof import('./views/walkthrough.lazy.ts') | undefined;
  #offered: readonly Network[] = [];
  #open: Network | undefined;

  constructor() {
    super();
    wipeOnSessionEnd(this, () => this.reset());
  }

  /** Outcomes by step id, with the revision that each was given for. They stay in the browser. */
  get progress(): Progress {
    return this.#store.progress;
  }

  /** Erases every answer, here and where it was kept. */
  reset(): void {
    this.#store.clear();
    this.servers = {};
    this.isErasing = false;
    this.message = () => texts.erased(this.localize);
  }

  /** Prints the settings that remain to be done in the open network. */
  print(): void {
    if (this.#templates) this.#templates.printRemaining(this, this.renderRoot);
    else printElement(this);
  }

  /** Today, for what depends on it. */
  protected get now(): Date {
    return new Date();
  }

  protected loadBuiltIn(): Promise<Networks> {
    return loadBuiltInNetworks();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated || changed.has('persist')) {
      this.#store.use(this.persist);
    }
    const { data } = this.#source;
    if (!data) return;
    const { offered, open } = this.#templates!.offeredNetworks(data.networks, this, (message) =>
      this.#warn(message),
    );
    this.#offered = offered;
    this.#open = open;
  }

  protected override render(): TemplateResult {
    const { textLanguage, direction } = this.localize;
    return html`<div class="root" part="root" lang=${textLanguage} dir=${direction}>
      ${this.#renderContent()}
      <p class="muted ${this.#source.status === 'loading' ? 'loading' : ''}" part="message" role="status">
        ${this.#source.status === 'loading' ? texts.loading(this.localize) : this.message?.()}
      </p>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { status } = this.#source;
    for (const name of ['loading', 'ready', 'failed'] as const) this.toggleState(name, status === name);
    this.toggleState(
      'completed',
      status === 'ready' && this.#open !== undefined && isNetworkComplete(this.progress, this.#open),
    );
  }

  #renderContent(): TemplateResult {
    const { status, data, error } = this.#source;
    if (status === 'loading') return html`<slot></slot>`;
    if (!data) {
      const reload = (): Promise<unknown> => this.#source.load().then(() => this.updateComplete);
      return renderLoadFailure(error, reload, texts.failed(this.localize), texts.retry(this.localize));
    }
    return this.#templates!.renderWalkthrough({
      localize: this.localize,
      data,
      hasFileError: error !== undefined,
      offered: this.#offered,
      open: this.#open,
      progress: this.progress,
      platform: this.platform,
      level: this.headingLevel,
      now: this.now,
      persist: this.persist,
      isRemembered: this.#store.isRemembered,
      isErasing: this.isErasing,
      server: this.servers[this.#open?.id ?? ''] ?? '',
      isTyping: this.isTyping,
      actions: this.#actions,
    });
  }

  /** The templates arrive with the data: until then nothing needs them, and many pages have no walkthrough. */
  async #loadWithTemplates(): Promise<Networks> {
    const [networks, templates] = await Promise.all([this.loadBuiltIn(), loadTemplates()]);
    this.#templates = templates;
    return networks;
  }

  #pick(id: string): void {
    this.network = id;
    this.message = undefined;
    void this.focusAfterUpdate('.network-title');
  }

  #answer(network: Network, step: Step, outcome: StepOutcome): void {
    const wasComplete = isNetworkComplete(this.progress, network);
    this.#store.record(step, outcome);
    this.message = undefined;
    this.dispatchEvent(new CharterStepCompletedEvent({ network: network.id, step: step.id, outcome }));
    if (wasComplete || !isNetworkComplete(this.progress, network)) return;
    const outcomes = Object.fromEntries(
      network.steps.map((other) => [other.id, currentOutcome(this.progress, other)!]),
    );
    this.dispatchEvent(new CharterNetworkCompletedEvent({ network: network.id, outcomes }));
  }

  #handleServer({ target, type }: Event): void {
    this.servers = { ...this.servers, [this.#open!.id]: (target as HTMLInputElement).value };
    this.isTyping = type === 'input';
  }

  #handleRemember({ target }: Event): void {
    const isAgreed = this.#store.remember((target as HTMLInputElement).checked);
    this.message = isAgreed ? undefined : () => texts.refused(this.localize);
  }

  #handleErasing(isErasing: boolean): void {
    this.isErasing = isErasing;
    void this.focusAfterUpdate(`[part="${isErasing ? 'confirm' : 'reset'}-button"]`);
  }

  #handleReset(): void {
    this.reset();
    void this.focusAfterUpdate('.title');
  }

  async #announceFailure(error: Error): Promise<void> {
    console.error(error);
    await this.updateComplete;
    this.dispatchEvent(new CharterLoadFailedEvent({ error }));
  }

  #warn(message: string): void {
    warnOnce(`<${this.localName}> ${message}`);
  }
}

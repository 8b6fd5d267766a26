import { html } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

/** How long a step that holds the focus stays after the next one has taken it. Milliseconds. */
const overlap = 250;

/** Where a step wants the focus, by its name; results have their title. */
const targets: Readonly<Record<string, string>> = {
  form: '#error-summary, input',
  decline: '.section-title',
  review: '.section-title',
};

/**
 * Leads from one step to the next: the new title takes the focus before the old button leaves the page, since a screen
 * reader that loses the focused element says nothing of what comes after; and what came of a signature is also announced.
 * Nobody who is elsewhere in the page is called here.
 */
export class StepFocus implements ReactiveController {
  /** What the status region says. */
  announcement = '';
  readonly #host: Host;
  #step: string | undefined;
  #outcome: string | undefined;
  #shown: unknown;
  /** The step before, for as long as it holds the focus. */
  #leaving: { readonly key: number; readonly view: unknown } | undefined;
  #key = 0;
  #isNew = false;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * @param step - Name of what the next render shows.
   * @param outcome - What is to be heard of it beside its title.
   */
  follow(step: string, outcome: string | undefined): void {
    const isFirst = this.#step === undefined;
    if (outcome !== this.#outcome) {
      this.#outcome = outcome;
      if (outcome !== undefined) this.announcement = outcome;
    }
    if (step === this.#step || step === 'loading') return;
    this.#step = step;
    if (isFirst) return;
    const holdsFocus = this.#host.matches(':focus-within') && this.#shown !== undefined;
    this.#leaving = holdsFocus ? { key: this.#key, view: this.#shown } : undefined;
    this.#key++;
    this.#isNew = true;
  }

  /** The step, and beside it the one that still holds the focus. */
  render(view: unknown): unknown {
    this.#shown = view;
    // The one that leaves comes first: the reading position that stood in it is then at the start of the new one.
    const steps = [...(this.#leaving ? [this.#leaving] : []), { key: this.#key, view }];
    return repeat(
      steps,
      ({ key }) => key,
      (step): TemplateResult =>
        html`<div class="step ${step === this.#leaving ? 'visually-hidden' : 'panel'}">${step.view}</div>`,
    );
  }

  /** Nothing more is said of the person before. */
  forget(): void {
    this.announcement = '';
    this.#leaving = undefined;
    this.#outcome = undefined;
  }

  hostUpdated(): void {
    if (!this.#isNew) return;
    this.#isNew = false;
    const step = this.#step!;
    // Not in the step that leaves, which may have a title of the same kind.
    const shown = this.#host.renderRoot.querySelector('.step.panel') ?? this.#host.renderRoot;
    const target = shown.querySelector<HTMLElement>(targets[step] ?? '.result-title');
    if (target && !Object.hasOwn(targets, step)) this.announcement = target.textContent.trim();
    if (this.#leaving || this.#host.matches(':focus-within')) target?.focus();
    if (!this.#leaving) return;
    setTimeout(() => {
      this.#leaving = undefined;
      this.#host.requestUpdate();
    }, overlap);
  }
}

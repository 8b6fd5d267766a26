import type { ReactiveControllerHost } from 'lit';
import { inTime, longestLoad } from '../../internal/in-time.ts';
import type { LocalizedText } from '../../localization/localized-text.ts';
import * as texts from './texts.ts';

export type LaterSteps = typeof import('./later-steps.lazy.ts');

/** How long before code that could not be loaded is asked for again. Milliseconds. */
const loadAgainAfter = 2_000;
/** What comes sooner needs no word. Milliseconds. */
const unnoticed = 400;

/** Fetches what comes after the form, and knows how that goes. */
export class LaterStepsLoader {
  /** Once they are here. */
  steps: LaterSteps | undefined;
  /** A person has been waiting for them for a while. */
  isAwaited = false;
  /** They could not be loaded the last time. */
  hasFailed = false;
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<LaterSteps>;
  #isAnticipated = false;
  #failedPreparations = 0;
  #insistence: Promise<void> | undefined;

  constructor(host: ReactiveControllerHost, load: () => Promise<LaterSteps>) {
    this.#host = host;
    this.#load = load;
  }

  /** @throws Error when they do not come. */
  async load(): Promise<void> {
    try {
      this.steps ??= await inTime(this.#load(), longestLoad, 'a part of the script did not come in time');
      this.hasFailed = false;
    } catch (error) {
      this.hasFailed = true;
      throw error;
    } finally {
      this.#host.requestUpdate();
    }
  }

  /**
   * Fetches them for a person who goes on, and whatever else is needed then. Resolves with what to say when that fails:
   * some browsers never load again, in the same page, what has failed.
   */
  async prepare(rest: Promise<void>): Promise<LocalizedText | undefined> {
    const timer = setTimeout(() => this.#await(true), unnoticed);
    try {
      const all = Promise.all([this.load(), rest]);
      await inTime(all, longestLoad + loadAgainAfter, 'what signing needs did not come in time');
      this.#failedPreparations = 0;
      return undefined;
    } catch (error) {
      console.error(error);
      return ++this.#failedPreparations > 1 ? texts.notLoadedAgain : texts.notLoaded;
    } finally {
      clearTimeout(timer);
      this.#await(false);
    }
  }

  /** Whoever begins goes on: they are on their way before they are needed. Asked once; a failure is told at the next step. */
  anticipate(): void {
    if (this.steps || this.#isAnticipated) return;
    this.#isAnticipated = true;
    this.load().catch(() => undefined);
  }

  /** There is something to show with them: they are asked for until they come. */
  insist(): void {
    if (this.#insistence) return;
    this.#insistence = this.load()
      .catch(async (error: unknown) => {
        console.error(error);
        await new Promise((resolve) => setTimeout(resolve, loadAgainAfter));
      })
      .finally(() => {
        this.#insistence = undefined;
        this.#host.requestUpdate();
      });
  }

  #await(isAwaited: boolean): void {
    if (isAwaited === this.isAwaited) return;
    this.isAwaited = isAwaited;
    this.#host.requestUpdate();
  }
}

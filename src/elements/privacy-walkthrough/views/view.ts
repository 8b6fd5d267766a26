import { html } from 'lit';
import type { Persistence } from '../../../behaviors/page-storage.ts';
import { directionOf } from '../../../localization/language.ts';
import type { LocalizeController } from '../../../localization/localize-controller.ts';
import type { Network, Networks, Step } from '../../../networks/networks.ts';
import type { Platform } from '../../../networks/platforms.ts';
import { settledSteps } from '../../../networks/progress.ts';
import type { Progress, StepOutcome } from '../../../networks/progress.ts';
import * as walkthroughTexts from '../walkthrough-texts.ts';

/** What the templates show. */
export interface WalkthroughView {
  readonly localize: LocalizeController;
  readonly data: Networks;
  /** The hospital's file was left out. */
  readonly hasFileError: boolean;
  readonly offered: readonly Network[];
  readonly open: Network | undefined;
  readonly progress: Progress;
  /** What the page or the reader chose. */
  readonly platform: Platform | undefined;
  /** Level of the title. */
  readonly level: number;
  readonly now: Date;
  readonly persist: Persistence;
  readonly isRemembered: boolean;
  /** The reader asked to erase, and has not confirmed yet. */
  readonly isErasing: boolean;
  /** What the reader typed as their server, for networks made of many. */
  readonly server: string;
  readonly isTyping: boolean;
  readonly actions: WalkthroughActions;
}

/** What the reader can do. */
export interface WalkthroughActions {
  readonly pick: (id: string) => void;
  readonly answer: (network: Network, step: Step, outcome: StepOutcome) => void;
  readonly choosePlatform: (platform: Platform) => void;
  readonly typeServer: (event: Event) => void;
  readonly remember: (event: Event) => void;
  readonly print: () => void;
  /** Asks to erase, or gives it up. */
  readonly erase: (isErasing: boolean) => void;
  readonly reset: () => void;
  /** Shows a status message. */
  readonly tell: (message: () => string) => void;
}

/** What the templates of the open network show. */
export interface NetworkView extends WalkthroughView {
  readonly network: Network;
  readonly platform: Platform;
  /** Host name of the reader's server. */
  readonly instance: string | undefined;
  /** The data was to be reviewed before today: its labels are no longer quoted. */
  readonly isOverdue: boolean;
  readonly mark: DataMarker;
}

/** Marks a text of the data with its language, where the interface is in another. */
export type DataMarker = (text: string) => unknown;

export function dataMarker({ localize, data }: Pick<WalkthroughView, 'localize' | 'data'>): DataMarker {
  const base = (tag: string): string => tag.split('-')[0]!.toLowerCase();
  const { locale } = data;
  if (base(localize.textLanguage) === base(locale)) return (text) => text;
  return (text) => html`<span class="data" lang=${locale} dir=${directionOf(locale)}>${text}</span>`;
}

/** « 3 sur 10 » */
export function progressText(localize: LocalizeController, progress: Progress, network: Network): string {
  return walkthroughTexts.count(localize, settledSteps(progress, network), network.steps.length);
}

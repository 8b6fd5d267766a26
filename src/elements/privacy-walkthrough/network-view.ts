import { str } from '@lit/localize';
import { html } from 'lit';
import { directionOf } from '../../localization/language.ts';
import type { LocalizeController } from '../../localization/localize-controller.ts';
import type { Network, Networks, Platform, Step } from '../../networks/networks.ts';
import { currentOutcome, settledSteps } from '../../networks/progress.ts';
import type { Progress, StepOutcome } from '../../networks/progress.ts';

/** What the templates of a network need to know. */
export interface NetworkView {
  readonly localize: LocalizeController;
  readonly data: Networks;
  readonly network: Network;
  readonly progress: Progress;
  readonly platform: Platform;
  /** Host name of the reader's server, for networks made of many servers. */
  readonly instance: string | undefined;
  /** The data was to be reviewed before today: its labels are no longer quoted. */
  readonly isOverdue: boolean;
  /** Level of the network's heading. */
  readonly level: number;
  /** Marks a text of the data with its language, where the interface is in another. */
  readonly say: (text: string) => unknown;
  readonly onAnswer: (step: Step, outcome: StepOutcome) => void;
}

/** A function that marks texts of the data with their language, where the interface is in another. */
export function dataMarker({ textLanguage }: LocalizeController, { locale }: Networks): NetworkView['say'] {
  const base = (tag: string): string => tag.split('-')[0]!.toLowerCase();
  if (base(textLanguage) === base(locale)) return (text) => text;
  return (text) => html`<span class="data" lang=${locale} dir=${directionOf(locale)}>${text}</span>`;
}

/** Whether every setting of a network has an outcome, be it "later". */
export function isComplete(progress: Progress, { steps }: Network): boolean {
  return steps.every((step) => currentOutcome(progress, step) !== undefined);
}

/** « 3 sur 10 » */
export function progressText({ msg }: LocalizeController, progress: Progress, network: Network): string {
  return msg(str`${settledSteps(progress, network)} sur ${network.steps.length}`, {
    id: 'privacy-walkthrough.count',
    desc: '0: settled, 1: all',
  });
}

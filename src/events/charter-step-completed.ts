import type { StepOutcome } from '../networks/progress.ts';
import { PageEvent } from './page-event.ts';

export type CharterStepCompletedDetail = {
  readonly network: string;
  readonly step: string;
  readonly outcome: StepOutcome;
};

/** A person said what became of a privacy setting. It stays in the browser. */
export class CharterStepCompletedEvent extends PageEvent<CharterStepCompletedDetail> {
  constructor(detail: CharterStepCompletedDetail) {
    super('charter-step-completed', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'charter-step-completed': CharterStepCompletedEvent;
  }
}

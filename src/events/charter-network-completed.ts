import type { StepOutcome } from '../networks/progress.ts';
import { PageEvent } from './page-event.ts';

export type CharterNetworkCompletedDetail = {
  readonly network: string;
  readonly outcomes: Readonly<Record<string, StepOutcome>>;
};

/** Every privacy setting of a network has an outcome. It stays in the browser. */
export class CharterNetworkCompletedEvent extends PageEvent<CharterNetworkCompletedDetail> {
  constructor(detail: CharterNetworkCompletedDetail) {
    super('charter-network-completed', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'charter-network-completed': CharterNetworkCompletedEvent;
  }
}

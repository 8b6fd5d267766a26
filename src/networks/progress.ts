import type { Network, Step } from './networks.ts';

export const stepOutcomes = ['done', 'already', 'later', 'not-applicable'] as const;

/** What became of a step: done now, already in place, left for later, or of no concern to this person. */
export type StepOutcome = (typeof stepOutcomes)[number];

export interface RecordedOutcome {
  readonly outcome: StepOutcome;
  /** Revision of the step when the person answered. */
  readonly revision: number;
}

/** Outcomes by step id. They never leave the browser. */
export type Progress = Readonly<Record<string, RecordedOutcome>>;

/** The outcome of a step, unless the step was revised since: it is then to be checked again. */
export function currentOutcome(progress: Progress, step: Step): StepOutcome | undefined {
  const recorded = progress[step.id];
  return recorded?.revision === step.revision ? recorded.outcome : undefined;
}

/** Whether a step was answered in an earlier revision. */
export function needsRecheck(progress: Progress, step: Step): boolean {
  const recorded = progress[step.id];
  return recorded !== undefined && recorded.revision < step.revision;
}

/** How many steps of a network are settled: every outcome but "later" counts. */
export function settledSteps(progress: Progress, network: Network): number {
  return network.steps.filter((step) => {
    const outcome = currentOutcome(progress, step);
    return outcome !== undefined && outcome !== 'later';
  }).length;
}

/** The steps still to do: without an outcome, left for later, or revised since. */
export function remainingSteps(progress: Progress, network: Network): Step[] {
  return network.steps.filter((step) => {
    const outcome = currentOutcome(progress, step);
    return outcome === undefined || outcome === 'later';
  });
}

/** Whether every step of a network has an outcome, be it "later". */
export function isNetworkComplete(progress: Progress, network: Network): boolean {
  return network.steps.every((step) => currentOutcome(progress, step) !== undefined);
}

/** Reads stored progress; anything that is not progress is left out. */
export function readProgress(value: unknown): Progress {
  if (typeof value !== 'object' || value === null) return {};
  const isRecorded = (item: unknown): item is RecordedOutcome =>
    typeof item === 'object' &&
    item !== null &&
    stepOutcomes.includes((item as RecordedOutcome).outcome) &&
    typeof (item as RecordedOutcome).revision === 'number';
  return Object.fromEntries(Object.entries(value).filter(([, item]) => isRecorded(item)));
}

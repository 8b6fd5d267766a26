import { duration, runCommand } from './run-command.ts';
import type { Command, Failure, Outcome, Settings } from './run-command.ts';

export interface Step {
  readonly name: string;
  readonly commands: readonly Command[];
  /**
   * The steps that have to have ended first, well or not, for it to begin; by default all that stand before it. A step that
   * is not run is not waited for.
   */
  readonly after?: readonly string[];
  /** Where it may be silent for longer than the others. Milliseconds. */
  readonly silence?: number;
}

export interface StepResult extends Outcome {
  readonly name: string;
  /** From its first command to its last; other steps may have run meanwhile. */
  readonly seconds: number;
}

export interface StepSettings extends Settings {
  /** How many commands run at once, of whichever steps; one, unless told. */
  readonly atOnce?: number;
}

/** A step on its way. */
interface Run {
  readonly step: Step;
  readonly waiting: Command[];
  readonly outcomes: Outcome[];
  running: number;
  startedAt: number;
}

/**
 * Runs each step, whatever became of the others, and prints a line for each as it ends, and what failed in it. Commands
 * start in the order of the steps, as soon as there is room: a browser waits more than it works.
 */
export async function runSteps(
  steps: readonly Step[],
  settings: StepSettings,
  print: (text: string) => void = console.log,
): Promise<StepResult[]> {
  const runs = steps.map((step): Run => {
    return { step, waiting: [...step.commands], outcomes: [], running: 0, startedAt: 0 };
  });
  const results = new Map<Run, StepResult>();
  const isReady = ({ step: { after } }: Run, index: number): boolean => {
    const earlier = after ? runs.filter(({ step }) => after.includes(step.name)) : runs.slice(0, index);
    return earlier.every((run) => results.has(run) || run.step.commands.length === 0);
  };
  const isDone = (run: Run): boolean => run.waiting.length === 0 && run.running === 0;
  const finish = (run: Run): void => {
    const result = resultOf(run);
    results.set(run, result);
    print(lineOf(result));
    for (const failure of result.failures) print(textOf(failure));
  };
  const start = async (run: Run, command: Command): Promise<void> => {
    if (run.startedAt === 0) {
      run.startedAt = performance.now();
      print(`── ${run.step.name}`);
    }
    run.running += 1;
    const silence = run.step.silence ?? settings.silence;
    const outcome = await runCommand(command, { ...settings, silence });
    run.outcomes.push(outcome);
    run.running -= 1;
    if (command.again && outcome.interrupted.length > 0) {
      print(
        `  ${command.name}: the browser took pages away, run once more: ${outcome.interrupted.join(', ')}`,
      );
      run.waiting.push(command.again(outcome.interrupted));
    }
    if (isDone(run)) finish(run);
  };

  const running = new Set<Promise<void>>();
  for (;;) {
    while (running.size < (settings.atOnce ?? 1) && !settings.signal?.aborted) {
      const run = runs.find((each, index) => each.waiting.length > 0 && isReady(each, index));
      if (!run) break;
      const started: Promise<void> = start(run, run.waiting.shift()!).finally(() => running.delete(started));
      running.add(started);
    }
    if (running.size === 0) break;
    await Promise.race(running);
  }
  // One that was interrupted between two of its commands.
  for (const run of runs) if (run.startedAt > 0 && !results.has(run)) finish(run);
  return runs.flatMap((run) => results.get(run) ?? []);
}

function resultOf({ step: { name }, outcomes, startedAt }: Run): StepResult {
  const sum = (key: 'passed' | 'failed' | 'skipped'): number =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0);
  return {
    name,
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    failures: outcomes.flatMap(({ failures }) => failures),
    notices: outcomes.flatMap(({ notices }) => notices),
    interrupted: outcomes.flatMap(({ interrupted }) => interrupted),
    seconds: Math.round((performance.now() - startedAt) / 1000),
  };
}

/** Everything once more: each step in a line, what no test expected, what failed, and last the true count. */
export function summaryOf(results: readonly StepResult[]): string {
  const sum = (key: 'passed' | 'failed' | 'skipped'): number =>
    results.reduce((total, result) => total + result[key], 0);
  const notices = results.flatMap(({ notices }) => notices);
  const skipped = sum('skipped');
  return [
    ...results.map(lineOf),
    ...(notices.length > 0
      ? ['\nUnexpected, in tests that passed:', ...notices.map((text) => `  ${text}`)]
      : []),
    ...(sum('failed') > 0 ? ['\nFailed:'] : []),
    ...results.flatMap(({ name, failures }) =>
      failures.map(({ title, detail }) => textOf({ title: `${name}: ${title}`, detail })),
    ),
    '',
    `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  ].join('\n');
}

function lineOf({ name, passed, failed, seconds }: StepResult): string {
  const mark = failed > 0 ? '✗' : '✓';
  return `${mark} ${name.padEnd(12)} ${passed} passed, ${failed} failed, ${duration(seconds * 1000)}`;
}

function textOf({ title, detail }: Failure): string {
  return [`✗ ${title}`, ...detail.split('\n').map((line) => `    ${line}`)].join('\n').trimEnd();
}

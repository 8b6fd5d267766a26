import { duration, runCommand } from './run-command.ts';
import type { Command, Failure, Outcome, Settings } from './run-command.ts';

export interface Step {
  readonly name: string;
  readonly commands: readonly Command[];
  /** How many commands run at once; one, unless told. */
  readonly atOnce?: number;
  /** Where it may be silent for longer than the others. Milliseconds. */
  readonly silence?: number;
}

export interface StepResult extends Outcome {
  readonly name: string;
  readonly seconds: number;
}

/** Runs each step, whatever became of those before it, and prints a line for each, and what failed in it. */
export async function runSteps(
  steps: readonly Step[],
  settings: Settings,
  print: (text: string) => void = console.log,
): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) {
    if (settings.signal?.aborted) break;
    print(`── ${step.name}`);
    const result = await runStep(step, settings);
    results.push(result);
    print(lineOf(result));
    for (const failure of result.failures) print(textOf(failure));
  }
  return results;
}

async function runStep(step: Step, settings: Settings): Promise<StepResult> {
  const start = performance.now();
  const waiting = [...step.commands];
  const outcomes: Outcome[] = [];
  const work = async (): Promise<void> => {
    for (let command = waiting.shift(); command; command = waiting.shift()) {
      if (settings.signal?.aborted) return;
      outcomes.push(await runCommand(command, { ...settings, silence: step.silence ?? settings.silence }));
    }
  };
  await Promise.all(Array.from({ length: step.atOnce ?? 1 }, work));
  const sum = (key: 'passed' | 'failed' | 'skipped'): number =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0);
  return {
    name: step.name,
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    failures: outcomes.flatMap(({ failures }) => failures),
    notices: outcomes.flatMap(({ notices }) => notices),
    seconds: Math.round((performance.now() - start) / 1000),
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

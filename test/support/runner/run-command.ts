import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJournal } from './journal.ts';
import type { Entry } from './journal.ts';
import { endAll, killLeftovers, marker } from './processes.ts';

export interface Command {
  /** What it is called in sentences: `test/charter/digest.node.test.ts`, `lint`. */
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  /** It tells what it does in a journal (journal.ts); any other command counts as one test. */
  readonly keepsJournal?: boolean;
  /** The command for the files whose page the browser took away; without it, they have failed. */
  readonly again?: (files: readonly string[]) => Command;
}

export interface Settings {
  /** Where commands run. */
  readonly root: string;
  /** Where their output is kept. */
  readonly folder: string;
  /** How long a command may say nothing before it is stopped; how long it may take is its own affair. Milliseconds. */
  readonly silence: number;
  /** How long a command that is stopped may take to end what it started. Milliseconds. */
  readonly grace?: number;
  /** How often it is listened to. Milliseconds. */
  readonly every?: number;
  /** Stops the command that is running. */
  readonly signal?: AbortSignal;
  /** Hears each sign of life; it may ask what has passed and failed, and what was begun last. */
  readonly onSign?: (command: Command, readEntries: () => readonly Entry[]) => void;
}

export interface Failure {
  /** The test, with its file; or a sentence. */
  readonly title: string;
  /** Its error, or the end of the output. */
  readonly detail: string;
}

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly Failure[];
  /** What no test expected, though it passed. */
  readonly notices: readonly string[];
  /** Files whose tests are neither passed nor failed, and have to be run once more. */
  readonly interrupted: readonly string[];
}

type End = { code: number | null; signal: NodeJS.Signals | null } | { error: Error } | { stopped: string };

/** Runs a command to its end, or until it has been silent for too long. Never rejects: whatever goes wrong is a failure. */
export async function runCommand(command: Command, settings: Settings): Promise<Outcome> {
  const files = filesOf(command, settings.folder);
  const end = await runToEnd(command, settings, files);
  return judge(command, end, readFileSync(files.journal, 'utf8'), readFileSync(files.output, 'utf8'));
}

interface Files {
  readonly output: string;
  readonly journal: string;
}

function filesOf({ name }: Command, folder: string): Files {
  const slug = name.replaceAll(/[^\w.-]+/g, '-');
  const files = { output: join(folder, `${slug}.log`), journal: join(folder, `${slug}.jsonl`) };
  for (const path of Object.values(files)) writeFileSync(path, '');
  return files;
}

async function runToEnd(command: Command, settings: Settings, files: Files): Promise<End> {
  const { root, silence, grace = 5000, every = 1000, signal, onSign } = settings;
  const id = randomUUID();
  // Files, not pipes: what a command leaves running cannot hold its end back.
  const output = openSync(files.output, 'a');
  const child = spawn(command.program, command.args, {
    cwd: root,
    stdio: ['ignore', output, output],
    env: {
      ...process.env,
      ...command.environment,
      TEST_JOURNAL: files.journal,
      [marker]: id,
      // Set where a test of the runner itself runs: files of tests would then write to it, and not for a person.
      NODE_TEST_CONTEXT: undefined,
    },
    // A group of its own, to be ended as a whole.
    detached: true,
  });
  closeSync(output);

  const ended = new Promise<End>((resolve) => {
    child.on('error', (error) => resolve({ error }));
    child.on('exit', (code, killedBy) => resolve({ code, signal: killedBy }));
  });
  let timer: NodeJS.Timeout | undefined;
  const stopped = new Promise<End>((resolve) => {
    let heard = 0;
    let lastSign = performance.now();
    timer = setInterval(() => {
      const size = statSync(files.output).size + statSync(files.journal).size;
      if (size !== heard) {
        heard = size;
        lastSign = performance.now();
        onSign?.(command, () => readJournal(readFileSync(files.journal, 'utf8')).entries);
      } else if (performance.now() - lastSign > silence) {
        resolve({ stopped: `${command.name} was stopped after ${duration(silence)} of silence` });
      }
    }, every);
    const interrupt = (): void => resolve({ stopped: `${command.name} was interrupted` });
    if (signal?.aborted) interrupt();
    signal?.addEventListener('abort', interrupt, { once: true });
  });
  const end = await Promise.race([ended, stopped]);
  clearInterval(timer);
  if (child.pid !== undefined) {
    if ('stopped' in end) await endAll(child.pid, id, grace);
    else killLeftovers(child.pid, id);
  }
  return end;
}

function judge(command: Command, end: End, journal: string, output: string): Outcome {
  const { entries, unreadable } = readJournal(journal);
  const count = (type: Entry['type']): number => entries.filter((entry) => entry.type === type).length;
  const failures = entries.flatMap((entry): Failure[] =>
    entry.type === 'failed' ? [{ title: entry.test, detail: entry.error }] : [],
  );
  const interrupted = interruptedIn(entries);
  if (!command.again) for (const [title, detail] of interrupted) failures.push({ title, detail });
  const noTestFailed = failures.length === 0;
  const fail = (title: string, detail = lastLines(output, 40)): void => void failures.push({ title, detail });

  if ('stopped' in end) fail(`${end.stopped}; ${lastDoing(entries, output)}`, lastLines(output, 15));
  else if ('error' in end) fail(`${command.name} could not be started: ${end.error.message}`);
  // Half a line is what a command that is stopped leaves; from any other it hides what was tested.
  else if (unreadable > 0)
    fail(`${command.name} told its results in ${unreadable} lines that cannot be read`);
  // A runner that stopped without a failed test, or that ran none, has failed all the same.
  else if (end.code !== 0 && noTestFailed && interrupted.size === 0)
    fail(`${command.name} ended with ${end.signal ?? `code ${end.code}`}`);
  else if (
    command.keepsJournal &&
    noTestFailed &&
    count('passed') + count('skipped') + interrupted.size === 0
  )
    fail(`${command.name} ran no test`);

  return {
    passed: command.keepsJournal ? count('passed') : failures.length === 0 ? 1 : 0,
    failed: failures.length,
    skipped: count('skipped'),
    failures,
    notices: entries.flatMap((entry) => (entry.type === 'noticed' ? [`${entry.where}: ${entry.text}`] : [])),
    interrupted: command.again ? [...interrupted.keys()] : [],
  };
}

/** Files of which nothing is known, and why: interrupted, or never begun since the browser was gone for good. */
function interruptedIn(entries: readonly Entry[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of entries)
    if (entry.type === 'planned') files.set(entry.file, 'The browser was gone before this file was run.');
    else if (entry.type === 'interrupted') files.set(entry.file, entry.error);
    else if (entry.type === 'ended') files.delete(entry.file);
  return files;
}

/** Half a sentence: what a command that is stopped was at. */
function lastDoing(entries: readonly Entry[], output: string): string {
  const begun = entries.findLast((entry) => entry.type === 'started')?.what;
  if (begun !== undefined) return `it was last doing: ${begun}`;
  const line = lastLines(output, 1);
  return line === '' ? 'it had said nothing' : `it had last said: ${line}`;
}

export function lastLines(text: string, count: number): string {
  // eslint-disable-next-line no-control-regex -- what a terminal would take as colours and movements
  const plain = text.replaceAll(/\u001b\[[\d;]*[A-Za-z]/g, '');
  return plain.trimEnd().split('\n').slice(-count).join('\n');
}

export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  return seconds < 120 ? `${Number(seconds.toFixed(1))} s` : `${Math.round(seconds / 60)} minutes`;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after } from 'node:test';
import type { ToldFinding } from '../../../command-line/messages/findings.ts';

const fromSource = join(import.meta.dirname, '../../../command-line/main.ts');

/** What a run of the command line has said. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line as a process of its own, in a folder. */
export async function run(
  folder: string,
  args: readonly string[],
  { input = '', program = fromSource }: { input?: string; program?: string } = {},
): Promise<Run> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
  });
  child.stdin.on('error', () => undefined).end(input);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code, out, err };
}

/**
 * Runs it on a terminal of its own, where a line is typed once it has asked a question; what it says to either output is in
 * `out`. `script` is part of every Debian.
 */
export async function runOnTerminal(args: readonly string[], line: string): Promise<Run> {
  const command = [process.execPath, fromSource, ...args].map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    env: { ...process.env, TERM: 'dumb' },
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const isAsked = out.includes('?');
    out += chunk;
    if (!isAsked && out.includes('?')) child.stdin.write(`${line}\n`);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err: '' };
}

/** A temporary folder with these files, removed after the tests of the file. */
export async function folderWith(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'charter-elements-command-line-'));
  after(() => rm(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

/** What `validate` finds in each of many files, in one process. */
export async function validateFiles(
  files: Readonly<Record<string, string>>,
  options: readonly string[] = [],
): Promise<Map<string, ToldFinding[]>> {
  const folder = await folderWith(files);
  const { out, err } = await run(folder, ['validate', '--json', ...options, ...Object.keys(files)]);
  if (err !== '') throw new Error(err);
  const { findings } = JSON.parse(out) as { findings: ToldFinding[] };
  return new Map(Object.keys(files).map((name) => [name, findings.filter(({ file }) => file === name)]));
}

/** A finding on one line: `8:12 error public`. */
export const brief = ({ line, column, severity, rule }: ToldFinding): string =>
  `${line}:${column} ${severity} ${rule}`;

/** A charter in Markdown without a fault, with what a test puts into its section from line 9 on. */
export function charterWith(body: string): string {
  return `---
id: essai
version: 1.0
titre: Essai
établissement: CH de Test
---

## Section {#section}
${body}
`;
}

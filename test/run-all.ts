/**
 * Everything that `npm test` stands for: the browsers, PostgreSQL, nginx, PHP and Python are installed where they are
 * missing, and everything is built; then types, lint, component tests in three engines, end-to-end tests and unit tests in
 * Node run side by side. A step that fails, or that is stopped because it went silent, does not stop the others. The last
 * line is the true count over all of them.
 */
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entry } from './support/runner/journal.ts';
import type { Command } from './support/runner/run-command.ts';
import { runSteps, summaryOf } from './support/runner/run-steps.ts';
import type { Step } from './support/runner/run-steps.ts';

const minute = 60_000;
const root = join(import.meta.dirname, '..');

const single = (name: string, program: string, ...args: string[]): Step => ({
  name,
  commands: [{ name, program, args }],
});

/** Files of tests that take as long as dozens of others: they begin first, so that none is left alone at the end. */
const long = [
  'stories.e2e',
  'faults.e2e',
  'hosts.e2e',
  'next.e2e',
  'intranet.e2e',
  'plain-http.e2e',
  'hostile.node',
  'each-store',
];
const rankOf = (file: string): number => {
  const index = long.findIndex((part) => file.includes(part));
  return index < 0 ? long.length : index;
};

/** Each file is a program of its own: one that hangs is stopped alone. */
const inNode = (pattern: string): Command[] =>
  globSync(pattern, { cwd: root })
    .sort()
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map((file) => ({
      name: file,
      program: process.execPath,
      args: [
        ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
        ...['--test-reporter=./test/support/runner/node-journal.ts', '--test-reporter-destination=stderr'],
        file,
      ],
      keepsJournal: true,
    }));

/** A page that the browser took away, as one whose process crashed, is opened once more, in a new browser. */
const inEngine = (engine: string): Command => {
  const command: Command = {
    name: `components in ${engine}`,
    program: process.execPath,
    args: ['node_modules/@web/test-runner/dist/bin.js'],
    environment: { BROWSERS: engine },
    keepsJournal: true,
  };
  const again = (files: readonly string[]): Command => ({
    ...command,
    name: `${command.name}, once more`,
    args: [...command.args, '--files', ...files],
  });
  return { ...command, again };
};

const folder = mkdtempSync(join(tmpdir(), 'charter-elements-test-'));
const packages = join(folder, 'packages');

const steps: readonly Step[] = [
  single('browsers', 'sh', 'test/setup-browsers.sh'),
  single('postgresql', 'sh', 'test/setup-postgresql.sh'),
  single('deployment', 'sh', 'test/setup-deployment.sh'),
  single('languages', 'sh', 'test/setup-languages.sh'),
  single('screen reader', 'sh', 'test/setup-screen-reader.sh'),
  single('build', 'npm', 'run', '--silent', 'build'),
  {
    ...single('packages', process.execPath, 'test/support/pack-once.ts', packages),
    after: ['build'],
  },
  // Not `build:demo`: the build has just generated what it would generate, and others read it from now on.
  { ...single('demo', process.execPath, 'node_modules/vite/bin/vite.js', 'build'), after: ['build'] },
  // These two say nothing at all when they are content.
  { ...single('types', 'npm', 'run', '--silent', 'types'), after: ['build'], silence: 30 * minute },
  { ...single('lint', 'npm', 'run', '--silent', 'lint'), after: ['build'], silence: 30 * minute },
  { name: 'components', commands: ['chromium', 'firefox', 'webkit'].map(inEngine), after: ['build'] },
  {
    name: 'end to end',
    commands: inNode('test/end-to-end/!(faults).e2e.test.ts'),
    after: ['build', 'packages', 'demo'],
  },
  {
    name: 'node',
    commands: inNode('{test/**/*,bench/*}.node.test.ts'),
    after: ['build', 'packages', 'demo'],
    // A run of faults says nothing before its end.
    silence: 30 * minute,
  },
  // Alone, at the end: people who wait for pages that have no processor do other things than people do.
  { name: 'faults', commands: inNode('test/end-to-end/faults.e2e.test.ts') },
  // A screen reader that has no processor is late in what it says.
  { name: 'listening', commands: inNode('test/screen-reader/*.screen-reader.test.ts') },
];

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interruption.abort());

// Where `test/support/packages.ts` looks before it packs.
process.env['TEST_PACKAGES'] = packages;

const wanted = process.argv.slice(2);
const results = await runSteps(
  steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name)),
  {
    ...{ root, folder, silence: 10 * minute, signal: interruption.signal, onSign: everyFewMinutes(5) },
    // One more than there are processors: browsers and databases wait more than they work.
    atOnce: availableParallelism() + 1,
  },
);
const hasFailed = interruption.signal.aborted || results.some(({ failed }) => failed > 0);
console.log(hasFailed ? `\nEverything that was printed is in ${folder}` : '');
if (!hasFailed) rmSync(folder, { recursive: true });
console.log(summaryOf(results));
process.exit(hasFailed ? 1 : 0);

/** A line now and then, for a person, or a service that takes silence for death. */
function everyFewMinutes(minutes: number): (command: Command, readEntries: () => readonly Entry[]) => void {
  let last = performance.now();
  return ({ name }, readEntries) => {
    if (performance.now() - last < minutes * minute) return;
    last = performance.now();
    const begun = readEntries().findLast((entry) => entry.type === 'started');
    console.log(`  … ${begun?.what ?? name}`);
  };
}

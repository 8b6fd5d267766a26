import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { isAlive } from './processes.ts';
import { runCommand } from './run-command.ts';
import type { Command, Settings } from './run-command.ts';
import { runSteps, summaryOf } from './run-steps.ts';

const root = join(import.meta.dirname, '../../..');
const journalImport = JSON.stringify(join(import.meta.dirname, 'journal.ts'));

describe('what npm test does with a step', { concurrency: true }, () => {
  let folder: string;
  before(() => void (folder = mkdtempSync(join(tmpdir(), 'run-steps-'))));
  after(() => rmSync(folder, { recursive: true }));

  const settings = (more: Partial<Settings> = {}): Settings => ({
    root,
    folder,
    silence: 60_000,
    grace: 2000,
    every: 20,
    ...more,
  });
  const command = (name: string, code: string, more: Partial<Command> = {}): Command => ({
    name,
    program: process.execPath,
    args: ['--input-type=module', '--eval', code],
    ...more,
  });
  const journaling = (name: string, code: string): Command =>
    command(name, `import { note } from ${journalImport}; ${code}`, { keepsJournal: true });
  /** A file of tests, run as `npm test` runs them. */
  const testFile = (name: string, code: string): Command => {
    const path = join(folder, name);
    writeFileSync(path, `import { after, describe, it } from 'node:test';\n${code}`);
    const reporter = join(import.meta.dirname, 'node-journal.ts');
    return {
      name,
      program: process.execPath,
      args: [`--test-reporter=${reporter}`, path],
      keepsJournal: true,
    };
  };

  it('stops one that goes silent, with what it started, says so, and goes on with the next', async () => {
    const printed: string[] = [];
    // A child of its own group, as browsers are, that SIGTERM does not end.
    const child = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('child', process.pid);`;
    const silent = journaling(
      'silent',
      `import { spawn } from 'node:child_process';
       note({ type: 'passed' });
       spawn(process.execPath, ['--eval', ${JSON.stringify(child)}], { detached: true, stdio: ['ignore', 'inherit', 'inherit'] }).unref();
       note({ type: 'started', what: 'the third test' });
       setInterval(() => {}, 1000);`,
    );
    const results = await runSteps(
      [
        { name: 'first', commands: [silent], silence: 7000 },
        { name: 'second', commands: [command('talks', '')] },
      ],
      settings({ grace: 300 }),
      (text) => printed.push(text),
    );
    assert.deepEqual(
      results.map(({ name, passed, failed }) => [name, passed, failed]),
      [
        ['first', 1, 1],
        ['second', 1, 0],
      ],
    );
    const { title, detail } = results[0]!.failures[0]!;
    assert.equal(title, 'silent was stopped after 7 s of silence; it was last doing: the third test');
    const pid = Number(/child (\d+)/.exec(detail)?.[1]);
    assert.ok(pid > 0, detail);
    assert.ok(!isAlive(pid), 'the child still runs');
    assert.match(summaryOf(results), /\n2 passed, 1 failed$/);
  });

  it('lets one take its time that tells what it does, in the journal or by printing', async () => {
    const told = (say: string): string =>
      `for (let i = 0; i < 20; i++) { ${say}; await new Promise((resolve) => setTimeout(resolve, 500)); }`;
    const [journal, print] = await Promise.all([
      runCommand(journaling('slow tests', told(`note({ type: 'passed' })`)), settings({ silence: 7000 })),
      runCommand(command('slow build', told('console.log(i)')), settings({ silence: 7000 })),
    ]);
    assert.deepEqual([journal.passed, journal.failed], [20, 0]);
    assert.deepEqual([print.passed, print.failed], [1, 0]);
  });

  it('counts a journal that cannot be read as a failure, with what could be', async () => {
    const outcome = await runCommand(
      journaling(
        'corrupt',
        `import { appendFileSync } from 'node:fs';
         note({ type: 'passed' });
         appendFileSync(process.env.TEST_JOURNAL, '{"type":"pas');`,
      ),
      settings(),
    );
    assert.deepEqual([outcome.passed, outcome.failed], [1, 1]);
    assert.match(outcome.failures[0]!.title, /corrupt told its results in 1 lines that cannot be read/);
  });

  it('counts one that runs no test, that crashes or that cannot be started as a failure', async () => {
    const titles: string[] = [];
    for (const each of [
      journaling('idle', ''),
      journaling('crashing', `note({ type: 'passed' }); throw new Error('the disk is full');`),
      command('missing', '', { program: join(folder, 'no-such-program') }),
    ]) {
      const { failed, failures } = await runCommand(each, settings());
      assert.equal(failed, 1);
      titles.push(failures[0]!.title);
      if (each.name === 'crashing') assert.match(failures[0]!.detail, /the disk is full/);
    }
    assert.deepEqual(titles.slice(0, 2), ['idle ran no test', 'crashing ended with code 1']);
    assert.match(titles[2]!, /^missing could not be started: .*ENOENT/);
  });

  it('runs once more what the browser took away, and counts it as failed when that ends no better', async () => {
    const printed: string[] = [];
    const interrupted = (file: string): string =>
      `note({ type: 'interrupted', file: '${file}', error: 'the page was loaded anew' });`;
    // A browser that ends takes what it was to run next with it.
    const gone = (file: string): string =>
      `note({ type: 'planned', file: 'done.ts' }); note({ type: 'planned', file: '${file}' });
       note({ type: 'ended', file: 'done.ts' });`;
    const page = (name: string, first: string, second: string): Command => ({
      ...journaling(name, `note({ type: 'passed' }); ${first} process.exitCode = 1;`),
      again: (files) => journaling(`${name}, once more`, `console.log('${files.join()}'); ${second}`),
    });
    const results = await runSteps(
      [
        { name: 'once', commands: [page('once', interrupted('a.ts'), `note({ type: 'passed' });`)] },
        { name: 'twice', commands: [page('twice', interrupted('b.ts'), interrupted('b.ts'))] },
        { name: 'gone', commands: [page('gone', gone('c.ts'), gone('c.ts'))] },
      ],
      settings(),
      (text) => printed.push(text),
    );
    assert.deepEqual(
      results.map(({ passed, failed, failures }) => [passed, failed, failures]),
      [
        [2, 0, []],
        [1, 1, [{ title: 'b.ts', detail: 'the page was loaded anew' }]],
        [1, 1, [{ title: 'c.ts', detail: 'The browser was gone before this file was run.' }]],
      ],
    );
    assert.ok(printed.includes('  once: the browser took pages away, run once more: a.ts'));
  });

  it('repeats what failed at the end: test, file, error; what passes takes one line', async () => {
    const printed: string[] = [];
    const file = testFile(
      'some.node.test.ts',
      `describe('a suite', () => {
         it('passes', () => console.log('a lot of output'));
         it('fails', () => { throw new Error('two is not three'); });
         it.skip('waits', () => {});
         after(() => { throw new Error('not closed'); });
       });`,
    );
    const results = await runSteps(
      [
        { name: 'passing', commands: [command('passes', `console.log('a lot of output')`)] },
        { name: 'failing', commands: [file] },
      ],
      settings(),
      (text) => printed.push(text),
    );
    assert.equal(printed.filter((text) => text.includes('a lot of output')).length, 0);
    assert.deepEqual(
      printed.slice(0, 2).map((text) => text.replace(/[\d.]+ s$/, 'n s')),
      ['── passing', '✓ passing      1 passed, 0 failed, n s'],
    );
    const summary = summaryOf(results);
    for (const line of [
      /^✗ failing: .*some\.node\.test\.ts › a suite › fails\n {4}Error: two is not three\n {4} {4}at /m,
      /^✗ failing: .*some\.node\.test\.ts › a suite\n {4}Error: not closed/m,
      /\n2 passed, 2 failed, 1 skipped$/,
    ])
      assert.match(summary, line);
  });

  it('names the test of a file that hangs', async () => {
    const hanging = testFile(
      'hanging.node.test.ts',
      `it('passes', () => {}); it('waits for ever', () => new Promise(() => setInterval(() => {}, 1000)));`,
    );
    const outcome = await runCommand(hanging, settings({ silence: 8000 }));
    assert.deepEqual([outcome.passed, outcome.failed], [1, 1]);
    assert.match(outcome.failures[0]!.title, /last doing: .*hanging\.node\.test\.ts › waits for ever$/);
  });

  it('tells what no test expected, at the end', async () => {
    const noticing = journaling(
      'noticing',
      `note({ type: 'passed' }); note({ type: 'noticed', where: 'a.browser.test.ts', text: 'Lost!' });`,
    );
    const results = await runSteps(
      [{ name: 'components', commands: [noticing] }],
      settings(),
      () => undefined,
    );
    assert.match(summaryOf(results), /Unexpected.*\n {2}a\.browser\.test\.ts: Lost!\n\n1 passed, 0 failed$/);
  });

  it('runs side by side, in their order, what waits for the same steps, and waits for those alone', async () => {
    const place = join(folder, 'meeting');
    // Each ends once the other has begun.
    const meet = (name: string, other: string): Command =>
      command(
        name,
        `import { existsSync, writeFileSync } from 'node:fs';
         writeFileSync(${JSON.stringify(`${place}-${name}`)}, '');
         while (!existsSync(${JSON.stringify(`${place}-${other}`)})) await new Promise((resolve) => setTimeout(resolve, 20));`,
      );
    const find = (...names: string[]): Command =>
      command(
        `after ${names.join()}`,
        `import { existsSync } from 'node:fs';
         process.exit(${JSON.stringify(names)}.every((name) => existsSync(${JSON.stringify(place)} + '-' + name)) ? 0 : 1);`,
      );
    const printed: string[] = [];
    const results = await runSteps(
      [
        { name: 'build', commands: [command('fails', 'process.exit(1)')] },
        { name: 'one', commands: [meet('a', 'b'), meet('b', 'c')], after: ['build', 'not run'] },
        { name: 'other', commands: [meet('c', 'a')], after: ['build'] },
        { name: 'last', commands: [find('a', 'b', 'c')] },
      ],
      { ...settings(), atOnce: 3 },
      (text) => printed.push(text),
    );
    assert.deepEqual(
      results.map(({ name, passed, failed }) => [name, passed, failed]),
      [
        ['build', 0, 1],
        ['one', 2, 0],
        ['other', 1, 0],
        ['last', 1, 0],
      ],
    );
    const begun = printed.filter((text) => text.startsWith('──'));
    assert.deepEqual(begun, ['── build', '── one', '── other', '── last']);
  });

  it('runs no more at once than it may', async () => {
    const place = join(folder, 'alone');
    const alone = (name: string): Command =>
      command(
        name,
        `import { mkdirSync, rmdirSync } from 'node:fs';
         mkdirSync(${JSON.stringify(place)});
         await new Promise((resolve) => setTimeout(resolve, 50));
         rmdirSync(${JSON.stringify(place)});`,
      );
    const results = await runSteps(
      [
        { name: 'one', commands: [alone('first'), alone('second')], after: [] },
        { name: 'other', commands: [alone('third')], after: [] },
      ],
      settings(),
      () => undefined,
    );
    assert.deepEqual(
      results.map(({ passed, failed }) => [passed, failed]),
      [
        [2, 0],
        [1, 0],
      ],
    );
  });

  it('ends all when it is interrupted, and still says what there is', async () => {
    const interruption = new AbortController();
    const results = await runSteps(
      [
        {
          name: 'first',
          commands: [journaling('long', `note({ type: 'passed' }); setInterval(() => {}, 1000);`)],
        },
        { name: 'second', commands: [command('never', '')] },
      ],
      settings({ signal: interruption.signal, onSign: () => interruption.abort() }),
      () => undefined,
    );
    assert.deepEqual(
      results.map(({ name, passed, failed }) => [name, passed, failed]),
      [['first', 1, 1]],
    );
  });
});

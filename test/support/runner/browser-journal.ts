import { relative } from 'node:path';
import { SESSION_STATUS as status } from '@web/test-runner';
import type { Reporter, TestResult, TestRunnerPlugin, TestSession, TestSuiteResult } from '@web/test-runner';
import { note } from './journal.ts';
import { duration } from './run-command.ts';

type Sessions = Parameters<NonNullable<Reporter['start']>>[0]['sessions'];

/**
 * Component tests in the journal: each test as it starts, which a page tells by itself (every-test.ts), and what passed and
 * failed as each file ends. A page that starts no test for `silence` milliseconds fails, and the next file has its turn. One
 * that the browser took away, as when its process crashes, is told as interrupted: nothing is known of its tests.
 */
export function browserJournal(silence: number): { plugin: TestRunnerPlugin; reporter: Reporter } {
  let sessions: Sessions | undefined;
  /** What each page that runs was last doing, and the timer that stops it. */
  const running = new Map<string, { what: string; timer: NodeJS.Timeout }>();

  const opened = new Set<string>();
  /** Pages that were loaded anew or closed while their tests ran. */
  const takenAway = new Set<string>();
  /** Pages whose results are told: a driver that sends a command twice loads one again that had ended. */
  const told = new Set<string>();

  /** Addresses that tests know to be missing (`expectMissing`), by page. */
  const expectedMissing = new Map<string, Set<string>>();

  const forget = ({ id }: TestSession): void => {
    clearTimeout(running.get(id)?.timer);
    running.delete(id);
  };
  const hear = ({ id }: { readonly id: string }, what: string): void => {
    note({ type: 'started', what });
    clearTimeout(running.get(id)?.timer);
    running.set(id, { what, timer: setTimeout(() => stop(id), silence) });
  };
  const stop = (id: string): void => {
    const session = sessions?.get(id);
    if (session?.status !== status.TEST_STARTED) return;
    const message = `The page was stopped after ${duration(silence)} of silence; it was last doing: ${running.get(id)!.what}`;
    // As the runner itself does with a page that went away.
    sessions!.updateStatus({ ...session, errors: [...session.errors, { message }] }, status.TEST_FINISHED);
  };

  return {
    plugin: {
      name: 'browser-journal',
      serverStart({ webSockets }) {
        webSockets?.on('message', ({ webSocket, data }) => {
          const { type, sessionId } = data;
          if (type !== 'wtr-session-started' || typeof sessionId !== 'string') return;
          if (opened.has(sessionId)) takenAway.add(sessionId);
          opened.add(sessionId);
          webSocket.on('close', () => {
            if (sessions?.get(sessionId)?.status === status.TEST_STARTED) takenAway.add(sessionId);
          });
        });
      },
      /** Gives every test file the hooks of every-test.ts, on its first line so that the others keep their numbers. */
      transform({ path, body }) {
        if (!path.endsWith('.browser.test.ts')) return undefined;
        return `import '/test/support/runner/every-test.ts'; ${String(body)}`;
      },
      executeCommand({ command, payload, session }) {
        // Of every-test.ts. A page that was stopped may have a word left to say.
        if (command === 'test-started' && sessions?.get(session.id)?.status === status.TEST_STARTED)
          hear(session, `${placeOf(session)} › ${String(payload)}`);
        // Of expected.ts.
        else if (command === 'expect-missing')
          expectedMissing.set(
            session.id,
            (expectedMissing.get(session.id) ?? new Set()).add(String(payload)),
          );
        return command === 'test-started' || command === 'expect-missing' ? true : undefined;
      },
    },
    reporter: {
      start(started) {
        sessions = started.sessions;
        for (const testFile of started.testFiles) note({ type: 'planned', file: fileOf({ testFile }) });
        sessions.on('session-status-updated', (session) => {
          if (session.status === status.TEST_STARTED) hear(session, placeOf(session));
          if (session.status === status.TEST_FINISHED) forget(session);
          if (session.status !== status.FINISHED || told.has(session.id)) return;
          told.add(session.id);
          const [error] = session.errors;
          if (error && takenAway.has(session.id))
            note({
              type: 'interrupted',
              file: fileOf(session),
              error: `${placeOf(session)}: ${error.message}`,
            });
          else {
            noteResults(session, expectedMissing.get(session.id) ?? new Set());
            note({ type: 'ended', file: fileOf(session) });
          }
        });
      },
    },
  };
}

function noteResults(session: TestSession, expectedMissing: ReadonlySet<string>): void {
  const place = placeOf(session);
  for (const { message, stack } of session.errors)
    note({ type: 'failed', test: place, error: [message, stack ?? ''].join('\n').trim() });
  if (session.testResults) noteSuite(session.testResults, place);
  const printed = session.logs.map((line) => line.map(String).join(' '));
  const missing = session.request404s.map((path) => `/${path}`);
  const unexpected = missing
    .filter((path) => !expectedMissing.has(path))
    .map((path) => `${path} is not there (404)`);
  const unmet = [...expectedMissing].filter((path) => !missing.includes(path));
  const unmetTexts = unmet.map(
    (path) => `${path} was expected to be missing, and was not asked for, or is there`,
  );
  for (const text of [...printed, ...unexpected, ...unmetTexts])
    note({ type: 'noticed', where: place, text: text.split('\n').slice(0, 3).join(' ').slice(0, 300) });
}

function noteSuite(suite: TestSuiteResult, path: string): void {
  for (const test of suite.tests) noteTest(test, path);
  for (const child of suite.suites) noteSuite(child, `${path} › ${child.name}`);
}

function noteTest({ name, passed, skipped, error }: TestResult, path: string): void {
  if (skipped || passed) {
    note({ type: skipped ? 'skipped' : 'passed' });
    return;
  }
  const { message = 'no message', stack = '', expected, actual } = error ?? {};
  const difference = expected === undefined ? '' : `expected: ${expected}\nactual: ${actual ?? 'nothing'}`;
  note({
    type: 'failed',
    test: `${path} › ${name}`,
    error: [message, difference, stack].filter(Boolean).join('\n'),
  });
}

function placeOf({
  testFile,
  browser,
}: {
  readonly testFile: string;
  readonly browser: { name: string };
}): string {
  return `${fileOf({ testFile })} in ${browser.name}`;
}

function fileOf({ testFile }: { readonly testFile: string }): string {
  return relative(process.cwd(), testFile);
}

import { relative } from 'node:path';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';
import { note } from './journal.ts';

/** The file that is run; suites that several files share stand in others. */
const file = relative(process.cwd(), process.argv[1] ?? '');

/** A node:test reporter that prints nothing: what begins and ends goes to the journal, as it happens. */
// eslint-disable-next-line require-yield -- a reporter is a generator, even of nothing
export default async function* nodeJournal(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  /** Names of the suites around a test; results come in the order of the file. */
  const path: string[] = [];
  for await (const { type, data } of source) {
    if (type === 'test:dequeue') note({ type: 'started', what: `${file} › ${data.name}` });
    // A hook, or what keeps a file from ending though its tests have.
    if (type === 'test:complete') note({ type: 'started', what: `${file}, after ${data.name}` });
    if (type === 'test:start') path.splice(data.nesting, Infinity, data.name);
    if (type === 'test:pass' && data.details.type !== 'suite')
      note({ type: isLeftOut(data) ? 'skipped' : 'passed' });
    if (type !== 'test:fail') continue;
    const error = causeOf(data.details.error);
    // The tests in it have told already. A suite may also fail by itself: a hook, a limit.
    if (error === undefined) continue;
    const name = [...path.slice(0, data.nesting), data.name].join(' › ');
    note(isLeftOut(data) ? { type: 'skipped' } : { type: 'failed', test: `${file} › ${name}`, error });
  }
}

function isLeftOut({ skip, todo }: { skip?: string | boolean; todo?: string | boolean }): boolean {
  return skip !== undefined || todo !== undefined;
}

/** What a test failed of, or undefined where it only holds others that did. */
function causeOf(error: Error & { failureType?: string }): string | undefined {
  if (error.failureType === 'subtestsFailed') return undefined;
  const cause = error.cause instanceof Error ? error.cause : error;
  return cause.stack ?? inspect(error.cause ?? error);
}

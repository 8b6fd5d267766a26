import { executeServerCommand } from '@web/test-runner-commands';

interface Expectation {
  readonly pattern: RegExp;
  readonly met: Promise<unknown>;
  meet(): void;
}

/** What the tests of this file have said will be written to the console. */
const expected: Expectation[] = [];
/** Some checks run once the tests have what they waited for. */
const longestWait = 60_000;

// What nobody expects goes on to the console, and is told at the end of the run.
for (const method of ['warn', 'error'] as const) {
  const write = console[method];
  console[method] = (...message: unknown[]) => {
    const text = message.map(String).join(' ');
    const matching = expected.filter(({ pattern }) => pattern.test(text));
    if (matching.length === 0) write.apply(console, message);
    for (const each of matching) each.meet();
  };
}

after('what was expected in the console', async function () {
  this.timeout(2 * longestWait);
  for (const { pattern, met } of expected) {
    const missed = new Promise((_, reject) =>
      setTimeout(() => reject(new Error(`Nothing like ${pattern} was written to the console.`)), longestWait),
    );
    await Promise.race([met, missed]);
  }
});

/**
 * The tests of this file provoke warnings or errors like these, which nobody then sees in the console; the file fails if one
 * has not been written by its end.
 */
export function expectInConsole(...patterns: RegExp[]): void {
  for (const pattern of patterns) {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    expected.push({ pattern, met: promise, meet: () => resolve(undefined) });
  }
}

/** The tests of this file ask for an address of the test server that is not there: the run says so if they do not. */
export async function expectMissing(address: string): Promise<void> {
  const { pathname, search } = new URL(address, location.href);
  await executeServerCommand('expect-missing', pathname + search);
}

import { executeServerCommand } from '@web/test-runner-commands';

type Method = 'warn' | 'error';

/** What a test has said will be written to the console, until it ends. */
const expected: { readonly method: Method; readonly pattern: RegExp; isMet: boolean }[] = [];

// What nobody expects goes on to the console, and is told at the end of the run.
for (const method of ['warn', 'error'] as const) {
  const write = console[method];
  console[method] = (...message: unknown[]) => {
    const text = message.map(String).join(' ');
    const met = expected.filter((each) => each.method === method && each.pattern.test(text));
    if (met.length === 0) write.apply(console, message);
    for (const each of met) each.isMet = true;
  };
}

afterEach(function everyExpectationIsMet() {
  const missed = expected.splice(0).filter(({ isMet }) => !isMet);
  if (missed.length > 0)
    throw new Error(
      `Nothing like ${missed.map(({ pattern }) => pattern).join(', ')} was written to the console.`,
    );
});

/** The test fails unless a warning like this is written to the console before it ends, where nobody sees it then. */
export function expectWarning(pattern: RegExp): void {
  expected.push({ method: 'warn', pattern, isMet: false });
}

/** Likewise, an error. */
export function expectError(pattern: RegExp): void {
  expected.push({ method: 'error', pattern, isMet: false });
}

/** This test file asks for an address of the test server that is not there: the run says so if it does not. */
export async function expectMissing(address: string): Promise<void> {
  const { pathname, search } = new URL(address, location.href);
  await executeServerCommand('expect-missing', pathname + search);
}

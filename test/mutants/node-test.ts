/**
 * What `node:test` exports, for the tests of a mutant: Mocha keeps them loaded and runs those alone that come by the change,
 * where a process of Node for each mutant and each file takes fifty times as long.
 */
import { mock } from 'node:test';

type Act = (context: { mock: typeof mock }) => unknown;

/** Milliseconds after which a test is taken for one that never ends: to stop the whole process for it takes longer. */
const patience = Number(process.env['MUTANTS_PATIENCE'] ?? 0);

type Registered = { timeout: (milliseconds: number) => void };
const mocha = globalThis as unknown as Record<'describe' | 'it' | Hook, (...args: unknown[]) => Registered>;
type Hook = 'before' | 'after' | 'beforeEach' | 'afterEach';

export function describe(name: string, define: () => unknown): void {
  mocha.describe(name, () => {
    if (define() instanceof Promise)
      throw new Error(`${name} is defined later, which Mocha does not wait for`);
  });
}

export function it(name: string, act: Act): void {
  const registered = mocha.it(name, async () => {
    try {
      await act({ mock });
    } finally {
      mock.reset();
    }
  });
  registered.timeout(patience);
}

const hook =
  (name: Hook) =>
  (act: () => unknown): void => {
    mocha[name](async () => {
      await act();
    });
  };

export const before = hook('before');
export const after = hook('after');
export const beforeEach = hook('beforeEach');
export const afterEach = hook('afterEach');
export const test = it;
export { mock };

import { executeServerCommand } from '@web/test-runner-commands';

// In every file of component tests, put there by browser-journal.ts: a page that is silent for too long is stopped.
beforeEach(function tellTheRunner() {
  const { currentTest } = this;
  // Nobody waits for the answer; a page that is closing gets none.
  executeServerCommand('test-started', currentTest?.fullTitle() ?? '').catch(() => undefined);
});

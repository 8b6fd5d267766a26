import { writeFileSync } from 'node:fs';
import type { Reporter, TestSuiteResult } from '@web/test-runner';

/** Where the counts of a run are written, for test/run-all.ts. */
export const countsPath = process.env['TEST_COUNTS'];

/** Writes how many component tests passed and failed, each engine counted. */
export function countReporter(): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      if (!countsPath) return;
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        if (!session.passed && session.errors.length > 0) counts.failed += 1;
        if (session.testResults) count(session.testResults, counts);
      }
      writeFileSync(countsPath, JSON.stringify(counts));
    },
  };
}

function count(suite: TestSuiteResult, counts: { passed: number; failed: number; skipped: number }): void {
  for (const test of suite.tests) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
  for (const child of suite.suites) count(child, counts);
}

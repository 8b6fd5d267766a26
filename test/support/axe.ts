import 'axe-core';
import type { NodeResult, Result, RunOptions } from 'axe-core';
import { expect } from '@open-wc/testing';

/** WCAG 2.2 at level AA, axe-core's good habits, and the RGAA tests that it maps. */
const options: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'RGAAv4'],
  },
  resultTypes: ['violations'],
  rules: {
    // These speak of a whole page: the one that runs the tests is not the page of a hospital.
    'landmark-one-main': { enabled: false },
    'page-has-heading-one': { enabled: false },
    region: { enabled: false },
  },
};

let previous: Promise<unknown> = Promise.resolve();

/** Runs axe-core over an element and its shadow root, and tells what it found: rule, place, reason. */
export async function expectAccessible(element: Element): Promise<void> {
  expect((await violationsOf(element, options)).join('\n\n')).to.equal('');
}

/** What axe-core finds in an element with other rules: rule, place, reason. */
export async function violationsOf(element: Element, rules: RunOptions): Promise<string[]> {
  // axe-core runs once at a time.
  const run = previous.then(() => globalThis.axe.run(element, rules));
  previous = run.catch(() => undefined);
  const { violations } = await run;
  return violations.map(describeViolation);
}

function describeViolation({ id, help, helpUrl, nodes }: Result): string {
  return [`${id}: ${help} (${helpUrl})`, ...nodes.map(describeNode)].join('\n');
}

function describeNode({ target, html, failureSummary }: NodeResult): string {
  return `  ${target.flat().join(' >>> ')}\n    ${html}\n    ${(failureSummary ?? '').replaceAll('\n', '\n    ')}`;
}

declare global {
  var axe: typeof import('axe-core');
}

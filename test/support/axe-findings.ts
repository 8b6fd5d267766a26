import type { NodeResult, Result, RunOptions } from 'axe-core';

/** WCAG 2.2 at level AA, axe-core's good habits, and the RGAA tests that it maps. */
export const axeOptions: RunOptions = {
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

/**
 * The rules that colours decide: all that a scheme or a theme can change of what axe-core finds in an element whose other
 * rules have been run.
 */
export const colourRules: readonly string[] = ['color-contrast', 'link-in-text-block'];

/** What axe-core found, in lines: rule, place, reason. */
export function describeViolation({ id, help, helpUrl, nodes }: Result): string {
  return [`${id}: ${help} (${helpUrl})`, ...nodes.map(describeNode)].join('\n');
}

function describeNode({ target, html, failureSummary }: NodeResult): string {
  return `  ${target.flat().join(' >>> ')}\n    ${html}\n    ${(failureSummary ?? '').replaceAll('\n', '\n    ')}`;
}

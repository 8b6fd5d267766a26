import type * as french from './fr-comparison.ts';
import type { SameCodes } from './same-codes.ts';

/** The comparison of fr-comparison.ts in English. */
export const comparison: SameCodes<typeof french.comparison> = {
  'same-version': ({ version }) => `version ${version}, the same: change it`,
  versions: ({ before, after }) => `from version ${before} to version ${after}`,
  nothing: ({ versions }) => `Nothing changes for readers (${versions}).`,
  'one-version': ({ version }) => `version ${version}`,
  sections: () => 'Sections',
  practices: () => 'Good practices',
  statements: () => 'Statements',
  added: () => 'new',
  removed: () => 'removed',
  changed: () => 'changed',
  moved: () => 'moved',
  places: ({ from, to }) => `, from place ${from + 1} to place ${to + 1}`,
  of: () => ': ',
  quoted: ({ text }) => `“${text}”`,
  'same-words': () => ': order, emphasis or the address of a link',
  required: () => 'required',
  optional: () => 'optional',
};

export const members: SameCodes<typeof french.members> = {
  title: 'title',
  summary: 'summary',
  issuer: 'hospital',
  effectiveFrom: 'in force from',
  audiences: 'audiences',
  body: 'text',
  plain: 'easy-to-read version',
  group: 'group',
  text: 'text',
  why: 'reason',
  required: 'whether it is required',
};

export const audienceNames: SameCodes<typeof french.audienceNames> = {
  staff: 'staff',
  patients: 'patients',
  visitors: 'visitors',
};

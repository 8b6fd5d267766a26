import type * as french from './fr-results.ts';
import type { SameCodes } from './same-codes.ts';

const plural = (count: number, one: string, other = `${one}s`): string =>
  `${count}\u00a0${count === 1 ? one : other}`;

/** The results of fr-results.ts in English. */
export const results: SameCodes<typeof french.results> = {
  'standard-input': () => 'standard input',
  'nothing-to-put-right': () => 'Nothing to put right.',
  'nothing-written': () => 'Nothing was written: put the errors right first.',
  written: ({ file }) => `${file} is written`,
  'written-charter': ({ version, digest }) => `version ${version}, ${digest}`,
  'written-texts': ({ count }) => `${count} texts`,
  next: () => 'Then:',
  errors: ({ count }) => plural(count, 'error'),
  warnings: ({ count }) => plural(count, 'warning'),
  error: () => 'error',
  warning: () => 'warning',
  'value-of-mark': ({ mark, value }) => `${mark}: ${value}`,

  'under-session': ({ headers, person }) =>
    `Beware: ${headers.length > 0 ? `with ${headers.join(', ')}, ` : ''}the address may write the rows of the trial in the name ` +
    `of the person who is signed in${person === undefined ? '' : `, ${person}`}: its register would say that this person has ` +
    'signed the charter, and declined it. Give the session of an account for trials.',

  check: () => 'Check',
  expected: () => 'Expected',
  got: () => 'Got',
  verdict: () => 'Verdict',
  pass: () => 'conforming',
  breach: () => 'breach',
  remark: () => 'remark',
  skipped: () => 'not applicable',
  conclusion: ({ counts: { pass, breach, remark, skipped }, isStrict, rows, signer }) => {
    const conforming =
      remark > 0 && isStrict ? 'Conforming to the contract, but not to --strict' : 'Conforming';
    return (
      `${breach > 0 ? 'Not conforming' : conforming}: ${plural(breach, 'breach', 'breaches')}, ${plural(remark, 'remark')}, ` +
      `${plural(pass, 'check')} without fault${skipped > 0 ? `, ${skipped} not applicable` : ''}. ` +
      `The address accepted ${plural(rows, 'record')} in the name of “${signer}”.`
    );
  },
};

export const confirmation = {
  question: 'Write these rows? (yes or no) ',
  yes: ['yes', 'y'],
};

export const remarks: SameCodes<typeof french.remarks> = {
  networks:
    'This file completes the built-in networks. Write "hidden": true not to show a network, or add your networks and settings. Lines that begin with // are not read.',
  texts:
    'Change these texts, or add some: the command “charter-elements texts” gives all of them. Lines that begin with // are not read.',
  'all-texts': 'Keep the lines that you change, delete the others. Lines that begin with // are not read.',
};

export const hints: SameCodes<typeof french.hints> = {
  head: `Your charter. All that is between the two lines --- describes it; the text follows.
First change “id”, “établissement” (the hospital) and “en vigueur” (in force from).
With each new version, change “version” and add a line to “historique” (the history).
A value that has a colon followed by a space goes between straight quotation marks.`,
  sections: `A line ## opens a section. In braces: its id (#…), which never changes again, then
whom it is for (personnel, patients, visiteurs) and since which version.
Leave an empty line between two paragraphs. **bold**, *italic*, [link](https://…).
::article{…} cites an article of law; :::simple … ::: is the easy-to-read version.
These explanations will not be in the charter.`,
  practices: `A line ### opens a group, each dash is a good practice to tick, “Pourquoi” (why)
gives its reason. “obligatoire” (required): it has to be ticked to sign.`,
  statements: `Each dash is a sentence that the person assents to by signing, required
unless you write “facultatif” (optional).`,
};

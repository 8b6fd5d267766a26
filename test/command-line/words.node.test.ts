import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { words } from '../../command-line/messages/words.ts';
import { typographyFaults } from '../support/french-typography.ts';
import { charterWith, folderWith, run } from './support/command.ts';
import { comparisonSamples, faultSamples, mistakeSamples, resultSamples } from './support/word-samples.ts';

type Wordings = Readonly<Record<string, (...params: never[]) => string>>;

/** Of these the words are the same in both languages, or a sign. */
const alike = ['Sections', 'verdict', 'written-charter', 'one-version'];

function told(said: unknown, samples: Readonly<Record<string, readonly unknown[]>>): Map<string, string> {
  const wordings = said as Wordings;
  return new Map(
    Object.entries(samples).map(([code, params]) => [code, wordings[code]!(...(params as never[]))]),
  );
}

/** Every text of a value, by its path. */
function textsOf(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, (value as (count: number) => string)(3)]];
  return Object.entries(value as object).flatMap(([name, item]) => textsOf(item, `${path}/${name}`));
}

/** What is quoted is in no language. */
const unquoted = (text: string): string =>
  text.replaceAll(
    /sha256:x|"hidden": true|:::simple … :::|::|"[^"]*"|\([^)]*\)|\{[^}]*\}|Content-Type: .*|Nom: valeur|\w+:\/\/\S*|\/\/|--/g,
    'x',
  );

const groups = [
  ['mistakes', words.fr.mistakes, words.en.mistakes, mistakeSamples],
  ['faults of an endpoint', words.fr.trial.faults, words.en.trial.faults, faultSamples],
  ['results', words.fr.results, words.en.results, resultSamples],
  ['comparisons', words.fr.comparison, words.en.comparison, comparisonSamples],
] as const;

describe('the words of', () => {
  for (const [name, french, english, samples] of groups) {
    it(`${name} are there for every code, in both languages`, () => {
      const codes = Object.keys(samples).sort();
      assert.deepEqual(Object.keys(french).sort(), codes);
      assert.deepEqual(Object.keys(english).sort(), codes);
      const other = told(english, samples);
      for (const [code, text] of told(french, samples)) {
        for (const one of [text, other.get(code)!]) assert.doesNotMatch(one, /undefined|\[object|null/, code);
        if (!alike.includes(code) && code !== 'sections') assert.notEqual(text, other.get(code), code);
      }
    });

    it(`${name} have the spaces of French`, () => {
      const faults = [...told(french, samples)].flatMap(([code, text]) =>
        typographyFaults(unquoted(text.trim())).map((fault) => [code, fault]),
      );
      assert.deepEqual(faults, []);
    });
  }

  it('checks, help and explanations are the same texts in both languages', () => {
    const parts = ({
      trial: { faults: _, ...trial },
      help,
      remarks,
      hints,
      members,
      confirmation,
    }: typeof words.fr) => ({
      trial,
      help,
      remarks,
      hints,
      members,
      confirmation,
    });
    const [french, english] = [textsOf(parts(words.fr)), textsOf(parts(words.en))];
    assert.ok(french.length > 150);
    assert.deepEqual(
      english.map(([path]) => path),
      french.map(([path]) => path),
    );
    for (const [path, text] of [...french, ...english]) assert.doesNotMatch(text, /undefined|\[object/, path);
    const faults = french.flatMap(([path, text]) =>
      typographyFaults(unquoted(text.trim())).map((fault) => [path, fault]),
    );
    assert.deepEqual(faults, []);
  });
});

describe('--lang en', () => {
  it('has help in English, of all and of each command', async () => {
    const folder = await folderWith();
    const all = await run(folder, ['--help', '--lang', 'en']);
    assert.match(all.out, /^charter-elements \S+: your charter, your words\n\nUsage: /);
    assert.deepEqual(await run(folder, ['--lang', 'en', '--help']), all);
    assert.deepEqual(await run(folder, ['--lang=en', 'help']), all);
    for (const name of Object.keys(words.en.help.commands)) {
      const { out, code } = await run(folder, [name, '--help', '--lang', 'en']);
      assert.match(out, /\n\nUsage: charter-elements [^]+\nOptions:\n[^]+\nExamples:\n {2}charter-elements /);
      assert.doesNotMatch(out, /\b(?:une?|les|des|est|pour)\b/);
      assert.equal(code, 0);
    }
  });

  const mistakes: [args: string[], said: string][] = [
    [['validat'], 'there is no command “validat” (see --help): did you mean “validate”?'],
    [['validate', '--jsom'], 'there is no option --jsom: did you mean “--json”?'],
    [['validate'], 'which file is to be checked? Give one name at least.'],
    [['diff', 'nowhere.md', 'b.md'], 'cannot read nowhere.md: there is no such file.'],
    [
      ['conformance', 'intranet'],
      '“intranet” is not a complete address, such as https://intranet.example/signatures.',
    ],
  ];
  for (const [args, said] of mistakes)
    it(`answers to ${args.join(' ')}: ${said}`, async () => {
      const { err, code } = await run(await folderWith(), [...args, '--lang', 'en']);
      assert.deepEqual({ err, code }, { err: `charter-elements: ${said}\n`, code: 2 });
    });

  it('compares in English', async () => {
    const before = charterWith('Un.\n\n## Engagements\n\n- Je lis. {#lire}');
    const after = charterWith('Deux.\n\n## Engagements\n\n- Je lis. {#lire facultatif}');
    const folder = await folderWith({ 'a.md': before, 'b.md': after });
    const { out } = await run(folder, ['diff', 'a.md', 'b.md', '--lang', 'en']);
    assert.equal(
      out,
      `Essai (version 1.0, the same: change it)

Sections
  ~ changed: “Section” {#section}
      text
        − Un.
        + Deux.

Statements
  ~ changed: “Je lis.” {#lire}
      whether it is required
        − required
        + optional
`,
    );
  });
});

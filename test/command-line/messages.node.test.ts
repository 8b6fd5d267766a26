import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemCodes } from 'charter-elements/charter';
import { interfaceTexts } from '../../command-line/checks/built-in.ts';
import { describeFinding } from '../../command-line/messages/describe.ts';
import * as englishDetails from '../../command-line/messages/en-details.ts';
import { english } from '../../command-line/messages/en.ts';
import type { CodedFinding, FindingCode } from '../../command-line/messages/finding-codes.ts';
import { kindOf } from '../../command-line/messages/finding-rules.ts';
import * as frenchDetails from '../../command-line/messages/fr-details.ts';
import { french } from '../../command-line/messages/fr.ts';
import { isNamedValue } from '../../command-line/messages/interface-values.ts';
import { languages } from '../../command-line/messages/language.ts';
import { charterWith, folderWith, run, validateFiles } from './support/command.ts';
import { findingSamples } from './support/finding-samples.ts';

const codes = Object.keys(findingSamples) as FindingCode[];
const finding = (code: FindingCode) => ({ code, params: findingSamples[code] }) as CodedFinding;

describe('the words of findings', () => {
  it('are there for every code of the schemas, in both languages', () => {
    for (const words of [french, english])
      assert.deepEqual(
        problemCodes.filter((code) => !Object.hasOwn(words, code)),
        [],
      );
  });

  for (const code of codes) {
    it(`say ${code} in both languages, under a check`, () => {
      const told = languages.map((language) => describeFinding(finding(code), language));
      for (const words of told) {
        assert.match(words, /\p{L}{2}/u);
        assert.doesNotMatch(words, /undefined|\[object|null/);
      }
      assert.notEqual(told[0], told[1]);
      assert.match(kindOf(code).rule, /^[a-zA-Z-]+$/);
    });
  }

  it('have the spaces of French', () => {
    // A sign that is spoken of stands alone.
    const spoken = /(?:contient : ou #|avant ; ! et \?|avant »|après «)/;
    const wrong = codes
      .map((code) => describeFinding(finding(code), 'fr'))
      .filter((words) => / (?:[;!?»]|:(?!:))|« /.test(words.replace(spoken, '')) || words.includes("'"));
    assert.deepEqual(wrong, []);
  });

  it('are the same codes in both languages, and those that are tried here', () => {
    assert.deepEqual(Object.keys(french).sort(), codes.toSorted());
    assert.deepEqual(Object.keys(english).sort(), codes.toSorted());
    for (const part of ['jsonFaults', 'typographyAdvice'] as const)
      assert.deepEqual(Object.keys(frenchDetails[part]).sort(), Object.keys(englishDetails[part]).sort());
  });

  it('name every value of the texts of the interface', async () => {
    const values = new Set((await interfaceTexts()).flatMap((text) => text.values));
    assert.ok(values.size > 10);
    assert.deepEqual(
      [...values].filter((value) => !isNamedValue(value)),
      [],
    );
  });

  it('are English when they are asked for', async () => {
    const folder = await folderWith({ 'a.md': charterWith('<b>') });
    const { out, code } = await run(folder, ['validate', '--lang', 'en', 'a.md']);
    assert.match(out, /^a\.md\n {2}9:1 {2}error {4}HTML is not carried: .+ \[html\]\n\n1\u00a0error\n$/);
    assert.equal(code, 1);
    const refused = await run(folder, ['validate', '--lang', 'it', 'a.md']);
    assert.equal(refused.code, 2);
    assert.match(refused.err, /--lang attend fr ou en/);
  });

  it('come with their code and what it has to say, for scripts', async () => {
    const found = await validateFiles({ 'a.json': '{ "schema": "charter/1" }' });
    const missing = found.get('a.json')!.find(({ code }) => code === 'missing');
    assert.deepEqual(missing?.params, { name: 'id' });
    assert.equal(missing.rule, 'incomplet');
  });
});

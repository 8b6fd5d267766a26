import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  buildTexts,
  countValues,
  extractTexts,
  generatedFolder,
  isRegional,
  languages,
  sourceTexts,
  textsFor,
  xliffFolder,
} from '../../locales/interface-texts.ts';
import { readUnits, textOf } from '../../locales/xliff.ts';
import { typographyFaults } from '../support/french-typography.ts';

const read = (language: string, folder = xliffFolder) =>
  readUnits(readFileSync(join(folder, `${language}.xlf`), 'utf8'));

/** What a person may have said of a target: `needs-translation` is what extraction says of one that is out of date. */
const usableStates = ['needs-review-translation', 'translated', 'signed-off', 'final'];

const values = (text: string): string[] => (text.match(/\$\{\d+\}/g) ?? []).sort();

describe('interface texts', () => {
  it('say to the translator where they appear, and what each value stands for', () => {
    const silent = sourceTexts().filter(({ desc, contents }) => {
      const explained = new Set(desc?.match(/(?<=\b)\d(?=: )/g) ?? []);
      return !desc || explained.size !== countValues(contents);
    });
    assert.deepEqual(
      silent.map(({ name, desc }) => [name, desc]),
      [],
    );
  });

  it('come in both plural forms of French where they have any', () => {
    const ids = new Set(sourceTexts().map(({ name }) => name));
    const forms = [...ids].filter((id) => /\.(zero|one|two|few|many|other)$/.test(id));
    assert.ok(forms.length >= 8, forms.join());
    const alone = forms.filter(
      (id) => !ids.has(id.replace(/\w+$/, 'one')) || !ids.has(id.replace(/\w+$/, 'other')),
    );
    assert.deepEqual(alone, []);
  });
});

describe('extraction', () => {
  const folder = mkdtempSync(join(tmpdir(), 'charter-elements-texts-'));
  before(async () => {
    for (const language of languages)
      cpSync(join(xliffFolder, `${language}.xlf`), join(folder, `${language}.xlf`));
    await extractTexts(folder);
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const language of languages)
    it(`finds nothing new for ${language} (else: npm run localize:extract)`, () => {
      const known = read(language).map((unit) => JSON.stringify(unit));
      const fresh = read(language, folder).map((unit) => JSON.stringify(unit));
      assert.deepEqual(
        known.filter((unit) => !fresh.includes(unit)),
        fresh.filter((unit) => !known.includes(unit)),
      );
    });
});

describe('the generated modules', () => {
  it('are those of the XLIFF files (else: npm run localize:build)', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'charter-elements-texts-'));
    try {
      await buildTexts(folder);
      const names = readdirSync(folder).sort();
      assert.deepEqual(names, readdirSync(generatedFolder).sort());
      for (const name of names)
        assert.equal(
          readFileSync(join(generatedFolder, name), 'utf8'),
          readFileSync(join(folder, name), 'utf8'),
          name,
        );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

for (const language of languages)
  describe(`the translation into ${language}`, () => {
    const units = read(language);
    const texts = new Map(textsFor(language).map((message) => [message.name, message]));
    const translated = units.filter(({ target }) => target !== undefined);

    it('has each text once', () => {
      const twice = units.filter(({ id }, index) => units.findIndex((unit) => unit.id === id) !== index);
      assert.deepEqual(twice, []);
    });

    it(isRegional(language) ? 'holds only what differs from French' : 'is complete', () => {
      const missing = [...texts.keys()].filter((id) => !translated.some((unit) => unit.id === id));
      if (!isRegional(language)) assert.deepEqual(missing, []);
      const same = isRegional(language) ? units.filter(({ source, target }) => source === target) : [];
      assert.deepEqual(same, []);
      assert.equal(translated.length, units.length);
    });

    it('is not out of date, and says how far it was reviewed', () => {
      const stale = translated.filter(({ state = '' }) => !usableStates.includes(state));
      assert.deepEqual(stale, []);
      const changed = units.filter(({ id, source }) => textOf(texts.get(id)?.contents ?? []) !== source);
      assert.deepEqual(changed, []);
    });

    it('has the values of the source', () => {
      const broken = translated.filter(({ id, source, target = '' }) => {
        const missing = values(source).filter((value) => !values(target).includes(value));
        const added = values(target).filter((value) => !values(source).includes(value));
        // « Une pratique » says its number in words; of none, there is nothing more to say.
        const mayLack = (value: string) =>
          id.endsWith('.zero') || (/\.(one|two)$/.test(id) && value === '${0}');
        return added.length > 0 || !missing.every(mayLack);
      });
      assert.deepEqual(broken, []);
    });

    it('has no empty text, stray space, straight quotation mark or sign that would be shown as an entity', () => {
      const strange = translated.filter(
        ({ target = '' }) =>
          /^\s*$|^\s|\s$|[\n<>&"'`]|\.\.\./.test(target) || target !== target.normalize('NFC'),
      );
      assert.deepEqual(strange, []);
    });

    it('fits where there is little room', () => {
      const long = translated.filter(({ target = '', note = '' }) => {
        const limit = Number(/\(max (\d+)/.exec(note)?.[1] ?? Infinity);
        return target.replaceAll(/\$\{\d+\}/g, '').length > limit;
      });
      assert.deepEqual(long, []);
    });

    if (isRegional(language))
      it('follows French typography', () => {
        const faults = translated.flatMap(({ target = '' }) =>
          typographyFaults(target.replaceAll(/\$\{\d+\}/g, '0')),
        );
        assert.deepEqual(faults, []);
      });
  });

describe('French texts', () => {
  it('fit where there is little room', () => {
    const long = sourceTexts().filter(({ contents, desc = '' }) => {
      const limit = Number(/\(max (\d+)/.exec(desc)?.[1] ?? Infinity);
      return textOf(contents).replaceAll(/\$\{\d+\}/g, '').length > limit;
    });
    assert.deepEqual(
      long.map(({ name }) => name),
      [],
    );
  });
});

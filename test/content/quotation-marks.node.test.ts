import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { quotesOf } from '../../src/localization/quote.ts';
import { typographyFaults } from '../support/french-typography.ts';

describe('quotesOf', () => {
  const table: [language: string, marks: [string, string]][] = [
    ['fr', ['«\u00a0', '\u00a0»']],
    ['fr-FR', ['«\u00a0', '\u00a0»']],
    ['fr-CA', ['«\u00a0', '\u00a0»']],
    ['FR', ['«\u00a0', '\u00a0»']],
    ['fr-CH', ['«', '»']],
    ['de', ['„', '“']],
    ['de-AT', ['„', '“']],
    ['es-419', ['«', '»']],
    ['pt-BR', ['«', '»']],
    ['ar', ['«', '»']],
    ['en', ['“', '”']],
    ['en-GB', ['“', '”']],
    ['nl', ['“', '”']],
    ['frr', ['“', '”']],
    ['', ['“', '”']],
  ];
  for (const [language, marks] of table) {
    it(`of ${language || 'no language'} are ${marks.join('…')}`, () =>
      assert.deepEqual(quotesOf(language), marks));
  }

  it('of French obey its typography', () => {
    const [open, close] = quotesOf('fr');
    assert.deepEqual(typographyFaults(`Il dit ${open}oui${close}.`), []);
  });
});

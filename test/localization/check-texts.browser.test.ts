import { expect } from '@open-wc/testing';
import { checkTexts } from '../../src/localization/check-texts.lazy.ts';
import { overrideTexts } from '../../src/localization/text-overrides.ts';
import { captureConsole, restoreStubs, stub } from '../support/stubs.ts';

afterEach(restoreStubs);

describe('what replaces a text', () => {
  /** Each test has a language of its own: a fault is told once. */
  let language = 0;
  const faults = (texts: Record<string, string>): string[] => {
    const warnings = captureConsole('warn');
    checkTexts(`fr-x-t${language++}`, texts);
    return warnings.map(String);
  };

  it('is not complained about when it is right', () => {
    const texts = {
      'acknowledgement.sign': 'Je signe',
      'acknowledgement.charter-version': '${1} – ${0}',
      'checklist.progress.one': 'Une pratique',
      'checklist.progress.few': 'Quelques-unes',
      'checklist.progress.other': '${0}/${1}',
    };
    expect(faults(texts)).to.deep.equal([]);
  });

  for (const [id, nearest] of [
    ['acknowledgment.sign', 'acknowledgement.sign'],
    ['viewer.prnt', 'viewer.print'],
    ['checklist.progress', 'checklist.progress.one'],
    ['constructor', ''],
  ])
    it(`is told not to exist: ${id!}`, () => {
      const [fault, ...others] = faults({ [id!]: 'Texte' });
      expect(others).to.deep.equal([]);
      expect(fault).to.contain(`there is no text "${id!}"`);
      expect(fault).to.contain(`did you mean "${nearest!}`);
    });

  it('is told to have values that do not exist, or not all of them', () => {
    expect(faults({ 'acknowledgement.sign': 'Je signe ${0}' }).join()).to.contain(
      'no value ${0}; it has none',
    );
    expect(faults({ 'viewer.version-from': '${0} ${1} ${2}' }).join()).to.contain('${2}; it has ${0}, ${1}');
    expect(faults({ 'viewer.version-from': 'Version ${0}' }).join()).to.contain(
      'does not show its value ${1}',
    );
    expect(faults({ 'checklist.progress.many': '${4}' }).join()).to.contain('no value ${4}');
  });

  it('is told once', () => {
    const warnings = captureConsole('warn');
    for (let time = 0; time < 3; time++) checkTexts('da', { 'viewer.prnt': 'Udskriv' });
    expect(warnings.length).to.equal(1);
  });

  it('is checked for every page that replaces texts', async () => {
    const told = new Promise<unknown>((resolve) => {
      stub(console, 'warn', resolve);
    });
    overrideTexts('nb', { 'viewer.prnt': 'Skriv ut' });
    expect(await told).to.contain('did you mean "viewer.print"');
  });
});

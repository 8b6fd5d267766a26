import { expect, fixture, html } from '@open-wc/testing';
import { overrideTexts } from '../../src/localization/text-overrides.ts';
import { nextUpdate } from '../support/component.ts';
import { captureConsole, restoreStubs } from '../support/stubs.ts';
import type { LocalizedProbe } from '../support/probe.ts';
import '../support/probe.ts';
import { expectInConsole } from '../support/expected.ts';

// The probe’s texts are not the interface’s.
for (const language of ['fr', 'cy', 'it']) expectInConsole(new RegExp(`in "${language}".*probe\\.hello`));
for (const language of ['fr', 'it']) expectInConsole(new RegExp(`in "${language}".*probe\\.count`));

// The blocks of a page are read once, before the first text: this file is a page of its own.
describe('texts in a data-charter-texts block of the page', () => {
  let errors: unknown[][];
  before(async () => {
    errors = captureConsole('error');
    block('{ "probe.hello": "Bienvenue", "probe.count": "${1} ou ${0}" }');
    block('{ "probe.hello": "Croeso" }', 'cy');
    block('{ "probe.hello": oops }');
    block('null');
    block('["probe.hello"]');
    block('{ "probe.hello": "texte ordinaire" }', 'fr', 'text/plain');
    block('{ "probe.count": "${1} : ${0}" }');
    block('', 'it').dataset['charterTexts'] = file({
      'probe.hello': 'Benvenuto',
      'probe.count': '${0}/${1}',
    });
    block('{ "probe.hello": "Ciao" }', 'it');
    await fixture(html`<localized-probe></localized-probe>`);
  });
  after(() => {
    restoreStubs();
    document.querySelectorAll('script[data-charter-texts]').forEach((script) => script.remove());
  });

  function block(text: string, lang?: string, type = 'application/json'): HTMLElement {
    const script = document.createElement('script');
    script.type = type;
    script.dataset['charterTexts'] = '';
    if (lang) script.lang = lang;
    script.textContent = text;
    document.head.append(script);
    return script;
  }
  const file = (texts: object) => URL.createObjectURL(new Blob([JSON.stringify(texts)]));
  const words = async (lang: string) =>
    (await fixture<LocalizedProbe>(html`<localized-probe lang=${lang}></localized-probe>`)).words;

  it('replace texts of the language of the page, later blocks before earlier ones', async () => {
    expect(await words('fr')).to.equal('Bienvenue – 5 : 2');
  });

  it('replace texts of the language that the block names', async () => {
    expect(await words('cy')).to.equal('Croeso – 2 sur 5');
  });

  it('may be in a file; blocks after it win over it', async () => {
    const probe = await fixture<LocalizedProbe>(html`<localized-probe lang="it"></localized-probe>`);
    while (!probe.words.endsWith('2/5')) await nextUpdate(probe);
    expect(probe.words).to.equal('Ciao – 2/5');
  });

  it('are told to the console when they are not JSON, and do not stop the others', () => {
    expect(errors.length).to.be.at.least(1);
    expect(String(errors[0]![0])).to.contain('data-charter-texts');
  });

  it('give way to overrideTexts()', async () => {
    overrideTexts('fr', { 'probe.hello': 'Salut' });
    expect(await words('fr')).to.equal('Salut – 5 : 2');
  });
});

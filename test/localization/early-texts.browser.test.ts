import { expect, fixture, html } from '@open-wc/testing';
import { overrideTexts } from '../../src/localization/text-overrides.ts';
import type { LocalizedProbe } from '../support/probe.ts';
import '../support/probe.ts';
import { expectInConsole } from '../support/expected.ts';

// The probe’s texts are not the interface’s.
expectInConsole(/in "fr".*probe\.hello/, /in "fr".*probe\.count/);

// The blocks of a page are read once, before the first text: this file is a page of its own.
describe('overrideTexts() before any element is on the page', () => {
  it('wins over the data-charter-texts blocks of the page', async () => {
    const script = document.createElement('script');
    script.type = 'application/json';
    script.dataset['charterTexts'] = '';
    script.textContent = '{ "probe.hello": "Bienvenue", "probe.count": "${1} ou ${0}" }';
    document.head.append(script);
    overrideTexts('fr', { 'probe.hello': 'Salut' });
    const probe = await fixture<LocalizedProbe>(html`<localized-probe lang="fr"></localized-probe>`);
    script.remove();
    expect(probe.words).to.equal('Salut – 5 ou 2');
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/receipt/charter-receipt.ts';
import { loadTexts, overrideTexts } from '../../src/index.ts';
import { knownTexts } from '../../src/localization/generated/known-texts.ts';

/** Resolves once the words of an element are said to be in a language. */
async function saidToBe(element: Element, language: string): Promise<HTMLElement> {
  for (;;) {
    const root = element.shadowRoot?.querySelector<HTMLElement>('[part~=root]');
    if (root?.lang === language) return root;
    await new Promise(requestAnimationFrame);
  }
}

describe('a language that the library has not', () => {
  it('is the hospital’s to add, by one file of texts', async () => {
    const texts = Object.fromEntries(
      Object.entries(knownTexts).map(([id, count]) => [
        id,
        [`it ${id}`, ...Array.from({ length: count }, (_, value) => `\${${value}}`)].join(' '),
      ]),
    );
    const file = new Blob([JSON.stringify(texts)], { type: 'application/json' });
    await loadTexts('it', URL.createObjectURL(file));
    const section = await fixture(html`<div lang="it-CH"><charter-receipt></charter-receipt></div>`);
    const root = await saidToBe(section.firstElementChild!, 'it-CH');
    expect(root.querySelector('[part~=title]')!.textContent).to.contain('it receipt.title');
    expect(root.dir).to.equal('ltr');
  });

  it('may be written from right to left', async () => {
    const texts = Object.fromEntries(
      Object.entries(knownTexts).map(([id, count]) => [
        id,
        ['שלום', ...Array.from({ length: count }, (_, value) => `\${${value}}`)].join(' '),
      ]),
    );
    overrideTexts('he', texts);
    const section = await fixture(html`<div lang="he"><charter-receipt></charter-receipt></div>`);
    expect((await saidToBe(section.firstElementChild!, 'he')).dir).to.equal('rtl');
  });

  it('is still French where only a few words were given', async () => {
    overrideTexts('nl', { 'receipt.title': 'Een bewijs controleren' });
    const section = await fixture(html`<div lang="nl"><charter-receipt></charter-receipt></div>`);
    const root = await saidToBe(section.firstElementChild!, 'fr');
    expect(root.querySelector('[part~=title]')!.textContent).to.contain('Een bewijs controleren');
  });
});

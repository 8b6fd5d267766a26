import { elementUpdated, expect, fixture, html } from '@open-wc/testing';
import { loadTexts, overrideTexts } from '../../src/localization/text-overrides.ts';
import type { LocalizedProbe } from '../support/probe.ts';
import '../support/probe.ts';
import { captureConsole, restoreStubs, stub } from '../support/stubs.ts';
import { expectInConsole, expectMissing } from '../support/expected.ts';

// The probe’s texts are not the interface’s.
for (const language of ['nl', 'fr', 'sv']) expectInConsole(new RegExp(`in "${language}".*probe\\.hello`));
for (const language of ['nl', 'sv']) expectInConsole(new RegExp(`in "${language}".*probe\\.count`));

afterEach(restoreStubs);

const file = (text: string) => URL.createObjectURL(new Blob([text]));
const probe = (lang: string) =>
  fixture<LocalizedProbe>(html`<localized-probe lang=${lang}></localized-probe>`);

describe('loadTexts()', () => {
  it('replaces texts by those of a JSON file, on screen at once', async () => {
    const element = await probe('nl');
    await loadTexts('nl', file('{ "probe.hello": "Hallo", "probe.count": "${0} van ${1}" }'));
    await elementUpdated(element);
    expect(element.words).to.equal('Hallo – 2 van 5');
  });

  it('replaces French, too', async () => {
    await loadTexts('fr', file('{ "probe.hello": "Bonsoir" }'));
    expect((await probe('fr')).words).to.equal('Bonsoir – 2 sur 5');
  });

  it('gives way to what is called after it, whenever the file arrives', async () => {
    const { fetch } = window;
    let release!: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    stub(window, 'fetch', async (...request) => {
      await held;
      return fetch(...request);
    });
    overrideTexts('sv', { 'probe.hello': 'ett', 'probe.count': 'ett' });
    const loaded = loadTexts('sv', file('{ "probe.hello": "två", "probe.count": "två" }'));
    overrideTexts('sv', { 'probe.count': 'tre' });
    release();
    await loaded;
    expect((await probe('sv')).words).to.equal('två – tre');
  });

  for (const [what, text, reason] of [
    ['is not JSON', '{ oops }', 'not JSON'],
    ['holds no object', '["probe.hello"]', 'not an object'],
    ['holds null', 'null', 'not an object'],
  ] as const)
    it(`leaves the page as it is when the file ${what}, and says why once`, async () => {
      const errors = captureConsole('error');
      await loadTexts('fi', file(text));
      expect(errors.length).to.equal(1);
      expect(errors[0]!.map(String).join(' ')).to.contain(reason).and.contain('blob:');
      expect((await probe('fi')).words).to.equal((await probe('cy')).words);
    });

  it('leaves the page as it is when there is no file', async () => {
    const errors = captureConsole('error');
    await expectMissing('/there-is-no-such-file.json');
    await loadTexts('fi', '/there-is-no-such-file.json');
    expect(errors.length).to.equal(1);
    expect(errors[0]!.map(String).join(' ')).to.contain('/there-is-no-such-file.json').and.contain('404');
  });
});

import { expect } from '@open-wc/testing';
import { loadBuiltInNetworks } from '../../../src/elements/privacy-walkthrough/networks-source.ts';
import { guessPlatform } from '../../../src/elements/privacy-walkthrough/platform.ts';
import { focused, part, parts, textOf } from '../../support/component.ts';
import { captureConsole, restoreStubs } from '../../support/stubs.ts';
import { attach, choice, mount, press, shown, step, StrandedWalkthrough, update } from './harness.ts';

const names = (element: Parameters<typeof parts>[0]): string[] =>
  parts(element, 'network-button').map((button) => textOf(button.querySelector('span')));

describe('charter-privacy-walkthrough: choice of network', () => {
  afterEach(restoreStubs);

  it('offers every built-in network with its progress in words, and opens none', async () => {
    const element = await mount();
    const buttons = parts(element, 'network-button');
    expect(buttons).to.have.length(16);
    expect(textOf(buttons[0])).to.equal('Facebook 0 sur 10');
    expect(part(element, 'network')).to.be.null;
    expect(textOf(part(element, 'storage'))).to.include('Vos réponses restent dans ce navigateur.');
  });

  it('offers the networks asked for, in their order', async () => {
    const element = await mount({ networks: ' whatsapp  facebook whatsapp ' });
    expect(names(element)).to.deep.equal(['WhatsApp', 'Facebook']);
  });

  it('tells once of an unknown network, with the known ones, and leaves it out', async () => {
    const warnings = captureConsole('warn');
    const element = await mount({ networks: 'facebook myspace x' });
    await update(element, { headingLevel: 3 });
    expect(names(element)).to.deep.equal(['Facebook', 'X (Twitter)']);
    expect(warnings).to.have.length(1);
    expect(warnings[0]![0]).to.include('"myspace"').and.include('facebook, x, flickr');
  });

  it('offers every network when none of those asked for is known', async () => {
    captureConsole('warn');
    expect(names(await mount({ networks: 'myspace' }))).to.have.length(16);
  });

  it('opens what the reader picks, reflects it and moves the focus there', async () => {
    const element = await mount({ networks: 'facebook linkedin' });
    parts(element, 'network-button')[1]!.click();
    await element.updateComplete;
    await element.updateComplete;
    expect(element.getAttribute('network')).to.equal('linkedin');
    expect(textOf(part(element, 'network-title'))).to.equal('LinkedIn');
    expect(focused(element)).to.equal('network-title');
    expect(
      parts(element, 'network-button').map((button) => button.getAttribute('aria-current')),
    ).to.deep.equal([null, 'true']);
  });

  it('opens the network of the attribute or the property, set before or after attaching', async () => {
    const before = await mount({ network: 'x' });
    const after = await mount();
    await update(after, { network: 'x' });
    expect(textOf(part(before, 'network-title'))).to.equal('X (Twitter)');
    expect(textOf(part(after, 'network-title'))).to.equal('X (Twitter)');
    expect(after.getAttribute('network')).to.equal('x');
  });

  it('warns once of a network that is not offered, and opens none', async () => {
    const warnings = captureConsole('warn');
    const element = await mount({ networks: 'facebook x', network: 'linkedin' });
    await update(element, { platform: 'ios' });
    expect(part(element, 'network')).to.be.null;
    expect(warnings).to.have.length(1);
    expect(warnings[0]![0]).to.include('"linkedin"').and.include('facebook, x');
  });

  it('leaves no choice where there is none', async () => {
    const element = await mount({ networks: 'bluesky' });
    expect(part(element, 'networks')).to.be.null;
    expect(textOf(part(element, 'network-title'))).to.equal('Bluesky');
  });

  it('gives headings the levels below its own', async () => {
    const element = await mount({ network: 'facebook', 'heading-level': '5' });
    expect(part(element, 'title')!.localName).to.equal('h5');
    expect(part(element, 'network-title')!.localName).to.equal('h6');
    expect(part(element, 'step-title')!.getAttribute('aria-level')).to.equal('7');
  });

  it('warns once of a bad level, platform or persistence, and goes on', async () => {
    const warnings = captureConsole('warn');
    const element = await mount({
      network: 'facebook',
      'heading-level': 'two',
      platform: 'windows',
      persist: 'forever',
    });
    await update(element, { network: 'x' });
    expect(part(element, 'title')!.localName).to.equal('h2');
    expect(warnings.filter((text) => String(text).includes('"windows"'))).to.have.length(1);
    expect(warnings.filter((text) => String(text).includes('"forever"'))).to.have.length(1);
    expect(warnings.filter((text) => String(text).includes('heading-level'))).to.have.length(1);
    expect(warnings).to.have.length(3);
  });

  it('shows its children until the data is there', async () => {
    let release: (() => void) | undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    StrandedWalkthrough.answers = [() => released.then(loadBuiltInNetworks)];
    const element = await attach({}, 'stranded-walkthrough');
    expect(element.matches(':state(loading)')).to.be.true;
    expect(element.renderRoot.querySelector('slot')).to.exist;
    expect(textOf(part(element, 'message'))).to.equal('Chargement des réglages…');
    release!();
    await shown(element);
    expect(element.renderRoot.querySelector('slot')).to.be.null;
    expect(textOf(part(element, 'message'))).to.equal('');
  });

  it('shows essential settings first and folds those that go further', async () => {
    const element = await mount({ network: 'facebook' });
    const lists = parts(element, 'steps') as HTMLOListElement[];
    expect(lists.map((list) => list.children.length)).to.deep.equal([8, 2]);
    expect(lists[1]!.start).to.equal(9);
    const fold = part<HTMLDetailsElement>(element, 'reinforced')!;
    expect(fold.open).to.be.false;
    expect(textOf(fold.querySelector('summary'))).to.equal('Pour aller plus loin 0 sur 2');
  });

  it('folds them again in the next network', async () => {
    const element = await mount({ network: 'facebook' });
    part<HTMLDetailsElement>(element, 'reinforced')!.open = true;
    await update(element, { network: 'x' });
    expect(part<HTMLDetailsElement>(element, 'reinforced')!.open).to.be.false;
  });

  it('describes the menus of the platform, which the reader can switch', async () => {
    const element = await mount({ network: 'facebook', platform: 'android' });
    const goal = 'Garder pour vous votre liste d’amis';
    expect(choice(part(element, 'platform')!, 'android').checked).to.be.true;
    expect(textOf(step(element, goal).querySelector('[part=path] li'))).to.equal('Menu à trois traits');
    choice(part(element, 'platform')!, 'web').click();
    await element.updateComplete;
    expect(element.platform).to.equal('web');
    expect(textOf(step(element, goal).querySelector('[part=path] li'))).to.equal('Photo de profil');
  });

  it('guesses the platform and keeps the guess out of the page', async () => {
    const element = await mount({ network: 'facebook' });
    expect(choice(part(element, 'platform')!, 'web').checked).to.be.true;
    expect(element.platform).to.be.undefined;
  });

  for (const [device, userAgent, maxTouchPoints, platform] of [
    ['a PC', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/153.0', 10, 'web'],
    ['a Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15', 0, 'web'],
    ['an iPad', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15', 5, 'ios'],
    ['an iPhone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148', 5, 'ios'],
    ['an Android phone', 'Mozilla/5.0 (Linux; Android 16; K) Chrome/156.0 Mobile', 5, 'android'],
  ] as const) {
    it(`guesses ${platform} on ${device}`, () => {
      expect(guessPlatform({ userAgent, maxTouchPoints })).to.equal(platform);
    });
  }

  it('gives the paths of the other devices where a setting is not found on this one', async () => {
    const element = await mount({ network: 'whatsapp', platform: 'web' });
    const paths = [...step(element, 0).querySelectorAll('[part=path] > div')].map(textOf);
    expect(paths).to.have.length(2);
    expect(paths[0]).to.match(/^iPhone ou iPad\u00a0: Réglages/);
    expect(paths[1]).to.match(/^Android\u00a0: Menu à trois points/);
  });

  it('goes to the next network that has something left', async () => {
    const element = await mount({ networks: 'facebook bereal', network: 'bereal' });
    for (const item of parts(element, 'step')) choice(item, 'done').click();
    await element.updateComplete;
    expect(textOf(part(element, 'next-button'))).to.equal('Réseau suivant : Facebook');
    await press(element, 'next-button');
    expect(element.network).to.equal('facebook');
    expect(focused(element)).to.equal('network-title');
  });
});

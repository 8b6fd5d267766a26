import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { directionOf } from '../../../src/localization/language.ts';
import type { CharterPrivacyWalkthrough } from '../../../src/elements/privacy-walkthrough/privacy-walkthrough-element.ts';
import { expectAccessible } from '../../support/axe.ts';
import { focused, part, parts, textOf } from '../../support/component.ts';
import { captureConsole, restoreStubs } from '../../support/stubs.ts';
import { accessibilitySuite } from '../suites/accessibility.ts';
import {
  answer,
  answerAll,
  attach,
  choice,
  fixtureFile,
  mount,
  shown,
  step,
  StrandedWalkthrough,
} from './harness.ts';
import { states } from './states.ts';

accessibilitySuite('charter-privacy-walkthrough', states);

describe('charter-privacy-walkthrough: accessibility', () => {
  beforeEach(() => captureConsole('error'));
  afterEach(restoreStubs);

  it('gives each control at least 24 by 24 pixels', async () => {
    const element = await mount({ network: 'facebook' });
    await answerAll(element);
    for (const control of element.renderRoot.querySelectorAll('button, input, a, summary')) {
      if (!control.checkVisibility()) continue;
      const { width, height } = control.getBoundingClientRect();
      expect(Math.min(width, height), control.outerHTML.slice(0, 90)).to.be.at.least(24);
    }
  });

  it('is used with the keyboard alone', async () => {
    const element = await mount({ networks: 'bluesky x' });
    parts(element, 'network-button')[0]!.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => part(element, 'network') !== null);
    await element.updateComplete;
    expect(focused(element)).to.equal('network-title');

    choice(part(element, 'platform')!, 'web').focus();
    await sendKeys({ press: 'ArrowDown' });
    await element.updateComplete;
    expect(element.platform).to.equal('ios');

    choice(step(element, 0), 'done').focus();
    await sendKeys({ press: ' ' });
    await element.updateComplete;
    expect(Object.values(element.progress)[0]!.outcome).to.equal('done');
    await sendKeys({ press: 'ArrowDown' });
    await element.updateComplete;
    expect(Object.values(element.progress)[0]!.outcome).to.equal('already');
    expect((element.shadowRoot!.activeElement as HTMLInputElement).value).to.equal('already');

    const summary = part(element, 'reinforced')!.querySelector('summary')!;
    summary.focus();
    await sendKeys({ press: 'Enter' });
    expect(part<HTMLDetailsElement>(element, 'reinforced')!.open).to.be.true;
  });

  it('keeps the focus where it is when a network becomes complete', async () => {
    const element = await mount({ networks: 'bluesky' });
    await answerAll(element);
    choice(step(element, 0), 'later').focus();
    await answer(element, 0, 'later');
    expect((element.shadowRoot!.activeElement as HTMLInputElement).value).to.equal('later');
  });

  it('keeps one status region through loading and after', async () => {
    StrandedWalkthrough.answers = [];
    const element = await attach({}, 'stranded-walkthrough');
    const region = part(element, 'message')!;
    expect(region.getAttribute('role')).to.equal('status');
    await shown(element);
    expect(part(element, 'message') === region).to.be.true;
  });

  it('gives its words the language and direction they have, inside a page that goes the other way', async () => {
    const container = await fixture(
      html`<div lang="ar" dir="rtl"><dated-walkthrough network="facebook"></dated-walkthrough></div>`,
    );
    const element = container.querySelector<CharterPrivacyWalkthrough>('dated-walkthrough')!;
    await shown(element);
    const root = part(element, 'root')!;
    expect(root.dir).to.equal(directionOf(root.lang));
    for (const name of ['step-title', 'path', 'recommended']) {
      const inner = part(element, name)!.querySelector('[lang]') ?? part(element, name)!;
      expect(inner.closest('[lang]')!.getAttribute('lang'), name).to.equal('fr');
      expect(getComputedStyle(inner).direction, name).to.equal('ltr');
    }
    await expectAccessible(element);
  });

  it('marks data in another language than the interface, and quotes it as that language does', async () => {
    const element = await mount({ src: fixtureFile('arabic.json'), network: 'tiny' });
    const item = step(element, 0);
    const marked = [...item.querySelectorAll<HTMLElement>('[lang]')];
    expect(marked.map(textOf)).to.include.members([
      'إخفاء قائمة الأصدقاء',
      'أنا فقط',
      'القائمة',
      '«الخصوصية»',
    ]);
    for (const { lang, dir } of marked) expect([lang, dir]).to.deep.equal(['ar', 'rtl']);
    expect(getComputedStyle(item.querySelector('[part=outcome]')!).direction).to.equal('ltr');
    await expectAccessible(element);
  });

  it('leaves French data unmarked in a French interface', async () => {
    const element = await mount({ network: 'facebook' });
    expect(part(element, 'root')!.querySelector('[lang]')).to.be.null;
  });
});

import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/elements/acknowledgement/charter-acknowledgement.ts';
import '../../src/elements/checklist/charter-checklist.ts';
import '../../src/elements/viewer/charter-viewer.ts';
import { manyPractices, smallCharter } from '../support/charter.ts';
import { part, parts, textOf } from '../support/component.ts';
import { translate } from '../support/translate.ts';
import { boxes } from './checklist/support.ts';
import { answer, mount } from './privacy-walkthrough/harness.ts';
import type { CharterChecklist } from '../../src/elements/checklist/checklist-element.ts';

const charter = smallCharter({ practices: manyPractices(3) });

describe('translated by the browser', () => {
  it('a person sees how many practices are ticked, in the checklist and where they are signed', async () => {
    const root = await fixture<HTMLElement>(html`
      <div>
        <charter-viewer id="the-charter" .charter=${charter}></charter-viewer>
        <charter-checklist id="practices" for="the-charter"></charter-checklist>
        <charter-acknowledgement for="the-charter" checklist="practices"></charter-acknowledgement>
      </div>
    `);
    const [checklist, acknowledgement] = ['charter-checklist', 'charter-acknowledgement'].map(
      (tag) => root.querySelector(tag) as CharterChecklist,
    );
    const counts = (): string[] => [
      textOf(checklist!.shadowRoot!.querySelector('[part~=progress] [role=status]')),
      textOf(acknowledgement!.shadowRoot!.querySelector('[part~=practices]')),
    ];
    await waitUntil(() => boxes(checklist!).length === 3 && counts().every((text) => text.includes('0')));
    for (const element of [checklist!, acknowledgement!]) translate(element.shadowRoot!);
    expect(counts().every((text) => text.startsWith('<'))).to.equal(true);
    boxes(checklist!)[1]!.click();
    await waitUntil(() => counts().every((text) => text.includes('1') && !text.startsWith('<')));
  });

  it('a person sees how many settings are done', async () => {
    const element = await mount({ network: 'facebook' });
    const progress = (): string => textOf(part(element, 'progress'));
    const before = progress();
    translate(element.shadowRoot!);
    expect(progress()).to.contain(`<${before}`.slice(0, 6));
    await answer(element, 0, 'done');
    expect(progress()).to.contain('1').and.not.to.contain('<');
    expect(parts(element, 'step').length).to.be.greaterThan(1);
  });
});

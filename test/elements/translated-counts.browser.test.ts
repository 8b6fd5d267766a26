import { expect, fixture, html } from '@open-wc/testing';
import '../../src/all.ts';
import type { CharterAcknowledgement } from '../../src/elements/acknowledgement/acknowledgement-element.ts';
import type { CharterChecklist } from '../../src/elements/checklist/checklist-element.ts';
import { part, parts, textOf } from '../support/component.ts';
import { translate } from '../support/translate.ts';
import { acknowledgement, charter, click, find, rendered, type } from './acknowledgement/support.ts';
import { mount } from './privacy-walkthrough/harness.ts';

/** What a person reads of a part. */
const words = (element: HTMLElement, name: string): string => textOf(part(element as never, name));

describe('counts in a page that the browser has translated', () => {
  it('a person sees the practices that are ticked counted on, in the list and in the form', async () => {
    const page = await fixture<HTMLElement>(html`
      <div>
        <charter-checklist id="counted" .charter=${charter}></charter-checklist>
        <charter-acknowledgement checklist="counted" .charter=${charter}></charter-acknowledgement>
      </div>
    `);
    const checklist = page.querySelector<CharterChecklist>('charter-checklist')!;
    const form = page.querySelector<CharterAcknowledgement>('charter-acknowledgement')!;
    await rendered(checklist, '#practice-p2');
    await rendered(form, '[part~=practices]');
    for (const { shadowRoot } of [checklist, form]) translate(shadowRoot!);
    expect(words(checklist, 'progress')).to.equal('<0 pratique cochée sur 2>');
    const before = words(form, 'practices');
    for (const id of ['p1', 'p2']) find(checklist, `#practice-${id}`).click();
    await checklist.updateComplete;
    await form.updateComplete;
    expect(words(checklist, 'progress')).to.equal('2 pratiques cochées sur 2');
    expect(words(form, 'practices')).not.to.equal(before);
    expect(words(form, 'practices')).to.contain('2');
  });

  it('a person sees the settings that are done counted on, and that all of them are', async () => {
    const element = await mount({ network: 'facebook' });
    translate(element.shadowRoot!);
    const count = () => textOf(element.shadowRoot!.querySelector('#count'));
    const before = count();
    const { length } = parts(element, 'step');
    for (let index = 0; index < length; index++) {
      parts(element, 'step')[index]!.querySelector<HTMLInputElement>('input[value=done]')!.click();
      await element.updateComplete;
      if (index === 0) expect(count()).not.to.equal(before);
    }
    expect(count()).to.contain(String(length)).and.not.to.contain('<');
  });

  it('a person sees how many points are left to correct', async () => {
    const element = await acknowledgement();
    click(element, 'review-button');
    await rendered(element, '#error-summary:focus');
    expect(words(element, 'error-summary-title')).to.equal('Il y a 2 points à corriger');
    translate(element.shadowRoot!);
    type(element, 'name', 'Claire Martin');
    click(element, 'review-button');
    await rendered(element, '#error-summary:focus');
    await new Promise(requestAnimationFrame);
    expect(words(element, 'error-summary-title')).to.equal('Il y a 1 point à corriger');
  });
});

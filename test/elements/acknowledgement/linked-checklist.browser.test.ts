import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { CharterAcknowledgement } from '../../../src/elements/acknowledgement/acknowledgement-element.ts';
import type { CharterChecklist } from '../../../src/elements/checklist/checklist-element.ts';
import { expectInConsole } from '../../support/expected.ts';
import { charter, rendered } from './support.ts';

describe('the checklist that charter-acknowledgement names', () => {
  expectInConsole(/checklist="practices" on <charter-acknowledgement> names no element of its root yet/);

  const page = async (): Promise<{ root: HTMLElement; element: CharterAcknowledgement }> => {
    const root = await fixture<HTMLElement>(html`
      <div>
        <charter-viewer id="the-charter" .charter=${charter}></charter-viewer>
        <charter-acknowledgement for="the-charter" checklist="practices"></charter-acknowledgement>
      </div>
    `);
    const element = root.querySelector<CharterAcknowledgement>('charter-acknowledgement')!;
    await rendered(element, 'form');
    return { root, element };
  };
  const checklist = (id: string): CharterChecklist => {
    const made = document.createElement('charter-checklist');
    made.setAttribute('for', 'the-charter');
    if (id) made.id = id;
    return made;
  };
  const counts = (element: CharterAcknowledgement): string | undefined =>
    element.shadowRoot!.querySelector('[part~=practices]')?.textContent.trim();

  it('joins its practices when it comes after the form, and leaves with it', async () => {
    const { root, element } = await page();
    expect(counts(element)).to.equal(undefined);
    const late = checklist('practices');
    root.append(late);
    await waitUntil(() => counts(element) !== undefined);
    late.remove();
    await waitUntil(() => counts(element) === undefined);
  });

  it('joins its practices when it gets its id after the form', async () => {
    const { root, element } = await page();
    const late = checklist('');
    root.append(late);
    await rendered(late, '[type=checkbox]');
    expect(counts(element)).to.equal(undefined);
    late.id = 'practices';
    await waitUntil(() => counts(element) !== undefined);
  });

  it('is looked up where the form is moved to', async () => {
    const { root, element } = await page();
    const panel = document.createElement('div');
    panel.attachShadow({ mode: 'open' }).append(checklist('practices'));
    root.append(panel);
    panel.shadowRoot!.append(root.querySelector('charter-viewer')!, element);
    await waitUntil(() => counts(element) !== undefined);
  });
});

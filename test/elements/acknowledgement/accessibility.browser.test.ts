import { expect } from '@open-wc/testing';
import { accessibilitySuite } from '../suites/accessibility.ts';
import { states } from './states.ts';
import { acknowledgement, click, endpoint, find, rendered, review } from './support.ts';

accessibilitySuite('charter-acknowledgement', states);

describe('charter-acknowledgement: accessibility', () => {
  it('announces a result to a person who is elsewhere in the page', async () => {
    const element = await acknowledgement({ endpoint: endpoint() });
    const elsewhere = document.createElement('button');
    document.body.append(elsewhere);
    await review(element);
    elsewhere.focus();
    click(element, 'sign-button');
    await rendered(element, '[part~=receipt]');
    const status = find(element, '[role=status]');
    while (!status.textContent.includes('enregistrée')) await element.updateComplete.then(() => undefined);
    expect(document.activeElement).to.equal(elsewhere);
    elsewhere.remove();
  });

  it('leads to the result a person who is in the form', async () => {
    const element = await acknowledgement({ endpoint: endpoint() });
    await review(element);
    find(element, '[part~=sign-button]').focus();
    click(element, 'sign-button');
    const title = await rendered(element, '.result-title:focus');
    expect(title.textContent).to.contain('enregistrée');
  });
});

import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../../src/elements/checklist/charter-checklist.ts';
import type { CharterAcknowledgement } from '../../../src/elements/acknowledgement/acknowledgement-element.ts';
import type { CharterChecklist } from '../../../src/elements/checklist/checklist-element.ts';
import { charter, click, endpoint, find, receivedBy, rendered, type } from './support.ts';

/** An element that waits for its charter, so that a person has the time to begin with the plain form. */
async function plainForm(
  url = endpoint(),
): Promise<{ element: CharterAcknowledgement; form: HTMLFormElement }> {
  const element = await fixture<CharterAcknowledgement>(html`
    <charter-acknowledgement for="later">
      <form method="post" action=${url}>
        <input type="hidden" name="charter.id" value="test-charter" />
        <label>Nom et prénom <input name="signer.name" required /></label>
        <label>Service <input name="signer.department" /></label>
        <label><input type="checkbox" name="statements" value="read" required /> J’atteste avoir lu.</label>
        <label><input type="checkbox" name="practices" value="p2" /> Seconde pratique</label>
        <button>Signer</button>
      </form>
    </charter-acknowledgement>
  `);
  return { element, form: element.querySelector('form')! };
}

function fill(form: HTMLFormElement, field: string, value: string): void {
  form.querySelector<HTMLInputElement>(`[name="${field}"]`)!.value = value;
}

function tick(form: HTMLFormElement, field: string): void {
  form.querySelector<HTMLInputElement>(`[name=${field}]`)!.checked = true;
}

async function upgrade(element: CharterAcknowledgement): Promise<void> {
  element.for = '';
  element.charter = charter;
  await rendered(element, 'form');
}

describe('a plain form in charter-acknowledgement', () => {
  it('is there to be used until the element is ready', async () => {
    const { form } = await plainForm();
    expect(form.checkVisibility()).to.be.true;
  });

  it('gives way to the element, which keeps what was typed and ticked', async () => {
    const { element, form } = await plainForm();
    fill(form, 'signer.name', 'Claire Martin');
    fill(form, 'signer.department', 'Cardiologie');
    tick(form, 'statements');
    await upgrade(element);
    expect(form.checkVisibility()).to.be.false;
    expect(find<HTMLInputElement>(element, '#name').value).to.equal('Claire Martin');
    expect(find<HTMLInputElement>(element, '#department').value).to.equal('Cardiologie');
    expect(find<HTMLInputElement>(element, '#statement-read').checked).to.be.true;
  });

  it('holds nothing of the person any more', async () => {
    const { element, form } = await plainForm();
    fill(form, 'signer.name', 'Claire Martin');
    await upgrade(element);
    expect([...new FormData(form).values()]).to.deep.equal(['test-charter', '', '']);
  });

  it('says where to post and which details to ask for', async () => {
    const url = endpoint();
    const { element } = await plainForm(url);
    await upgrade(element);
    type(element, 'name', 'Claire Martin');
    expect(find(element, '#department').ariaRequired).to.be.null;
    find(element, '#statement-read').click();
    click(element, 'review-button');
    await rendered(element, '[part~=sign-button]');
    const signed = oneEvent(element, 'charter-signed');
    click(element, 'sign-button');
    await signed;
    const [request] = await receivedBy(url);
    expect(request!.headers['content-type']).to.equal('application/json');
    expect(JSON.parse(request!.body).signer).to.deep.equal({ name: 'Claire Martin' });
  });

  it('hands over the focus', async () => {
    const { element, form } = await plainForm();
    form.querySelector<HTMLInputElement>('[name="signer.department"]')!.focus();
    await upgrade(element);
    await element.updateComplete;
    await new Promise(requestAnimationFrame);
    expect(element.shadowRoot!.activeElement?.id).to.equal('department');
  });

  it('takes no focus from elsewhere', async () => {
    const { element } = await plainForm();
    await upgrade(element);
    await new Promise(requestAnimationFrame);
    expect(document.activeElement).not.to.equal(element);
  });

  it('hands its practices to the linked checklist', async () => {
    const checklist = await fixture<CharterChecklist>(
      html`<charter-checklist id="linked" .charter=${charter}></charter-checklist>`,
    );
    await rendered(checklist, '#practice-p1');
    const { element, form } = await plainForm();
    element.checklist = 'linked';
    tick(form, 'practices');
    await upgrade(element);
    expect(checklist.value).to.deep.equal(['p2']);
  });

  it('stays usable when the charter cannot be shown', async () => {
    const { element, form } = await plainForm();
    fill(form, 'signer.name', 'Claire Martin');
    element.for = '';
    element.charter = { ...charter, title: '' };
    await rendered(element, '[part~=error]');
    expect(form.checkVisibility()).to.be.true;
    expect(new FormData(form).get('signer.name')).to.equal('Claire Martin');
  });
});

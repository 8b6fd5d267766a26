import { expect, fixture, html } from '@open-wc/testing';
import type { CharterChecklist } from '../../../src/elements/checklist/checklist-element.ts';
import type { CharterAcknowledgement } from '../../../src/elements/acknowledgement/acknowledgement-element.ts';
import { acknowledgement, charter, click, find, rendered, review, type } from './support.ts';

describe('charter-acknowledgement: the form', () => {
  it('asks for the name and shows the statements unticked', async () => {
    const element = await acknowledgement();
    expect(find(element, '#name').getAttribute('aria-required')).to.equal('true');
    const boxes = [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('[type=checkbox]')];
    expect(boxes.map(({ checked }) => checked)).to.deep.equal([false, false]);
  });

  it('asks for the fields that the page lists, optional ones marked', async () => {
    const element = await acknowledgement({ fields: 'id email? department' });
    await element.updateComplete;
    const names = [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('.fields input')].map(
      ({ name, ariaRequired }) => [name, ariaRequired],
    );
    expect(names).to.deep.equal([
      ['name', 'true'],
      ['id', 'true'],
      ['email', null],
      ['department', 'true'],
    ]);
  });

  it('prefills what the page knows, and keeps what the person changed', async () => {
    const element = await acknowledgement({ signerName: 'Claire Martin', fields: 'role?' });
    await element.updateComplete;
    expect(find<HTMLInputElement>(element, '#name').value).to.equal('Claire Martin');
    type(element, 'name', 'Claire Durand');
    element.signerRole = 'Infirmière';
    await element.updateComplete;
    expect(find<HTMLInputElement>(element, '#name').value).to.equal('Claire Durand');
    expect(find<HTMLInputElement>(element, '#role').value).to.equal('Infirmière');
  });

  it('shows locked details as text', async () => {
    const element = await acknowledgement({
      signer: { name: 'Claire Martin' },
      lockSigner: true,
      fields: 'id',
    });
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('#name')).to.be.null;
    expect(find(element, '[part~=identity] dd').textContent).to.equal('Claire Martin');
    expect(find(element, '#id')).to.exist;
  });

  it('leaves the native attributes out that Firefox calls invalid, and that cut what is pasted', async () => {
    const element = await acknowledgement({ fields: 'id email? role department', allowDecline: true });
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('[required], [maxlength]')).to.be.null;
    click(element, 'decline-button');
    await rendered(element, '#reason');
    expect(element.shadowRoot!.querySelector('[required], [maxlength]')).to.be.null;
    expect(find(element, '#reason').ariaRequired).to.equal('true');
  });

  it('says what is missing next to each field, and all of it above with a link to each', async () => {
    const element = await acknowledgement({ fields: 'email' });
    await element.updateComplete;
    type(element, 'email', 'claire');
    click(element, 'review-button');
    await rendered(element, '[part~=fault]');
    const faults = [...element.shadowRoot!.querySelectorAll('[part~=fault]')].map(({ id }) => id);
    expect(faults).to.deep.equal(['name-fault', 'email-fault', 'statement-read-fault']);
    const name = find(element, '#name');
    expect(name.getAttribute('aria-invalid')).to.equal('true');
    expect(name.getAttribute('aria-describedby')).to.equal('name-fault');
    const summary = await rendered(element, '[part~=error-summary]:focus');
    expect(find(element, '#error-summary-title').textContent.trim()).to.equal('Il y a 3 points à corriger');
    expect(summary.getAttribute('aria-labelledby')).to.equal('error-summary-title');
    const links = [...summary.querySelectorAll('a')];
    expect(links.map((link) => link.textContent.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'Nom et prénom – Indiquez votre nom et votre prénom.',
      'Adresse électronique – Cette adresse est incomplète : écrivez-la sous la forme prenom.nom@hopital.example.',
      'J’atteste avoir lu la charte. – Cochez cet engagement pour pouvoir signer.',
    ]);
    for (const [index, field] of ['name', 'email', 'statement-read'].entries()) {
      links[index]!.click();
      expect(element.shadowRoot!.activeElement!.id).to.equal(field);
    }
  });

  it('counts one fault as one, and takes the summary away with it', async () => {
    const element = await acknowledgement();
    find(element, '#statement-read').click();
    click(element, 'review-button');
    await rendered(element, '#error-summary:focus');
    expect(find(element, '#error-summary-title').textContent.trim()).to.equal('Il y a 1 point à corriger');
    type(element, 'name', 'Claire Martin');
    click(element, 'review-button');
    await rendered(element, '[part~=sign-button]');
    click(element, 'back-button');
    await rendered(element, '#name');
    expect(element.shadowRoot!.querySelector('#error-summary')).to.be.null;
  });

  it('lists what is missing in a refusal', async () => {
    const element = await acknowledgement({ allowDecline: true });
    click(element, 'decline-button');
    await rendered(element, '#reason');
    type(element, 'name', 'Claire Martin');
    click(element, 'review-button');
    const summary = await rendered(element, '#error-summary:focus');
    summary.querySelector('a')!.click();
    expect(element.shadowRoot!.activeElement!.id).to.equal('reason');
  });

  it('keeps what was typed through the review and back', async () => {
    const element = await acknowledgement();
    await review(element, ' Claire Martin ');
    click(element, 'back-button');
    await rendered(element, '#name');
    expect(find<HTMLInputElement>(element, '#name').value.trim()).to.equal('Claire Martin');
    expect(find<HTMLInputElement>(element, '#statement-read').checked).to.be.true;
  });

  it('takes another charter at any time', async () => {
    const element = await acknowledgement();
    element.charter = { ...charter, statements: [{ id: 'other', text: 'Un autre engagement.' }] };
    expect(
      (await rendered(element, '#statement-other')).closest('[part~=statement]')!.textContent,
    ).to.contain('Un autre engagement.');
  });

  it('keeps what was typed when it is moved in the page', async () => {
    const element = await acknowledgement();
    type(element, 'name', 'Claire Martin');
    const place = document.createElement('div');
    element.parentElement!.append(place);
    place.append(element);
    await element.updateComplete;
    expect(find<HTMLInputElement>(element, '#name').value).to.equal('Claire Martin');
  });

  it('refuses to sign a charter that is not valid, and leaves the fallback visible', async () => {
    const element = await fixture<CharterAcknowledgement>(
      html`<charter-acknowledgement .charter=${{ ...charter, title: '' }}
        ><p>Secours</p></charter-acknowledgement
      >`,
    );
    const error = await rendered(element, '[part~=error]');
    expect(error.textContent).to.contain('$.title');
    expect(element.shadowRoot!.querySelector('form')).to.be.null;
    expect(element.querySelector('p')!.offsetHeight).to.be.greaterThan(0);
    expect(element.matches(':state(failed)')).to.be.true;
  });

  describe('with a linked checklist', () => {
    async function page() {
      const root = await fixture<HTMLElement>(html`
        <div>
          <charter-viewer id="the-charter" .charter=${charter}></charter-viewer>
          <charter-checklist id="practices" for="the-charter"></charter-checklist>
          <charter-acknowledgement for="the-charter" checklist="practices"></charter-acknowledgement>
        </div>
      `);
      const checklist = root.querySelector<CharterChecklist>('charter-checklist')!;
      const element = root.querySelector<CharterAcknowledgement>('charter-acknowledgement')!;
      await rendered(checklist, '[type=checkbox]');
      await rendered(element, 'form');
      return { checklist, element };
    }

    it('asks for the required practices first', async () => {
      const { checklist, element } = await page();
      type(element, 'name', 'Claire Martin');
      find(element, '#statement-read').click();
      click(element, 'review-button');
      expect((await rendered(element, '#checklist-fault')).textContent).to.contain('obligatoires');
      (await rendered(element, '#error-summary:focus')).querySelector('a')!.click();
      expect(document.activeElement).to.equal(checklist);
      expect(checklist.shadowRoot!.activeElement!.id).to.equal('practice-p1');
    });

    it('joins the ticked practices to the record', async () => {
      const { checklist, element } = await page();
      find(checklist, '#practice-p1').click();
      await review(element);
      const record = JSON.parse(find(element, 'pre').textContent) as { practices: string[] };
      expect(record.practices).to.deep.equal(['p1']);
    });

    it('says how many practices will be joined', async () => {
      const { checklist, element } = await page();
      find(checklist, '#practice-p1').click();
      await element.updateComplete;
      expect(find(element, '[part~=practices]').textContent).to.contain('1');
    });
  });
});

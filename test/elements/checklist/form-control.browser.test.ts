import { elementUpdated, expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import '../../../src/elements/checklist/charter-checklist.ts';
import type { CharterChecklist } from '../../../src/elements/checklist/checklist-element.ts';
import { manyPractices, smallCharter } from '../../support/charter.ts';
import { focused, recordEvents, settled } from '../../support/component.ts';
import { restoreStubs, stub } from '../../support/stubs.ts';
import { box, boxes, shownTicks } from './support.ts';

const practices = manyPractices(3);
const charter = smallCharter({ practices });
const withRequired = smallCharter({
  practices: manyPractices(40).map((practice, index) => ({
    ...practice,
    why: 'Parce que.',
    required: index === 30 || index === 35,
  })),
});

async function inForm(
  content: unknown,
): Promise<{ form: HTMLFormElement; checklist: CharterChecklist; sent: () => string[] }> {
  const form = await fixture<HTMLFormElement>(
    html`<form @submit=${(event: Event) => event.preventDefault()}>${content}</form>`,
  );
  const checklist = form.querySelector('charter-checklist')!;
  await settled(checklist);
  return { form, checklist, sent: () => new FormData(form).getAll('practices') as string[] };
}

describe('charter-checklist: as a form control', () => {
  it('sends each ticked id under its name, in the order of the charter', async () => {
    const { form, checklist, sent } = await inForm(
      html`<charter-checklist name="practices" .charter=${charter}></charter-checklist>`,
    );
    expect(sent()).to.deep.equal([]);
    box(checklist, 'p3').click();
    box(checklist, 'p1').click();
    expect(sent()).to.deep.equal(['p1', 'p3']);
    box(checklist, 'p3').click();
    expect(sent()).to.deep.equal(['p1']);
    expect([...new FormData(form).keys()]).to.deep.equal(['practices']);
  });

  it('sends nothing without a name, and under another name once it has one', async () => {
    const { form, checklist } = await inForm(
      html`<charter-checklist .charter=${charter}></charter-checklist>`,
    );
    box(checklist, 'p1').click();
    expect([...new FormData(form)]).to.deep.equal([]);
    checklist.name = 'ticked';
    await elementUpdated(checklist);
    expect([...new FormData(form)]).to.deep.equal([['ticked', 'p1']]);
    expect(checklist.getAttribute('name')).to.equal('ticked');
  });

  it('sends what is listed for the audience only', async () => {
    const both = smallCharter({
      practices: [
        { id: 'a', text: 'A', audiences: ['staff'] },
        { id: 'b', text: 'B' },
      ],
    });
    const { checklist, sent } = await inForm(
      html`<charter-checklist name="practices" .charter=${both} .value=${['a', 'b']}></charter-checklist>`,
    );
    expect(sent()).to.deep.equal(['a', 'b']);
    checklist.audience = 'visitors';
    await elementUpdated(checklist);
    expect(sent()).to.deep.equal(['b']);
  });

  it('knows its form, its labels and its type', async () => {
    const { form, checklist } = await inForm(html`
      <label for="list">Mes pratiques</label>
      <charter-checklist id="list" .charter=${charter}></charter-checklist>
    `);
    expect(checklist.form === form).to.be.true;
    expect(checklist.labels.length).to.equal(1);
    expect(checklist.type).to.equal('charter-checklist');
    expect(checklist.willValidate).to.be.true;
    expect([...form.elements].includes(checklist)).to.be.true;
  });

  it('gives the focus to its first practice when its label is pressed', async () => {
    const { form, checklist } = await inForm(html`
      <label for="list">Mes pratiques</label>
      <charter-checklist id="list" .charter=${charter}></charter-checklist>
    `);
    form.querySelector('label')!.click();
    expect(focused(checklist)).to.equal('practice-p1');
    expect(shownTicks(checklist)).to.deep.equal([]);
  });

  it('unticks everything when the form is reset', async () => {
    const { form, checklist, sent } = await inForm(
      html`<charter-checklist name="practices" .charter=${charter}></charter-checklist>`,
    );
    box(checklist, 'p1').click();
    form.reset();
    expect(checklist.value).to.deep.equal([]);
    expect(shownTicks(checklist)).to.deep.equal([]);
    expect(sent()).to.deep.equal([]);
  });

  for (const [how, set] of Object.entries({
    'its own attribute': (form: HTMLFormElement, disabled: boolean) =>
      form.querySelector('charter-checklist')!.toggleAttribute('disabled', disabled),
    'its own property': (form: HTMLFormElement, disabled: boolean) =>
      (form.querySelector('charter-checklist')!.disabled = disabled),
    'a fieldset around it': (form: HTMLFormElement, disabled: boolean) =>
      (form.querySelector('fieldset')!.disabled = disabled),
  })) {
    it(`cannot be ticked and is not sent while it is disabled by ${how}`, async () => {
      const { form, checklist, sent } = await inForm(
        html`<fieldset>
          <charter-checklist name="practices" .charter=${charter}></charter-checklist>
        </fieldset>`,
      );
      box(checklist, 'p1').click();
      set(form, true);
      await elementUpdated(checklist);
      await nextFrame();
      expect(boxes(checklist).every((element) => element.matches(':disabled'))).to.be.true;
      expect(sent()).to.deep.equal([]);
      expect(checklist.willValidate).to.be.false;

      set(form, false);
      await elementUpdated(checklist);
      await nextFrame();
      expect(boxes(checklist).some((element) => element.matches(':disabled'))).to.be.false;
      expect(shownTicks(checklist)).to.deep.equal(['p1']);
      expect(sent()).to.deep.equal(['p1']);
    });
  }

  it('takes back what the browser had kept of the form', async () => {
    // What a browser keeps until the page comes back is what it was given last.
    let state = '';
    const { setFormValue } = ElementInternals.prototype;
    stub(ElementInternals.prototype, 'setFormValue', function (this: ElementInternals, value, given) {
      state = given as string;
      setFormValue.call(this, value, given);
    });
    const before = await inForm(
      html`<charter-checklist name="practices" .charter=${charter}></charter-checklist>`,
    );
    before.checklist.value = ['p2', 'p3'];
    restoreStubs();
    const kept = state;

    const { checklist, sent } = await inForm(
      html`<charter-checklist name="practices" .charter=${charter}></charter-checklist>`,
    );
    checklist.formStateRestoreCallback(kept);
    expect(checklist.value).to.deep.equal(['p2', 'p3']);
    expect(shownTicks(checklist)).to.deep.equal(['p2', 'p3']);
    expect(sent()).to.deep.equal(['p2', 'p3']);
  });

  it('ignores a state that is not its own', async () => {
    const { checklist } = await inForm(html`<charter-checklist .charter=${charter}></charter-checklist>`);
    checklist.value = ['p1'];
    for (const state of ['p2', '', '{"p2":true}', 'null', null as never])
      checklist.formStateRestoreCallback(state);
    expect(checklist.value).to.deep.equal(['p1']);
  });
});

describe('charter-checklist: required practices', () => {
  const inFormWithRequired = () =>
    inForm(html`
      <charter-checklist name="practices" .charter=${withRequired}></charter-checklist>
      <button>Envoyer</button>
    `);

  it('make it invalid until all of them are ticked', async () => {
    const { form, checklist } = await inFormWithRequired();
    expect(checklist.validity.valueMissing).to.be.true;
    expect(checklist.validationMessage).to.equal('Cochez les pratiques obligatoires.');
    expect(form.checkValidity()).to.be.false;
    expect(checklist.matches(':invalid')).to.be.true;

    box(checklist, 'p31').click();
    expect(checklist.checkValidity()).to.be.false;
    box(checklist, 'p36').click();
    expect(checklist.checkValidity()).to.be.true;
    expect(checklist.validationMessage).to.equal('');
    expect(form.checkValidity()).to.be.true;

    checklist.value = [];
    expect(checklist.checkValidity()).to.be.false;
  });

  it('are marked as such in their label', async () => {
    const { checklist } = await inFormWithRequired();
    const labels = boxes(checklist).map(({ labels }) => labels![0]!.textContent);
    expect(labels.filter((text) => text.includes('(obligatoire)')).length).to.equal(2);
    expect(labels[30]).to.contain('(obligatoire)');
  });

  for (const [how, ask] of Object.entries({
    'the form is sent': ({ form }: { form: HTMLFormElement }) => form.requestSubmit(),
    'its button is pressed': ({ form }: { form: HTMLFormElement }) => form.querySelector('button')!.click(),
    'reportValidity() is called': ({ checklist }: { checklist: CharterChecklist }) =>
      checklist.reportValidity(),
    'focus() is called': ({ checklist }: { checklist: CharterChecklist }) => checklist.focus(),
  })) {
    it(`get the focus when ${how}: the first that is missing`, async () => {
      const inside = await inFormWithRequired();
      const submitted = recordEvents(inside.form, 'submit');
      ask(inside);
      await nextFrame();
      expect(focused(inside.checklist)).to.equal('practice-p31');
      box(inside.checklist, 'p31').click();
      await elementUpdated(inside.checklist);
      ask(inside);
      await nextFrame();
      expect(focused(inside.checklist)).to.equal('practice-p36');
      expect(submitted.length).to.equal(0);

      box(inside.checklist, 'p36').click();
      inside.form.requestSubmit();
      expect(submitted.length).to.equal(1);
    });
  }

  it('of another audience are not asked for', async () => {
    const audiences = smallCharter({
      practices: [
        { id: 'a', text: 'A', required: true, audiences: ['staff'] },
        { id: 'b', text: 'B', audiences: ['patients'] },
      ],
    });
    const { checklist } = await inForm(html`<charter-checklist .charter=${audiences}></charter-checklist>`);
    expect(checklist.checkValidity()).to.be.false;
    checklist.audience = 'patients';
    await elementUpdated(checklist);
    expect(checklist.checkValidity()).to.be.true;
  });
});

describe('charter-checklist: pointer', () => {
  it('leaves the page where it is when an explanation is pressed', async () => {
    const { checklist } = await inForm(
      html`<charter-checklist .charter=${withRequired}></charter-checklist>`,
    );
    const why = checklist.shadowRoot!.getElementById('why-p20')!;
    why.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top } = why.getBoundingClientRect();
    const place = scrollY;
    await sendMouse({ type: 'click', position: [Math.round(left + 20), Math.round(top + 5)] });
    await nextFrame();
    expect(scrollY).to.equal(place);
    expect(focused(checklist)).to.be.undefined;
    expect(shownTicks(checklist)).to.deep.equal([]);
    scrollTo(0, 0);
  });

  it('ticks when the words of a practice are pressed', async () => {
    const { checklist } = await inForm(
      html`<charter-checklist .charter=${withRequired}></charter-checklist>`,
    );
    const changed = oneEvent(checklist, 'change');
    box(checklist, 'p2').labels![0]!.click();
    await changed;
    expect(checklist.value).to.deep.equal(['p2']);
  });
});

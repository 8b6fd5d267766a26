import { expect } from '@open-wc/testing';
import type { CharterAcknowledgement } from '../../../src/elements/acknowledgement/acknowledgement-element.ts';
import type { Signer } from '../../../src/signature/record.ts';
import { acknowledgement, click, find, read, rendered, type } from './support.ts';

/** The name that the review says will leave the browser. */
async function reviewedSigner(element: CharterAcknowledgement): Promise<Signer> {
  if (!find<HTMLInputElement>(element, '#statement-read').checked) find(element, '#statement-read').click();
  click(element, 'review-button');
  const shown = await rendered(element, '[part~=sign-button], #error-summary');
  expect(shown.textContent).to.contain('Signer');
  return (JSON.parse(find(element, 'pre').textContent) as { signer: Signer }).signer;
}

/** What a person reads under a field that is not accepted. */
async function faultOf(element: CharterAcknowledgement, field: string): Promise<string> {
  find(element, '#statement-read').click();
  click(element, 'review-button');
  await rendered(element, '#error-summary:focus, [part~=sign-button]');
  expect(await read(element)).not.to.contain('Vérifiez ce que vous allez signer');
  return find(element, `#${field}-fault`).textContent;
}

/** What a test has the console say. */
async function consoleOf(method: 'warn' | 'error', act: () => Promise<unknown>): Promise<string[]> {
  const said: string[] = [];
  const usual = console[method];
  console[method] = (...words: unknown[]) => said.push(words.join(' '));
  try {
    await act();
  } finally {
    console[method] = usual;
  }
  return said.filter((text) => text.startsWith('charter-'));
}

const stray = 'contient un caractère invisible ou de commande';

describe('charter-acknowledgement: values', () => {
  for (const [what, name, words] of [
    ['201 letters are too many', 'x'.repeat(201), '200 caractères au plus\u00a0: il y en a 201.'],
    ['101 letters that NFC makes two are too many', '\u0958'.repeat(101), 'il y en a 202.'],
    ['two zero-width spaces are no name', '\u200b\u200b', 'que des caractères invisibles'],
    ['U+0000 has to be taken out', 'Claire\0Martin', stray],
    ['U+202E, which turns a name around, has to be taken out', 'Claire \u202enitraM', stray],
  ] as const) {
    it(`a person reads before the review that ${what}`, async () => {
      const element = await acknowledgement();
      type(element, 'name', name);
      expect(await faultOf(element, 'name')).to.contain(words);
    });
  }

  it('a person with a name of 101 emoji goes on to the review, which shows it', async () => {
    const element = await acknowledgement();
    type(element, 'name', '🏥'.repeat(101));
    expect((await reviewedSigner(element)).name).to.equal('🏥'.repeat(101));
  });

  it('a person with a name of 200 letters, their accents written apart, goes on to the review, which shows it composed', async () => {
    const element = await acknowledgement();
    type(element, 'name', 'e\u0301'.repeat(200));
    expect((await reviewedSigner(element)).name).to.equal('é'.repeat(200));
  });

  for (const [field, words] of [
    ['id', 'Cet identifiant'],
    ['email', 'Cette adresse'],
    ['role', 'Cette fonction'],
    ['department', 'Ce nom de service'],
  ] as const) {
    it(`a person reads in the words of the field what cannot be seen in it: ${field}`, async () => {
      const element = await acknowledgement({ fields: field, signerName: 'Claire Martin' });
      await element.updateComplete;
      type(element, field, 'a\u202eb@hopital.example');
      expect(await faultOf(element, field)).to.contain(`${words} ${stray}`);
    });
  }

  it('a person reads that a reason of 4,001 characters is too long, and goes on with one of several lines', async () => {
    const element = await acknowledgement({ allowDecline: true, signerName: 'Claire Martin' });
    click(element, 'decline-button');
    await rendered(element, '#reason');
    type(element, 'reason', 'x'.repeat(4001));
    click(element, 'review-button');
    await rendered(element, '#error-summary:focus');
    expect(find(element, '#reason-fault').textContent).to.match(/^4\s000 caractères au plus/);
    type(element, 'reason', 'Pas encore.\nEn parler d’abord.');
    click(element, 'review-button');
    await rendered(element, '[part~=sign-button]');
    const { reason } = JSON.parse(find(element, 'pre').textContent) as { reason: string };
    expect(reason).to.equal('Pas encore.\nEn parler d’abord.');
  });

  it('a person reads whom to tell of a department of 230 characters that the page locked, and the page is told once', async () => {
    const element = await acknowledgement({
      signer: { name: 'Claire Martin', department: 'x'.repeat(230) },
      lockSigner: true,
      fields: 'department',
    });
    await element.updateComplete;
    const said = await consoleOf('error', async () => {
      expect(await faultOf(element, 'department')).to.contain('signalez-le au service informatique');
      click(element, 'review-button');
      await element.updateComplete;
    });
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('signer-department').and.to.contain('230 characters long, 200 at most');
    find(element, '#error-summary').querySelector('a')!.click();
    expect(element.shadowRoot!.activeElement!.id).to.equal('department');
  });

  // Where a person types it, some engines already replace it.
  it('a person reads whom to tell of half of a surrogate pair that the page locked, and the page is told', async () => {
    const element = await acknowledgement({ signer: { name: 'Claire \ud83c' }, lockSigner: true });
    await element.updateComplete;
    const said = await consoleOf('error', async () => {
      expect(await faultOf(element, 'name')).to.contain('signalez-le au service informatique');
    });
    expect(said.join()).to.contain('signer-name').and.to.contain('unpaired-surrogate');
  });

  it('a person whose form is filled in by a filler that fires change alone sees it in the review', async () => {
    const element = await acknowledgement();
    const input = find<HTMLInputElement>(element, '#name');
    input.value = 'Claire Martin';
    input.dispatchEvent(new Event('change', { bubbles: true }));
    expect((await reviewedSigner(element)).name).to.equal('Claire Martin');
  });

  it('a person whose form is filled in by a filler that fires nothing sees it in the review, ticks too, also on the way to a refusal', async () => {
    const element = await acknowledgement({ allowDecline: true });
    find<HTMLInputElement>(element, '#name').value = 'Claire Martin';
    find<HTMLInputElement>(element, '#statement-read').checked = true;
    expect((await reviewedSigner(element)).name).to.equal('Claire Martin');
    click(element, 'back-button');
    await rendered(element, '#name');
    find<HTMLInputElement>(element, '#name').value = 'Claire Durand';
    click(element, 'decline-button');
    await rendered(element, '#reason');
    expect(find<HTMLInputElement>(element, '#name').value).to.equal('Claire Durand');
  });

  it('a person sees the name that the page sets after a fault was found', async () => {
    const element = await acknowledgement({ signerName: 'Claire Martin' });
    await element.updateComplete;
    click(element, 'review-button');
    await rendered(element, '#error-summary:focus');
    element.signerName = 'Claire Durand';
    await element.updateComplete;
    expect(find<HTMLInputElement>(element, '#name').value).to.equal('Claire Durand');
  });

  it('a person sees in the review the number that the page gave, nothing of null; an object is told to be no text', async () => {
    const signer = { name: 'Claire Martin', id: 1234, role: null, department: undefined, email: {} };
    let element: CharterAcknowledgement | undefined;
    const said = await consoleOf('error', async () => {
      element = await acknowledgement({
        signer: signer as unknown as Partial<Signer>,
        signerRole: 'Infirmière',
        fields: 'id email? role? department?',
      });
      await element.updateComplete;
    });
    expect(await reviewedSigner(element!)).to.deep.equal({
      name: 'Claire Martin',
      id: '1234',
      role: 'Infirmière',
    });
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('signer.email is object');
  });

  it('a developer reads once of a detail asked for that does not exist', async () => {
    const said = await consoleOf('warn', async () => {
      const element = await acknowledgement({ fields: 'id metier' });
      for (const name of ['A', 'B', 'C']) {
        element.signerName = name;
        await element.updateComplete;
      }
    });
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('metier');
  });
});

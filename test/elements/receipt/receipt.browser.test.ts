import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../../src/elements/receipt/charter-receipt.ts';
import type { CharterReceipt } from '../../../src/elements/receipt/receipt-element.ts';
import type { CharterReceiptCheckedEvent } from '../../../src/events/charter-receipt-checked.ts';
import type { ReceiptFile } from '../../../src/signature/check-receipt.ts';
import type { JSONWebKeySet } from '../../../src/signature/verify-receipt.ts';
import { validCharter } from '../../charter/support/valid-charter.ts';
import { keySet } from '../../../stories/support/receipts.ts';
import { signedReceipt } from '../../signature/support/receipts.ts';
import { expectInConsole } from '../../support/expected.ts';

describe('charter-receipt', () => {
  let file: ReceiptFile;
  let keys: JSONWebKeySet;
  before(async () => {
    const signed = await signedReceipt();
    file = signed.file;
    keys = keySet(signed.signer);
  });

  async function show(options: Partial<CharterReceipt> & { receipt?: unknown }): Promise<CharterReceipt> {
    const element = await fixture<CharterReceipt>(
      html`<charter-receipt .charter=${validCharter()}></charter-receipt>`,
    );
    const checked = oneEvent(element, 'charter-receipt-checked');
    Object.assign(element, options);
    await checked;
    await element.updateComplete;
    return element;
  }

  const find = (element: HTMLElement, selector: string): HTMLElement => {
    const found = element.shadowRoot!.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`${selector} is not in ${element.shadowRoot!.innerHTML}`);
    return found;
  };
  const outcomes = (element: HTMLElement): string[] =>
    [...element.shadowRoot!.querySelectorAll<HTMLElement>('[data-outcome]')].map(
      (item) => item.dataset['outcome']!,
    );

  it('verifies record, signature and text of a good receipt', async () => {
    const element = await show({ keys, receipt: file });
    expect(outcomes(element)).to.deep.equal(['verified', 'verified', 'verified']);
    expect(element.matches(':state(verified)')).to.be.true;
    expect(find(element, '[part~=receipt]').textContent).to.contain(file.record.id);
  });

  it('announces what it found', async () => {
    const element = await fixture<CharterReceipt>(html`<charter-receipt .keys=${keys}></charter-receipt>`);
    const checked = oneEvent(
      element,
      'charter-receipt-checked',
    ) as unknown as Promise<CharterReceiptCheckedEvent>;
    element.receipt = file;
    const { detail } = await checked;
    expect(detail.receipt).to.deep.equal(file);
    expect(detail.findings.signature.outcome).to.equal('verified');
  });

  it('refutes a receipt whose record was altered', async () => {
    const record = { ...file.record, signer: { name: 'Quelqu’un d’autre' } };
    const element = await show({ keys, receipt: { ...file, record } });
    expect(outcomes(element).slice(0, 2)).to.deep.equal(['refuted', 'refuted']);
    expect(element.matches(':state(refuted)')).to.be.true;
    expect(element.matches(':state(verified)')).to.be.false;
    expect(find(element, '[part~=verdict]').textContent).to.contain('n’est pas valable');
  });

  it('does not call authentic what it cannot verify', async () => {
    const element = await show({ receipt: file });
    expect(outcomes(element)).to.deep.equal(['verified', 'unknown', 'verified']);
    expect(element.matches(':state(verified)')).to.be.false;
    expect(find(element, '[part~=verdict]').textContent).to.contain('n’a pas pu être vérifié en entier');
  });

  it('checks again when the keys arrive', async () => {
    const element = await show({ receipt: file });
    const checked = oneEvent(element, 'charter-receipt-checked');
    element.keys = keys;
    await checked;
    expect(element.matches(':state(verified)')).to.be.true;
  });

  it('loads the keys that the page names', async () => {
    const receiptKeys = URL.createObjectURL(new Blob([JSON.stringify(keys)], { type: 'application/json' }));
    const element = await fixture<CharterReceipt>(
      html`<charter-receipt receipt-keys=${receiptKeys} .receipt=${file}></charter-receipt>`,
    );
    while (!element.matches(':state(verified)')) await oneEvent(element, 'charter-receipt-checked');
    expect(outcomes(element)[1]).to.equal('verified');
  });

  it('reads a file that is picked', async () => {
    const element = await fixture<CharterReceipt>(html`<charter-receipt .keys=${keys}></charter-receipt>`);
    const checked = oneEvent(element, 'charter-receipt-checked');
    pick(element, JSON.stringify(file));
    await checked;
    await element.updateComplete;
    expect(find(element, '[part~=receipt]').textContent).to.contain('Zoë Lefèvre');
  });

  for (const [name, content, reason] of [
    ['no JSON', 'bonjour', /SyntaxError/],
    ['other JSON', '{"id":"x"}', /receipt is not valid/],
  ] as const) {
    expectInConsole(reason);
    it(`says that a file is not a receipt: ${name}`, async () => {
      const element = await show({ keys, receipt: file });
      pick(element, content);
      while (!element.shadowRoot!.querySelector('[part~=fault]')) await new Promise(requestAnimationFrame);
      expect(find(element, '[part~=fault]').textContent).to.contain('pas un reçu');
      expect(element.shadowRoot!.querySelector('[part~=receipt]'), 'nothing of the former one is left').to.be
        .null;
    });
  }

  function pick(element: HTMLElement, content: string): void {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'charte.json', { type: 'application/json' }));
    const input = find(element, '#file') as HTMLInputElement;
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }
});

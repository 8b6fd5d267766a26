import { html } from 'lit';
import '../../src/elements/receipt/charter-receipt.ts';
import type { CharterReceipt } from '../../src/elements/receipt/receipt-element.ts';
import { eventOf, find, rendered } from '../support/dom.ts';
import { charter, keys, laterCharter, receipts } from '../support/signing-documents.ts';
import type { ElementStates } from '../support/state.ts';

/** The file of a receipt, as it lies in the downloads of a person. */
export function fileOf(content: unknown, name = `charte-${charter.id}.json`): File {
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
  return new File([text], name, { type: 'application/json' });
}

function transferOf(file: File): DataTransfer {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  return transfer;
}

/** Picks a file with the field. */
export function pick(element: CharterReceipt, file: File): void {
  const input = find<HTMLInputElement>(element, '#file');
  input.files = transferOf(file).files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Drags a file over the element, and drops it there unless told otherwise. */
export function drop(element: CharterReceipt, file: File, isDropped = true): void {
  const picker = find(element, '[part~=picker]');
  const options = { dataTransfer: transferOf(file), bubbles: true, cancelable: true };
  picker.dispatchEvent(new DragEvent('dragover', options));
  if (isDropped) picker.dispatchEvent(new DragEvent('drop', options));
}

/** Gives a receipt to an element; resolves once what was found is on screen. */
export function checked(receipt: unknown): (element: CharterReceipt) => Promise<void> {
  return async (element) => {
    const found = eventOf(element, 'charter-receipt-checked');
    element.receipt = receipt;
    await found;
    await element.updateComplete;
  };
}

const known = () => html`<charter-receipt .keys=${keys} .charter=${charter}></charter-receipt>`;

/** Every state that a person can meet. */
export const receiptStates = {
  empty: { template: known, reach: (element) => element.updateComplete },
  'file held over it': {
    template: known,
    reach: async (element) => {
      await element.updateComplete;
      drop(element, fileOf(receipts.genuine), false);
      await rendered(element, '[part~=picker][data-over]');
    },
  },
  verified: { template: known, reach: checked(receipts.genuine) },
  'of a refusal': { template: known, reach: checked(receipts.declined) },
  'without keys': {
    template: () => html`<charter-receipt .charter=${charter}></charter-receipt>`,
    reach: checked(receipts.genuine),
  },
  'of another version': {
    template: () => html`<charter-receipt .keys=${keys} .charter=${laterCharter}></charter-receipt>`,
    reach: checked(receipts.genuine),
  },
  altered: { template: known, reach: checked(receipts.altered) },
  forged: { template: known, reach: checked(receipts.forged) },
  'of another text': {
    template: () =>
      html`<charter-receipt
        .keys=${keys}
        .charter=${{ ...charter, summary: 'Un autre texte.' }}
      ></charter-receipt>`,
    reach: checked(receipts.genuine),
  },
  'not a receipt': {
    template: known,
    reach: async (element) => {
      await element.updateComplete;
      pick(element, fileOf('{ "id": "x" }', 'vacances.json'));
      await rendered(element, '[part~=fault]');
    },
    isFault: true,
  },
} satisfies ElementStates<CharterReceipt>;

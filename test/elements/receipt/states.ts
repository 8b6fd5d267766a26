import { fixture, html, oneEvent } from '@open-wc/testing';
import '../../../src/elements/receipt/charter-receipt.ts';
import type { CharterReceipt } from '../../../src/elements/receipt/receipt-element.ts';
import { captureConsole } from '../../support/stubs.ts';
import { validCharter } from '../../charter/support/valid-charter.ts';
import { createSigner, keySet, receiptFor } from '../../signature/support/receipts.ts';
import { signedRecord } from '../../signature/support/records.ts';

const signer = await createSigner('ES256', 'now');
const record = await signedRecord();
const receipt = { record, ...(await receiptFor(record, signer)) };
const altered = { ...receipt, record: { ...record, signer: { name: 'Quelqu’un d’autre' } } };

/** Every state that a person can meet. */
export const states: Record<string, () => Promise<CharterReceipt>> = {
  empty: () => fixture(html`<charter-receipt></charter-receipt>`),
  verified: () => checked({ keys: keySet(signer), receipt }),
  'partly verified': () => checked({ receipt }),
  unreadable: async () => {
    captureConsole('error');
    const element = await states['empty']!();
    element.receipt = { not: 'a receipt' };
    await element.updateComplete;
    return element;
  },
  refuted: () => checked({ keys: keySet(signer), receipt: altered }),
};

async function checked(options: Partial<CharterReceipt>): Promise<CharterReceipt> {
  const element = await fixture<CharterReceipt>(
    html`<charter-receipt .charter=${validCharter()}></charter-receipt>`,
  );
  const event = oneEvent(element, 'charter-receipt-checked');
  Object.assign(element, options);
  await event;
  await element.updateComplete;
  return element;
}

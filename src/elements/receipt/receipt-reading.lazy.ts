/** What reads, checks and shows a receipt: loaded with the first element of a page, not with the script. */
export { checkReceipt, parseReceiptFile } from '../../signature/check-receipt.ts';
export { renderFindings, renderReceipt } from './views/receipt-view.ts';

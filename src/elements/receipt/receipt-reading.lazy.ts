/** What reads, checks and shows a receipt: loaded with the first element of a page, not with the script. */
export { checkReceipt, parseReceiptFile } from '../../signature/check-receipt.ts';
export { isRefuted, isVerified } from './verdict.ts';
export { renderReceipt } from './views/receipt-view.ts';
export { renderVerdict } from './views/receipt-verdict.ts';

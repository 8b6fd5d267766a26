import type { ReceiptFindings } from '../../signature/check-receipt.ts';

/** The record is the one that was received, and the institution's signature is right. */
export const isVerified = ({ record, signature }: ReceiptFindings): boolean =>
  record.outcome === 'verified' && signature.outcome === 'verified';

/** Something in the receipt is false. */
export const isRefuted = (findings: ReceiptFindings): boolean =>
  Object.values(findings).some(({ outcome }) => outcome === 'refuted');

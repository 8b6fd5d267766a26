import { isReceipt } from './generated/is-receipt.ts';
import type { Receipt } from './receipt.ts';

/** The receipt in an endpoint's answer, or `undefined` when the answer carries none (any 2xx means recorded). */
export function readReceipt(answer: unknown): Receipt | undefined {
  return isReceipt(answer) ? (answer as Receipt) : undefined;
}

// The types of the events come with the element.
export type {} from '../../events/index.ts';
import { defineElement } from '../../internal/define-element.ts';
import { CharterReceipt } from './receipt-element.ts';

defineElement('charter-receipt', CharterReceipt);

declare global {
  interface HTMLElementTagNameMap {
    'charter-receipt': CharterReceipt;
  }
}

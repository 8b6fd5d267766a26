// The types of the events come with the element.
export type {} from '../../events/index.ts';
import { defineElement } from '../../internal/define-element.ts';
import { CharterAcknowledgement } from './acknowledgement-element.ts';

defineElement('charter-acknowledgement', CharterAcknowledgement);

declare global {
  interface HTMLElementTagNameMap {
    'charter-acknowledgement': CharterAcknowledgement;
  }
}

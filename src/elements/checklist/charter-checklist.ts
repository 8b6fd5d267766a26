// The types of the events come with the element.
export type {} from '../../events/index.ts';
import { defineElement } from '../../internal/define-element.ts';
import { CharterChecklist } from './checklist-element.ts';

defineElement('charter-checklist', CharterChecklist);

declare global {
  interface HTMLElementTagNameMap {
    'charter-checklist': CharterChecklist;
  }
}

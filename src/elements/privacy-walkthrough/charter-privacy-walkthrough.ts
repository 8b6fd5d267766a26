// The types of the events come with the element.
export type {} from '../../events/index.ts';
import { defineElement } from '../../internal/define-element.ts';
import { CharterPrivacyWalkthrough } from './privacy-walkthrough-element.ts';

defineElement('charter-privacy-walkthrough', CharterPrivacyWalkthrough);

declare global {
  interface HTMLElementTagNameMap {
    'charter-privacy-walkthrough': CharterPrivacyWalkthrough;
  }
}

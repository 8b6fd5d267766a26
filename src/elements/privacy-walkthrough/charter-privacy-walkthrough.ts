import { defineElement } from '../../internal/define-element.ts';
import { CharterPrivacyWalkthrough } from './privacy-walkthrough-element.ts';

defineElement('charter-privacy-walkthrough', CharterPrivacyWalkthrough);

declare global {
  interface HTMLElementTagNameMap {
    'charter-privacy-walkthrough': CharterPrivacyWalkthrough;
  }
}

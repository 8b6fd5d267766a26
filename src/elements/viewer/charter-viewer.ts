// The types of the events come with the element.
export type {} from '../../events/index.ts';
import { defineElement } from '../../internal/define-element.ts';
import { CharterViewer } from './viewer-element.ts';

defineElement('charter-viewer', CharterViewer);

declare global {
  interface HTMLElementTagNameMap {
    'charter-viewer': CharterViewer;
  }
}

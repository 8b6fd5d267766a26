import '../../../src/elements/viewer/charter-viewer.ts';
import type { CharterViewer } from '../../../src/elements/viewer/viewer-element.ts';
import { parts, textOf } from '../../support/component.ts';

export const all = (viewer: CharterViewer, selector: string) => [
  ...viewer.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];

export const sectionTitles = (viewer: CharterViewer) => parts(viewer, 'section-title').map(textOf);

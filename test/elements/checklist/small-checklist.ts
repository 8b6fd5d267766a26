import { html } from '@open-wc/testing';
import '../../../src/elements/checklist/charter-checklist.ts';
import '../../../src/elements/viewer/charter-viewer.ts';
import type { CharterChecklist } from '../../../src/elements/checklist/checklist-element.ts';
import { manyPractices, smallCharter } from '../../support/charter.ts';
import { shown } from '../../support/component.ts';

export const charter = smallCharter({ practices: manyPractices(3) });

export const small = () =>
  shown<CharterChecklist>(html`<charter-checklist .charter=${charter}></charter-checklist>`);

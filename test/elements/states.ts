import type { LitElement } from 'lit';
import { states as acknowledgement } from './acknowledgement/states.ts';
import { states as checklist } from './checklist/states.ts';
import { states as walkthrough } from './privacy-walkthrough/states.ts';
import { states as receipt } from './receipt/states.ts';
import { states as viewer } from './viewer/states.ts';

/** Every state of every element that a person can meet, by tag. */
export const elements: Readonly<Record<string, Readonly<Record<string, () => Promise<LitElement>>>>> = {
  'charter-viewer': viewer,
  'charter-checklist': checklist,
  'charter-privacy-walkthrough': walkthrough,
  'charter-acknowledgement': acknowledgement,
  'charter-receipt': receipt,
};

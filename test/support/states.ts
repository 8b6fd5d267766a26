import { fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { ElementStates } from '../../stories/support/state.ts';
import { captureConsole } from './stubs.ts';

/** The states of an element, each as what brings a new element there. */
export function mounted<T extends LitElement>(states: ElementStates<T>): Record<string, () => Promise<T>> {
  return Object.fromEntries(
    Object.entries(states).map(([name, { prepare, template, reach, isFault }]) => [
      name,
      async () => {
        if (isFault) captureConsole('error');
        await prepare?.();
        const element = await fixture<T>(html`${template()}`);
        await reach(element);
        return element;
      },
    ]),
  );
}

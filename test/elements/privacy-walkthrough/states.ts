import { expect, waitUntil } from '@open-wc/testing';
import type { CharterPrivacyWalkthrough } from '../../../src/elements/privacy-walkthrough/privacy-walkthrough-element.ts';
import { part } from '../../support/component.ts';
import {
  answer,
  answerAll,
  attach,
  fixtureFile,
  mount,
  press,
  storageKey,
  StrandedWalkthrough,
} from './harness.ts';

/** Every state that a person can meet. */
export const states: Readonly<Record<string, () => Promise<CharterPrivacyWalkthrough>>> = {
  fresh: () => mount(),
  open: () => mount({ network: 'facebook' }),
  unfolded: async () => {
    const element = await mount({ network: 'linkedin', platform: 'android' });
    part<HTMLDetailsElement>(element, 'reinforced')!.open = true;
    return element;
  },
  'half done': async () => {
    const element = await mount({ network: 'facebook' });
    await answer(element, 0, 'done');
    await answer(element, 1, 'later');
    return element;
  },
  completed: async () => {
    const element = await mount({ network: 'facebook' });
    await answerAll(element, 'later');
    return element;
  },
  erasing: async () => {
    const element = await mount({ networks: 'bluesky' });
    await answer(element, 0, 'done');
    await press(element, 'reset-button');
    return element;
  },
  'wrong server': async () => {
    const element = await mount({ network: 'mastodon' });
    const field = part(element, 'instance')!.querySelector('input')!;
    field.value = 'mastodon';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await element.updateComplete;
    return element;
  },
  'to recheck': async () => {
    sessionStorage.setItem(
      storageKey,
      JSON.stringify({ 'fb-friends-list': { outcome: 'done', revision: 0 } }),
    );
    const element = await mount({ network: 'facebook', persist: 'session' });
    sessionStorage.removeItem(storageKey);
    expect(part(element, 'recheck')).to.exist;
    return element;
  },
  overdue: () => mount({ src: fixtureFile('overdue.json'), network: 'tiny' }),
  'bad file': () => mount({ src: fixtureFile('invalid.json'), network: 'facebook' }),
  failed: async () => {
    StrandedWalkthrough.answers = [() => Promise.reject(new Error('no data'))];
    const element = await attach({}, 'stranded-walkthrough');
    await waitUntil(() => part(element, 'error') !== null);
    return element;
  },
  loading: async () => {
    StrandedWalkthrough.answers = [() => new Promise(() => undefined)];
    return attach({}, 'stranded-walkthrough');
  },
};

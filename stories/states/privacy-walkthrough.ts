import type { CharterPrivacyWalkthrough } from '../../src/elements/privacy-walkthrough/privacy-walkthrough-element.ts';
import '../../src/elements/privacy-walkthrough/charter-privacy-walkthrough.ts';
import { invalidNetworks, overdueNetworks } from '../support/documents.ts';
import { part, parts, rendered } from '../support/dom.ts';
import type { ElementStates } from '../support/state.ts';
import { StrandedWalkthrough } from '../support/stranded-walkthrough.ts';

/** Where the answers are kept, in one of the browser's storages. */
export const storageKey = 'charter-elements:privacy-walkthrough';

/** The radio button of an answer; outcomes are `done`, `already`, `later` and `not-applicable`. */
export function choice(within: ParentNode, value: string): HTMLInputElement {
  return [...within.querySelectorAll<HTMLInputElement>('input[type=radio]')].find(
    (input) => input.value === value,
  )!;
}

/** Resolves once the networks are shown. */
export async function shown(element: CharterPrivacyWalkthrough): Promise<void> {
  await rendered(element, '[part~=title]');
  await element.updateComplete;
}

/** Answers the setting of this rank. */
export async function answerStep(
  element: CharterPrivacyWalkthrough,
  rank: number,
  outcome: string,
): Promise<void> {
  choice(parts(element, 'step')[rank]!, outcome).click();
  await element.updateComplete;
}

/** An element with these attributes and a fallback. */
export function walkthrough(
  attributes: Readonly<Record<string, string>>,
  tag: string,
  fallback = 'Texte de secours',
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(fallback);
  return element;
}

/**
 * Every state that a person can meet.
 *
 * @param tag - The element's, or that of a class which knows another day.
 */
export function walkthroughStates(tag = 'charter-privacy-walkthrough') {
  const mount = (attributes: Readonly<Record<string, string>> = {}) => walkthrough(attributes, tag);
  return {
    fresh: { template: () => mount(), reach: shown },
    open: { template: () => mount({ network: 'facebook' }), reach: shown },
    unfolded: {
      template: () => mount({ network: 'linkedin', platform: 'android' }),
      reach: async (element) => {
        await shown(element);
        part<HTMLDetailsElement>(element, 'reinforced')!.open = true;
      },
    },
    'half done': {
      template: () => mount({ network: 'facebook' }),
      reach: async (element) => {
        await shown(element);
        await answerStep(element, 0, 'done');
        await answerStep(element, 1, 'later');
      },
    },
    completed: {
      template: () => mount({ network: 'facebook' }),
      reach: async (element) => {
        await shown(element);
        for (const rank of parts(element, 'step').keys()) await answerStep(element, rank, 'later');
      },
    },
    erasing: {
      template: () => mount({ networks: 'bluesky' }),
      reach: async (element) => {
        await shown(element);
        await answerStep(element, 0, 'done');
        part(element, 'reset-button')!.click();
        await rendered(element, '[part~=confirm-button]');
      },
    },
    'wrong server': {
      template: () => mount({ network: 'mastodon' }),
      reach: async (element) => {
        await shown(element);
        const field = part(element, 'instance')!.querySelector('input')!;
        field.value = 'mastodon';
        field.dispatchEvent(new Event('change', { bubbles: true }));
        await element.updateComplete;
      },
    },
    'to recheck': {
      template: () => {
        const kept = { 'fb-friends-list': { outcome: 'done', revision: 0 } };
        sessionStorage.setItem(storageKey, JSON.stringify(kept));
        return mount({ network: 'facebook', persist: 'session' });
      },
      reach: async (element) => {
        await rendered(element, '[part~=recheck]');
        sessionStorage.removeItem(storageKey);
      },
    },
    overdue: { template: () => mount({ src: overdueNetworks, network: 'tiny' }), reach: shown },
    'bad file': {
      template: () => mount({ src: invalidNetworks, network: 'facebook' }),
      reach: (element) => rendered(element, '[part~=file-notice]'),
      isFault: true,
    },
    failed: {
      template: () => {
        StrandedWalkthrough.answers = [() => Promise.reject(new Error('no data'))];
        return walkthrough({}, 'stranded-walkthrough');
      },
      reach: (element) => rendered(element, '[part~=error]'),
      isFault: true,
    },
    loading: {
      template: () => {
        StrandedWalkthrough.answers = [() => new Promise(() => undefined)];
        return walkthrough({}, 'stranded-walkthrough');
      },
      reach: (element) => element.updateComplete,
    },
  } satisfies ElementStates<CharterPrivacyWalkthrough>;
}

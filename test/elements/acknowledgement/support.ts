import { fixture, html } from '@open-wc/testing';
import '../../../src/elements/acknowledgement/charter-acknowledgement.ts';
import '../../../src/elements/checklist/charter-checklist.ts';
import '../../../src/elements/viewer/charter-viewer.ts';
import type { CharterAcknowledgement } from '../../../src/elements/acknowledgement/acknowledgement-element.ts';
import type { SignatureRecord } from '../../../src/signature/record.ts';

/** A small charter, in the shape that hospitals write. */
export const charter = {
  schema: 'charter/1',
  id: 'test-charter',
  version: '1.0.0',
  locale: 'fr',
  title: 'Charte d’essai',
  sections: [{ id: 'one', title: 'Une section', body: [{ type: 'paragraph', text: 'Un paragraphe.' }] }],
  practices: [
    { id: 'p1', group: 'Groupe', text: 'Première pratique', required: true },
    { id: 'p2', group: 'Groupe', text: 'Seconde pratique' },
  ],
  statements: [
    { id: 'read', text: 'J’atteste avoir lu la charte.', required: true },
    { id: 'help', text: 'Je veux bien aider.', required: false },
  ],
};

/** A scripted endpoint of its own for each test (see test/support/scripted-endpoint.ts). */
export function endpoint(answers = '201', more = ''): string {
  return `/scripted/${crypto.randomUUID()}?answers=${answers}${more}`;
}

/** What an endpoint has received. */
export async function receivedBy(url: string): Promise<{ headers: Record<string, string>; body: string }[]> {
  const response = await fetch(url.replace(/\?.*/, ''));
  return (await response.json()) as { headers: Record<string, string>; body: string }[];
}

/** The record of a request that an endpoint has received. */
export const recordOf = (request: { body: string } | undefined): SignatureRecord =>
  JSON.parse(request!.body) as SignatureRecord;

/** Lets an endpoint give the answer that it holds back, once it has the request. */
export async function release(url: string): Promise<void> {
  while ((await receivedBy(url)).length === 0) await new Promise(requestAnimationFrame);
  await fetch(url.replace(/\?.*/, ''), { method: 'DELETE' });
}

export async function acknowledgement(
  options: Omit<Partial<CharterAcknowledgement>, 'charter'> & { readonly charter?: unknown } = {},
): Promise<CharterAcknowledgement> {
  const element = await fixture<CharterAcknowledgement>(
    html`<charter-acknowledgement .charter=${charter}><p id="fallback">Secours</p></charter-acknowledgement>`,
  );
  Object.assign(element, options);
  await rendered(
    element,
    'form, [part~=error], [part~=signed-version], [part~=failure], [part~=pending], [part~=receipt], [part~=sign-button]',
  );
  return element;
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as querySelector has it
export function find<T extends HTMLElement = HTMLElement>(element: HTMLElement, selector: string): T {
  const found = element.shadowRoot!.querySelector<T>(selector);
  if (!found)
    throw new Error(
      `${selector} is not in ${element.localName}:\n${element.shadowRoot!.innerHTML.slice(0, 2000)}`,
    );
  return found;
}

/** What a test waits for; a test that ends in vain tells what a person saw meanwhile. */
const awaited = new Map<object, () => string>();

afterEach('what was waited for in vain', function () {
  if (this.currentTest?.isFailed()) for (const tell of awaited.values()) console.error(tell());
  awaited.clear();
});

/** What a person reads in an element, once it has rendered. */
export async function read(element: HTMLElement): Promise<string> {
  await new Promise(requestAnimationFrame);
  return textIn(element);
}

const textIn = ({ shadowRoot }: HTMLElement): string => shadowRoot!.textContent.replace(/\s+/g, ' ').trim();

/** Resolves once a selector matches in the element. */
export async function rendered(element: HTMLElement, selector: string): Promise<HTMLElement> {
  const root = element.shadowRoot!;
  const wait = {};
  awaited.set(wait, () => `${selector} was waited for; a person reads: ${textIn(element).slice(0, 300)}`);
  for (;;) {
    const found = root.querySelector<HTMLElement>(selector);
    if (found) {
      awaited.delete(wait);
      return found;
    }
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve();
      });
      observer.observe(root, { subtree: true, childList: true, attributes: true });
    });
  }
}

export function type(element: HTMLElement, field: string, value: string): void {
  const input = find<HTMLInputElement>(element, `#${field}`);
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

export function click(element: HTMLElement, part: string): void {
  find(element, `[part~=${part}]`).click();
}

/** Fills in the form and goes to the review. */
export async function review(element: CharterAcknowledgement, name = 'Claire Martin'): Promise<void> {
  type(element, 'name', name);
  find(element, '#statement-read').click();
  click(element, 'review-button');
  await rendered(element, '[part~=sign-button]');
}

/** What a page is told of a signature, whatever became of it. */
const outcomes = ['charter-signed', 'charter-declined', 'charter-sign-queued', 'charter-sign-failed'];

/**
 * Resolves with the next event that tells what became of a signature.
 *
 * @throws Error with what the person reads, where something else became of it.
 */
export function outcomeOf<T extends Event = CustomEvent<{ record: SignatureRecord }>>(
  element: CharterAcknowledgement,
  expected: string,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const tell = async (event: Event): Promise<void> => {
      const text = (await read(element)).slice(0, 300);
      reject(new Error(`${event.type} came, not ${expected}; a person reads: ${text}`));
    };
    for (const name of outcomes)
      if (name !== expected) element.addEventListener(name, (event) => void tell(event), { once: true });
    element.addEventListener(expected, (event) => resolve(event as T), { once: true });
  });
}

/** Signs from an empty form; resolves with the event that tells what became of it. */
export async function sign<T extends Event = CustomEvent<{ record: SignatureRecord }>>(
  element: CharterAcknowledgement,
  outcome: string,
): Promise<T> {
  await review(element);
  const event = outcomeOf<T>(element, outcome);
  click(element, 'sign-button');
  return event;
}

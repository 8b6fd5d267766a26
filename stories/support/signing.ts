import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { CharterAcknowledgement } from '../../src/elements/acknowledgement/acknowledgement-element.ts';
import { click, eventOf, find, nextUpdate, rendered, type } from './dom.ts';
import { openReceiver } from './receiver.ts';
import type { Answer, Receiver, ReceiverOptions } from './receiver.ts';

/** The person who signs in the stories. */
export const person = 'Claire Martin';

/**
 * What a story shows, rendered once: a toolbar that is used later finds the receiver that the element speaks to, not
 * another one that knows nothing of its record.
 */
export function once(template: () => TemplateResult): TemplateResult {
  return html`${guard([], template)}`;
}

/** An element with a receiver of its own, that gives these answers in turn. */
export function withReceiver(
  answers: readonly Answer[],
  template: (receiver: Receiver) => TemplateResult,
  options?: ReceiverOptions,
): () => TemplateResult {
  return () => once(() => template(openReceiver(answers, options)));
}

/** Resolves once there is something to read: the form, the notice of an earlier signature, or why there is neither. */
export async function opened(element: CharterAcknowledgement): Promise<void> {
  await rendered(element, 'form, [part~=error], [part~=signed-version]');
}

/** Fills in the form, as far as the charter asks for it. */
export async function fillIn(element: CharterAcknowledgement, name = person): Promise<void> {
  await rendered(element, 'form');
  // What the page gives and locks has no field.
  if (element.shadowRoot!.querySelector('#name')) type(element, 'name', name);
  for (const box of element.shadowRoot!.querySelectorAll<HTMLInputElement>('[type=checkbox][required]'))
    if (!box.checked) box.click();
}

/** Fills in the form and goes to the review. */
export async function review(element: CharterAcknowledgement): Promise<void> {
  await fillIn(element);
  click(element, 'review-button');
  await rendered(element, '[part~=sign-button]');
}

/** Signs from an empty form; resolves once what became of it is on screen. */
export async function sign(element: CharterAcknowledgement, outcome: string): Promise<void> {
  await review(element);
  click(element, 'sign-button');
  await rendered(element, outcome);
}

/** Says why, from an empty form, and goes to the review. */
export async function reviewRefusal(element: CharterAcknowledgement): Promise<void> {
  await rendered(element, 'form');
  click(element, 'decline-button');
  await rendered(element, '#reason');
  type(element, 'name', person);
  type(element, 'reason', 'Je souhaite en parler d’abord avec mon cadre de santé.');
  click(element, 'review-button');
  await rendered(element, '[part~=sign-button]');
}

/** Says why, from an empty form, and declines; resolves once what became of it is on screen. */
export async function decline(element: CharterAcknowledgement, outcome: string): Promise<void> {
  await reviewRefusal(element);
  click(element, 'sign-button');
  await rendered(element, outcome);
}

/** Goes to the review and unfolds the very record that will be sent. */
export async function showRecord(element: CharterAcknowledgement): Promise<void> {
  await review(element);
  find<HTMLDetailsElement>(element, '[part~=record]').open = true;
}

/** Presses a button that sends, and resolves with what the element announces then. */
export function send<Type extends keyof HTMLElementEventMap>(
  element: CharterAcknowledgement,
  button: string,
  outcome: Type,
): Promise<HTMLElementEventMap[Type]> {
  const announced = eventOf(element, outcome);
  click(element, button);
  return announced;
}

/** Resolves once an element is in a state of its own (`:state(…)`). */
export async function inState(element: CharterAcknowledgement, name: string): Promise<void> {
  while (!element.matches(`:state(${name})`)) await nextUpdate(element);
}

import type { CharterAcknowledgement } from '../../../src/elements/acknowledgement/acknowledgement-element.ts';
import { acknowledgement, click, receivedBy, rendered, review } from './support.ts';

/** Signs, and stops where the record is at the endpoint. */
export async function startSigning(url: string): Promise<CharterAcknowledgement> {
  const element = await acknowledgement({ endpoint: url });
  await review(element);
  click(element, 'sign-button');
  await rendered(element, '[part~=sign-button][aria-disabled=true]');
  while ((await receivedBy(url)).length === 0) await new Promise(requestAnimationFrame);
  return element;
}

export function countEvents(target: EventTarget, name: string): Event[] {
  const events: Event[] = [];
  target.addEventListener(name, (event) => events.push(event));
  return events;
}

export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise(requestAnimationFrame);
}

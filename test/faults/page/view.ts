/** What an element shows, as a person sees it. */
import type { SignedRecord } from '../messages.ts';

export type View =
  | 'none'
  | 'unavailable'
  | 'form'
  | 'review'
  | 'sending'
  | 'signed'
  | 'pending'
  | 'failed'
  | 'outdated'
  | 'already-signed';

export function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
}

export function viewOf(element: HTMLElement): View {
  if (find(element, '[part~=receipt]')) return 'signed';
  if (find(element, '[part~=failure]')) return 'failed';
  if (find(element, '[part~=outdated]')) return 'outdated';
  if (find(element, '[part~=pending]')) return 'pending';
  const sign = find(element, '[part~=sign-button]');
  if (sign) return sign.ariaDisabled === 'true' ? 'sending' : 'review';
  if (find(element, '[part~=review-button]')) return 'form';
  if (find(element, '[part~=signed-version]')) return 'already-signed';
  // The charter could not be fetched: it says so, with a button.
  return find(element, '[part~=error]') ? 'unavailable' : 'none';
}

/** The record that the review shows. */
export function reviewed(element: HTMLElement): SignedRecord | undefined {
  const text = find(element, '[part~=record] pre')?.textContent;
  return text ? (JSON.parse(text) as SignedRecord) : undefined;
}

export function press(element: HTMLElement, selector: string): boolean {
  const button = find(element, selector);
  button?.click();
  return button !== null;
}

export function fill(element: HTMLElement, name: string, value: string): void {
  const input = find(element, `#${name}`) as HTMLInputElement | HTMLTextAreaElement | null;
  if (!input || input.readOnly || input.value === value) return;
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Ticks all boxes, or the one that is named. */
export function tick(element: HTMLElement, selector: string): void {
  for (const box of element.shadowRoot?.querySelectorAll<HTMLInputElement>(selector) ?? [])
    if (!box.checked) box.click();
}

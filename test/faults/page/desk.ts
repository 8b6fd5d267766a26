/** Speaks, in the page, to the desk of the run. */
import type { Complaint, Kept, Messages } from '../messages.ts';
import { readEntries } from './device.ts';

const parameters = new URL(location.href).searchParams;
export const tab = parameters.get('tab')!;
export const seed = Number(parameters.get('seed'));
/** How long the elements wait for an answer, in milliseconds. */
export const patience = Number(parameters.get('patience'));

export async function ask<Act extends keyof Messages>(
  act: Act,
  message: Messages[Act]['ask'],
): Promise<Messages[Act]['answer']> {
  const body = JSON.stringify({ tab, ...message });
  // What was seen must be told also when the page is left in that moment; pages of WebKit died of it more often.
  const keepalive = !navigator.userAgent.includes('Version/');
  const response = await fetch(`/desk/${act}`, { method: 'POST', body, keepalive });
  return (await response.json()) as Messages[Act]['answer'];
}

/** Tells without waiting: a page that is left meanwhile tells nothing more. */
export function tell<Act extends keyof Messages>(act: Act, message: Messages[Act]['ask']): void {
  ask(act, message).catch(() => undefined);
}

export function complain(kind: Complaint, detail: string): void {
  tell('complain', { kind, detail });
}

export async function readOutbox(): Promise<Kept> {
  const { now } = await ask('time', {});
  return { kept: (await readEntries()).map(({ id }) => id), readAfter: now };
}

for (const type of ['error', 'unhandledrejection'] as const) {
  addEventListener(type, (event) => {
    const { error, reason } = event as { error?: unknown; reason?: unknown };
    const cause = (error ?? reason) as Error | undefined;
    // The run's own words, which are lost when the page is left.
    if (cause?.stack?.includes('/run/page/')) return;
    const place = cause?.stack?.split('\n').slice(0, 3).join(' | ') ?? '';
    complain('uncaught', `${String(cause)} ${place}`.replaceAll(location.origin, ''));
  });
}

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
  const asked = fetch(`/desk/${act}`, { method: 'POST', body, keepalive }).then((response) =>
    response.json(),
  );
  // A page that is being left gets no answer, and does nothing more.
  return (await asked.catch(() => new Promise<never>(() => undefined))) as Messages[Act]['answer'];
}

/** Tells without waiting. */
export function tell<Act extends keyof Messages>(act: Act, message: Messages[Act]['ask']): void {
  void ask(act, message);
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

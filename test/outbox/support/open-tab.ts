import type { LockTimes, Outbox, OutboxEntry } from '../../../src/outbox/index.ts';
import type { ScriptedTransport } from './scripted-transport.ts';
import './tab.ts';

/** Long enough for a slow machine, asked after often. */
export const lease = { duration: 8000, polling: 20 };
/** Over soon after nobody renews it. */
export const shortLease = { duration: 1500, polling: 20 };

/** Another page of this site: a frame with its own modules, connections, locks and timers. */
export interface Tab {
  readonly window: Window & typeof globalThis;
  readonly outbox: Window['charterOutbox'];
  /** Ends it at once, whatever it was doing. */
  kill(): void;
}

const opened = new Set<HTMLIFrameElement>();

/** @param prepare - Changes the page before its modules run. */
export async function openTab(prepare?: (window: Window & typeof globalThis) => void): Promise<Tab> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  opened.add(frame);
  const window = frame.contentWindow as Window & typeof globalThis;
  prepare?.(window);
  const script = window.document.createElement('script');
  script.type = 'module';
  script.src = new URL('./tab.ts', import.meta.url).href;
  const loaded = new Promise<void>((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error('the tab’s modules could not be loaded'));
  });
  window.document.head.append(script);
  await loaded;
  return { window, outbox: window.charterOutbox, kill: () => closeFrame(frame) };
}

function closeFrame(frame: HTMLIFrameElement): void {
  frame.remove();
  opened.delete(frame);
}

export function closeTabs(): void {
  opened.forEach(closeFrame);
}

/** A page served over plain http has no `navigator.locks`. */
export function hideLocks(window: Window & typeof globalThis): void {
  Object.defineProperty(window.navigator, 'locks', { value: undefined, configurable: true });
}

/** A tab's outbox on this device, under the lock that its page has. */
export function openOutbox(
  tab: Tab,
  endpoint: string,
  transport: ScriptedTransport,
  times: LockTimes = lease,
): Outbox {
  return tab.outbox.createOutbox({
    endpoint,
    transport: transport.send,
    storage: tab.outbox.createDurableStorage(),
    lock: tab.outbox.createLock(times),
    channel: new tab.window.BroadcastChannel(endpoint),
  });
}

/** What an earlier visit left. */
export async function keep(...entries: OutboxEntry[]): Promise<void> {
  const tab = await openTab();
  const storage = tab.outbox.createDurableStorage();
  for (const one of entries) await storage.put(one);
  tab.kill();
}

/** Resolves once a tab has asked so often for its lease. */
export function watchLeases({ window }: Tab, count: number): Promise<void> {
  return new Promise((resolve) => {
    const { get } = window.IDBObjectStore.prototype;
    window.IDBObjectStore.prototype.get = function (query) {
      if (this.name === 'leases' && --count === 0) resolve();
      return get.call(this, query);
    };
  });
}

export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => requestAnimationFrame(resolve));
}

import { createLock } from '../outbox/lock.ts';
import type { OutboxEntry } from '../outbox/entry.ts';
import { createSealedStorage } from '../outbox/sealed-storage.ts';
import { createFallbackStorage } from '../outbox/storage.ts';
import type { OutboxOptions } from '../outbox/outbox-types.ts';
import type { SigningClient, SigningFact } from './client.ts';
import { createSigning } from './create-signing.ts';
import type { Signing } from './signing-types.ts';
import { createSealer, loadReceiptKeys } from './keys.ts';
import { keyOf, noteOpen } from './open-places.ts';
import type { SigningPlace } from './open-places.ts';
import { prepareVerification, sendEntry } from './send-entry.ts';

/** The signings of this page, by endpoint: one each, whatever elements come and go. */
const signings = new Map<string, Signing>();

export interface OpenSigningOptions extends SigningPlace {
  readonly warn: (message: string) => void;
  readonly announceElsewhere: (fact: SigningFact) => void;
}

/** The signing of this page with an endpoint. */
export function openSigning(options: OpenSigningOptions, client: SigningClient): Signing {
  const key = keyOf(options);
  let signing = signings.get(key);
  if (!signing) {
    signing = startSigning(options, client);
    signings.set(key, signing);
    noteOpen(options);
    for (const [target, type] of wakeEvents()) target.addEventListener(type, wake);
  }
  return signing;
}

/** Ends a signing with what it remembers: the next person of a shared device begins with nothing. */
export function endSigning(options: SigningPlace): void {
  const key = keyOf(options);
  signings.get(key)?.close();
  signings.delete(key);
}

function startSigning(
  { endpoint, isShared, warn, announceElsewhere }: OpenSigningOptions,
  first: SigningClient,
): Signing {
  const device = createFallbackStorage();
  let latest = first;
  const sealer = isShared
    ? createSealer(() => {
        const { receiptKeys, timeout, fetcher } = latest.options;
        return receiptKeys ? loadReceiptKeys(receiptKeys, timeout, fetcher) : Promise.resolve({ keys: [] });
      }, warn)
    : undefined;
  void sealer?.prepare();
  return createSigning({
    endpoint,
    isShared,
    transport: (entry: OutboxEntry, client) => sendEntry(endpoint, entry, client, warn),
    storage: sealer ? createSealedStorage(device, sealer.seal) : device,
    lock: createLock(),
    channel: openChannel(),
    loadKeys: async (client) => {
      latest = client;
      await Promise.all([sealer?.prepare(), prepareVerification(client.options)]);
    },
    warn,
    announceElsewhere,
  });
}

/** Tells other tabs, where the browser lets it: some refuse with all cookies blocked. */
function openChannel(): OutboxOptions['channel'] {
  try {
    return new BroadcastChannel('charter-elements-outbox');
  } catch {
    return undefined;
  }
}

/** What may mean that the network or the person is back. Background Sync exists in one engine only. */
function wakeEvents(): [EventTarget, string][] {
  return [
    [window, 'online'],
    [window, 'pageshow'],
    [document, 'visibilitychange'],
  ];
}

function wake(): void {
  if (document.visibilityState !== 'visible') return;
  for (const signing of signings.values()) signing.wake();
}

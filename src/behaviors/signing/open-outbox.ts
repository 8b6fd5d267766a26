import type { Answer } from '../../outbox/answer.ts';
import { createLock, noLock } from '../../outbox/lock.ts';
import { createOutbox } from '../../outbox/outbox.ts';
import type { Outbox } from '../../outbox/outbox.ts';
import { createSealedStorage } from '../../outbox/sealed-storage.ts';
import { createFallbackStorage, createMemoryStorage } from '../../outbox/storage.ts';
import type { OutboxEntry } from '../../outbox/storage.ts';
import { problemPrefix } from '../../signature/problem.ts';
import type { Signer } from '../../signature/record.ts';
import { findSealingKey, sealRecord } from '../../signature/seal-record.ts';
import { loadReceiptKeys } from './receipt-keys.ts';
import { sendRecord } from './send-record.ts';
import type { SigningOptions } from './signing-status.ts';

/**
 * Opens the outbox of an element's endpoint. On a device that several people use, records are kept encrypted to the
 * receiver; where that cannot be done, none is kept, and no answer is a failure that the person is told of.
 */
export async function openOutbox(host: HTMLElement, options: () => SigningOptions): Promise<Outbox> {
  const { endpoint, isShared } = options();
  const common = {
    endpoint: endpoint ?? '',
    isSendable: (entry: OutboxEntry) => isSigner(entry, options().signer),
    transport: (entry: OutboxEntry) => sendRecord(host, entry, options()),
  };
  const seal = isShared ? await findSeal(options()) : undefined;
  if (isShared && !seal) {
    return createOutbox({
      ...common,
      transport: async (entry) => notKept(await common.transport(entry)),
      storage: createMemoryStorage(),
      lock: noLock,
    });
  }
  const device = createFallbackStorage();
  return createOutbox({
    ...common,
    storage: seal ? createSealedStorage(device, seal) : device,
    lock: createLock(),
    channel: new BroadcastChannel('charter-elements-outbox'),
  });
}

async function findSeal({ receiptKeys, fetcher }: SigningOptions) {
  if (!receiptKeys || !(globalThis.crypto as Crypto | undefined)?.subtle) return undefined;
  try {
    const key = findSealingKey(await loadReceiptKeys(receiptKeys, fetcher));
    if (key) return (record: Parameters<typeof sealRecord>[0]) => sealRecord(record, key);
  } catch (error) {
    console.warn('charter-elements: unsent signatures cannot be kept encrypted on this device', error);
  }
  return undefined;
}

function notKept(answer: Answer): Answer {
  if (answer.kind !== 'retry') return answer;
  return { kind: 'refused', problem: { ...answer.problem, type: `${problemPrefix}not-kept` } };
}

/**
 * Whether a record is of the person whom the page names. An intranet that knows who is connected would attribute another
 * person's record to them; by the identifier where both have one, else by the name. The receiver itself looks at whose an
 * encrypted one is.
 */
export function isSigner({ record }: OutboxEntry, present: Partial<Signer>): boolean {
  if (!record) return true;
  const { signer } = record;
  if (present.id && signer.id) return present.id === signer.id;
  return !present.name || present.name === signer.name;
}

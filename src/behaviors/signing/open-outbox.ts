import type { Answer } from '../../outbox/answer.ts';
import { createLock } from '../../outbox/lock.ts';
import { createOutbox } from '../../outbox/outbox.ts';
import type { Outbox } from '../../outbox/outbox.ts';
import { createSealedStorage } from '../../outbox/sealed-storage.ts';
import { createFallbackStorage } from '../../outbox/storage.ts';
import type { OutboxEntry } from '../../outbox/storage.ts';
import { problemPrefix } from '../../signature/problem.ts';
import type { Signer } from '../../signature/record.ts';
import { findSealingKey, sealRecord } from '../../signature/seal-record.ts';
import { loadReceiptKeys } from './receipt-keys.ts';
import { sendRecord } from './send-record.ts';
import type { SigningOptions } from './signing-status.ts';

/**
 * Opens the outbox of an element's endpoint. On a device that several people use, records are kept encrypted to the
 * receiver; one that cannot be is not kept, and no answer is then a failure that the person is told of.
 */
export function openOutbox(host: HTMLElement, options: () => SigningOptions): Outbox {
  const { endpoint, isShared } = options();
  const device = createFallbackStorage();
  return createOutbox({
    endpoint: endpoint ?? '',
    isSendable: (entry) => isSigner(entry, options().signer),
    transport: async (entry) => {
      const answer = await sendRecord(host, entry, options());
      return isShared && !entry.sealed ? notKept(answer) : answer;
    },
    storage: isShared ? createSealedStorage(device, createSeal(options)) : device,
    lock: createLock(),
    channel: new BroadcastChannel('charter-elements-outbox'),
  });
}

/** The key is asked for at once: by the time it is needed, the network may be gone. */
function createSeal(options: () => SigningOptions): Parameters<typeof createSealedStorage>[1] {
  let key = loadSealingKey(options());
  return async (record) => {
    const found = (await key) ?? (await (key = loadSealingKey(options())));
    return found && sealRecord(record, found);
  };
}

async function loadSealingKey({
  receiptKeys,
  timeout,
  fetcher,
}: SigningOptions): Promise<JsonWebKey | undefined> {
  if (!receiptKeys || !(globalThis.crypto as Crypto | undefined)?.subtle) return undefined;
  try {
    return findSealingKey(await loadReceiptKeys(receiptKeys, timeout, fetcher));
  } catch (error) {
    console.warn('charter-elements: unsent signatures cannot be kept encrypted on this device', error);
    return undefined;
  }
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

import type { SignatureRecord } from '../signature/record.ts';
import type { SealedRecord } from '../signature/seal-record.ts';
import type { OutboxEntry } from './entry.ts';
import { createMemoryStorage, inOrder } from './storage.ts';
import type { OutboxStorage } from './storage.ts';

/**
 * Keeps records on a device that several people use: there only encrypted, readable in this object alone. A record that
 * an earlier visit left can be sent, and no longer be read; one that cannot be encrypted is not kept on the device.
 *
 * @param seal - Encrypts a record to the receiver; `undefined` when that cannot be done now.
 */
export function createSealedStorage(
  device: OutboxStorage,
  seal: (record: SignatureRecord) => Promise<SealedRecord | undefined>,
): OutboxStorage {
  const { get, listAll, update } = device;
  const records = new Map<string, SignatureRecord>();
  const memory = createMemoryStorage();
  const readable = (entry: OutboxEntry): OutboxEntry => ({
    ...entry,
    record: entry.record ?? records.get(entry.id),
  });
  const sealedOf = async ({ sealed, record }: OutboxEntry): Promise<SealedRecord | undefined> =>
    sealed ?? (record && (await seal(record)));
  // What a receiver answers may quote the record.
  const unreadable = (entry: OutboxEntry, sealed: SealedRecord): OutboxEntry => ({
    ...entry,
    ...{ record: undefined, sealed, problem: undefined },
  });
  const put = async (entry: OutboxEntry): Promise<void> => {
    const { id, record } = entry;
    const sealed = await sealedOf(entry);
    if (!sealed) {
      await memory.put(entry);
      return;
    }
    if (record) records.set(id, record);
    await device.put(unreadable(entry, sealed));
    await memory.delete(id);
  };
  return {
    get isDurable() {
      return device.isDurable;
    },
    list: async (endpoint) => {
      const entries = await Promise.all([device.list(endpoint), memory.list(endpoint)]);
      return inOrder(entries.flat().map(readable));
    },
    ...(listAll && {
      listAll: async () => {
        const entries = await Promise.all([listAll.call(device), memory.listAll()]);
        return inOrder(entries.flat().map(readable));
      },
    }),
    ...(get && {
      get: async (id: string) => {
        const entry = (await get.call(device, id)) ?? (await memory.get(id));
        return entry && readable(entry);
      },
    }),
    put,
    ...(update && {
      update: async (entry: OutboxEntry) => {
        if (!(await memory.get(entry.id))) {
          const sealed = await sealedOf(entry);
          return sealed !== undefined && update.call(device, unreadable(entry, sealed));
        }
        await put(entry);
        return true;
      },
    }),
    delete: async (id) => {
      records.delete(id);
      await Promise.all([memory.delete(id), device.delete(id)]);
    },
  };
}

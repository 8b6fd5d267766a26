import type { SignatureRecord } from '../signature/record.ts';
import type { SealedRecord } from '../signature/seal-record.ts';
import type { OutboxStorage } from './storage.ts';

/**
 * Keeps records on a device that several people use: there only encrypted, readable in this object alone. A record that
 * an earlier visit left can be sent, and no longer be read.
 *
 * @param seal - Encrypts a record to the receiver.
 */
export function createSealedStorage(
  device: OutboxStorage,
  seal: (record: SignatureRecord) => Promise<SealedRecord>,
): OutboxStorage {
  const records = new Map<string, SignatureRecord>();
  return {
    get isDurable() {
      return device.isDurable;
    },
    list: async (endpoint) => {
      const entries = await device.list(endpoint);
      return entries.map((entry) => ({ ...entry, record: entry.record ?? records.get(entry.id) }));
    },
    put: async (entry) => {
      const { id, record } = entry;
      if (record) records.set(id, record);
      const sealed = entry.sealed ?? (record && (await seal(record)));
      // What a receiver answers may quote the record.
      await device.put({ ...entry, record: undefined, sealed, problem: undefined });
    },
    delete: async (id) => {
      records.delete(id);
      await device.delete(id);
    },
  };
}

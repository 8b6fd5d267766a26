import { createDurableStorage } from '../../src/outbox/index.ts';
import type { OutboxEntry } from '../../src/outbox/index.ts';
import { createSignatureRecord } from '../../src/signature/create-record.ts';
import { loadedCharter } from './signing-documents.ts';

const day = 24 * 60 * 60 * 1000;

/** A signature that an earlier visit left on this device. */
export interface Left {
  readonly endpoint: string;
  readonly name: string;
  /** By default, the charter that the library has. */
  readonly charter?: { readonly id?: string; readonly version?: string };
  readonly daysAgo: number;
  /** Only its encrypted form is left. */
  readonly isSealed?: boolean;
}

/** Removes what other stories left on this device. */
export async function emptyDevice(): Promise<void> {
  const storage = createDurableStorage();
  for (const { id } of await storage.listAll()) await storage.delete(id);
}

/** Puts signatures on this device, and nothing else. */
export async function leaveOnDevice(all: readonly Left[]): Promise<void> {
  await emptyDevice();
  for (const left of all) await createDurableStorage().put(entryOf(left));
}

function entryOf({ endpoint, name, charter = {}, daysAgo, isSealed = false }: Left): OutboxEntry {
  const addedAt = Date.now() - daysAgo * day;
  const intent = { ...loadedCharter, audience: 'staff' as const, signer: { name }, statementIds: ['read'] };
  const created = createSignatureRecord(intent, new Date(addedAt));
  const record = { ...created, charter: { ...created.charter, ...charter } };
  return {
    version: 2,
    id: record.id,
    endpoint: new URL(endpoint, location.href).href,
    record: isSealed ? undefined : record,
    ...(isSealed && { sealed: { jwe: 'eyJhbGciOiJFQ0RILUVTIn0....', charter: record.charter } }),
    addedAt,
    attempts: 3,
    nextTryAt: Date.now() + day,
    notBefore: Date.now() + day,
    state: 'pending',
    reason: 'no-answer',
  };
}

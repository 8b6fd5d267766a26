import { randomUUID } from 'node:crypto';
import { createSignatureRecord } from 'charter-elements/signature';
import type { SignatureIntent, SignatureRecord } from 'charter-elements/signature';
import type { LoadedCharter } from 'charter-elements/charter';

/** Name of the signer of every record that a trial makes, so that its rows are recognised. */
export const trialName = 'Essai de conformité';

/** A record that the endpoint should accept, under a new id. */
export function trialRecord(
  { charter, digest }: LoadedCharter,
  intent: Partial<SignatureIntent> = {},
): SignatureRecord {
  return createSignatureRecord({
    charter,
    digest,
    audience: 'staff',
    signer: { name: trialName },
    statementIds: (charter.statements ?? []).map(({ id }) => id),
    ...intent,
  });
}

/** The same with other members in place of some: no longer a record, perhaps. */
export function alteredRecord(
  loaded: LoadedCharter,
  alter: (record: SignatureRecord, loaded: LoadedCharter) => object,
): { readonly id: string; readonly body: string } {
  const record = trialRecord(loaded);
  return { id: record.id, body: JSON.stringify({ ...record, ...alter(record, loaded) }) };
}

/** An id for a body that has none. */
export const newKey = (): string => randomUUID();

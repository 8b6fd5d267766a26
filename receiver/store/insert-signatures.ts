import type { SignatureRecord } from 'charter-elements/signature';
import { comparableName } from '../domain/identity.ts';
import type { Identity } from '../domain/identity.ts';
import type { NewSignature } from '../domain/store.ts';
import type { SQLClient } from './sql-client.ts';

const columns: readonly (readonly [
  name: string,
  type: string,
  read: (signature: NewSignature) => string | null,
])[] = [
  ['id', 'uuid', ({ record }) => record.id],
  ['record', 'text', ({ canonicalRecord }) => canonicalRecord],
  ['record_digest', 'text', ({ recordDigest }) => recordDigest],
  ['received_at', 'timestamptz', ({ receivedAt }) => receivedAt],
  ['charter_id', 'text', ({ record }) => record.charter.id],
  ['charter_version', 'text', ({ record }) => record.charter.version],
  ['charter_locale', 'text', ({ record }) => record.charter.locale],
  ['charter_digest', 'text', ({ record }) => record.charter.digest],
  ['audience', 'text', ({ record }) => record.charter.audience],
  ['decision', 'text', ({ record }) => record.decision],
  ['signer_key', 'text', ({ record, identity }) => signerKey(record, identity)],
  ['signer_name', 'text', ({ record, identity }) => identity?.name ?? record.signer.name],
  ['department', 'text', ({ record, identity }) => identity?.department ?? record.signer.department ?? null],
  ['identity_id', 'text', ({ identity }) => identity?.id ?? null],
  ['identity_name', 'text', ({ identity }) => identity?.name ?? null],
  ['identity_department', 'text', ({ identity }) => identity?.department ?? null],
  ['receipt', 'text', ({ receipt }) => receipt],
];

const names = columns.map(([name]) => name).join(', ');

const insertOne = `insert into charter_signatures (${names})
  values (${columns.map((_, index) => `$${index + 1}`).join(', ')})
  on conflict do nothing returning id`;

// In the order of their ids, so that receivers which add the same signatures at the same time do not block each other.
const insertSeveral = `insert into charter_signatures (${names})
  select ${names}
  from unnest(${columns.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ')}) as added (${names})
  order by id
  on conflict do nothing returning id`;

/**
 * Inserts signatures in one statement, hence in one transaction.
 *
 * @param query - `client.query`; or `client.rehearse`, which leaves nothing of them.
 * @returns For each, in their order, whether it was added; nothing is changed by one whose id is there, or stands before
 *   it among them.
 */
export async function insertSignatures(
  query: SQLClient['query'],
  signatures: readonly NewSignature[],
): Promise<boolean[]> {
  const firsts = new Map<string, number>();
  for (const [index, { record }] of signatures.entries()) {
    if (!firsts.has(record.id)) firsts.set(record.id, index);
  }
  const rows = [...firsts.values()].map((index) => signatures[index]!);
  const [only] = rows;
  const added =
    rows.length === 1 && only
      ? await query<{ id: string }>(
          insertOne,
          columns.map(([, , read]) => read(only)),
        )
      : await query<{ id: string }>(
          insertSeveral,
          columns.map(([, , read]) => rows.map(read)),
        );
  const ids = new Set(added.map(({ id }) => id));
  return signatures.map(({ record }, index) => ids.has(record.id) && firsts.get(record.id) === index);
}

/**
 * Who a row belongs to, so that a person is counted once: the proxy's identity, else the most precise thing that the
 * record says. People of the same name in two departments are taken for two.
 */
function signerKey({ signer }: SignatureRecord, identity: Identity | undefined): string {
  if (identity) return `sso:${identity.id}`;
  if (signer.id) return `id:${signer.id.trim()}`;
  if (signer.email) return `email:${signer.email.toLowerCase()}`;
  return `name:${[signer.name, signer.department ?? ''].map(comparableName).join('|')}`;
}

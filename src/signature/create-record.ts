import type { Audience, Charter } from '../charter/charter.ts';
import type { Digest } from '../charter/digest.ts';
import { createUUID } from '../internal/uuid.ts';
import { version } from '../version.ts';
import type { SignatureRecord, Signer } from './record.ts';
import { composeText } from './tidy-text.ts';

export interface SignatureIntent {
  readonly charter: Charter;
  readonly digest: Digest;
  readonly audience: Audience;
  /** Whether the plain-language version was on screen. */
  readonly isPlain?: boolean;
  readonly signer: Signer;
  /** Ids of the statements that the person assented to. */
  readonly statementIds: readonly string[];
  /** Ids of the ticked practices, where a checklist is linked. */
  readonly practices?: readonly string[] | undefined;
  /** Given when the person declines. */
  readonly reason?: string | undefined;
}

/** Makes the record of one signing intent, with a fresh id and the browser's time. What a person wrote is in NFC. */
export function createSignatureRecord(intent: SignatureIntent, now: Date = new Date()): SignatureRecord {
  const { charter, digest, audience, isPlain, signer, statementIds, practices, reason } = intent;
  return {
    schema: 'charter-signature/1',
    id: createUUID(),
    ...(reason === undefined
      ? { decision: 'accepted' as const }
      : { decision: 'declined' as const, reason: composeText(reason) }),
    charter: {
      id: charter.id,
      version: charter.version,
      locale: charter.locale,
      digest,
      audience,
      ...(isPlain && { plain: true as const }),
    },
    signer: composed(signer),
    statements: (charter.statements ?? [])
      .filter(({ id }) => statementIds.includes(id))
      .map(({ id, text }) => ({ id, text })),
    ...(practices && { practices: [...practices] }),
    signedAt: now.toISOString(),
    component: `charter-elements/${version}`,
  };
}

function composed(signer: Signer): Signer {
  const details = Object.entries(signer).map(([name, value]) => [name, value && composeText(value)]);
  return Object.fromEntries(details) as Signer;
}

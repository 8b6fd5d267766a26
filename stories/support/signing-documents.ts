import frenchCharter from '../../src/built-in/generated/charter.fr.ts';
import type { Charter } from '../../src/charter/charter.ts';
import { readCharter } from '../../src/charter/load-charter.ts';
import type { LoadedCharter } from '../../src/charter/load-charter.ts';
import type { ReceiptFile } from '../../src/signature/check-receipt.ts';
import { createSignatureRecord } from '../../src/signature/create-record.ts';
import type { SignatureRecord } from '../../src/signature/record.ts';
import { createSigner, keySet, receiptFor } from './receipts.ts';

/** The charter that the library has, and what a hospital made of it a year later. */
export const charter = frenchCharter as Charter;
export const laterCharter: Charter = {
  ...charter,
  version: '1.1.0',
  sections: charter.sections
    .filter(({ id }) => id !== 'image-of-the-institution')
    .map((section) =>
      section.id === 'closed-groups'
        ? { ...section, title: 'Groupes fermés, messageries et listes de diffusion' }
        : section,
    ),
  history: [
    ...(charter.history ?? []),
    {
      version: '1.1.0',
      date: '2026-11-16',
      changes:
        'Les listes de diffusion rejoignent les groupes fermés ; la réputation de l’équipe se lit avec la discrétion et la réserve.',
    },
  ],
};

export const loadedCharter: LoadedCharter = await readCharter(charter);

/** When the person signed, by the clock of their device. */
const signedAt = new Date('2026-11-23T12:00:00.000Z');

function recordOf(changes: { id: string; reason?: string }): SignatureRecord {
  const record = createSignatureRecord(
    {
      ...loadedCharter,
      audience: 'staff',
      signer: { name: 'Claire Martin', role: 'Infirmière', department: 'Urgences' },
      statementIds: changes.reason ? [] : ['read', 'respect-privacy'],
      practices: changes.reason ? undefined : charter.practices?.slice(0, 6).map(({ id }) => id),
      reason: changes.reason,
    },
    signedAt,
  );
  return { ...record, id: changes.id };
}

const institution = await createSigner('ES256', 'hopital-2026');
const stranger = await createSigner('ES256', 'hopital-2026');

/** The keys of the hospital, as its receiver publishes them. */
export const keys = keySet(institution);

const record = recordOf({ id: '3f0c1f5e-6f0a-4d7b-9b52-0d4f6c8e2a11' });
const refusal = recordOf({
  id: '9a7d2c40-51be-4e0f-8c3d-7b1e5f9d6022',
  reason: 'Je souhaite en parler d’abord avec mon cadre de santé.',
});

/** Receipts as people keep them: the file that they downloaded once they had signed. */
export const receipts = {
  genuine: { record, ...(await receiptFor(record, institution)) },
  declined: { record: refusal, ...(await receiptFor(refusal, institution)) },
  /** Somebody put another name in the file. */
  altered: {
    ...(await receiptFor(record, institution)),
    record: { ...record, signer: { ...record.signer, name: 'Paul Durand' } },
  },
  /** Signed by a key that is not the hospital's. */
  forged: { record, ...(await receiptFor(record, stranger)) },
} satisfies Record<string, ReceiptFile>;

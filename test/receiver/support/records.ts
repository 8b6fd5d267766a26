import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CharterLibrary, loadCharters } from '../../../receiver/domain/charters.ts';
import { readCharter } from '../../../src/charter/index.ts';
import type { LoadedCharter } from '../../../src/charter/index.ts';
import { createSignatureRecord } from '../../../src/signature/index.ts';
import type { SignatureIntent, SignatureRecord } from '../../../src/signature/index.ts';

export const chartersFolder = join(import.meta.dirname, '../../fixtures/charters/receiver');

/** A fixture charter as a browser would load it. */
export async function loadFixture(name: string): Promise<LoadedCharter> {
  return readCharter(JSON.parse(await readFile(join(chartersFolder, name), 'utf8')));
}

export const guide = await loadFixture('guide.2.fr.json');
export const oldGuide = await loadFixture('guide.1.fr.json');
export const englishGuide = await loadFixture('guide.2.en.json');
export const visits = await loadFixture('visits.fr.json');

/** What a receiver kept before the second version of the guide came out. */
export async function loadEarlierLibrary(): Promise<CharterLibrary> {
  const { documents } = await loadCharters(chartersFolder);
  return new CharterLibrary(documents.filter(({ charter }) => charter.version !== '2.0.0'));
}

/** A record that the receiver accepts, made as the elements make it; of the French guide unless told otherwise. */
export function createRecord(
  { charter, digest }: LoadedCharter = guide,
  intent: Partial<SignatureIntent> = {},
): SignatureRecord {
  return createSignatureRecord({
    charter,
    digest,
    audience: 'staff',
    signer: { name: 'Zoë Lefèvre', department: 'Cardiologie' },
    statementIds: (charter.statements ?? []).map(({ id }) => id),
    ...intent,
  });
}

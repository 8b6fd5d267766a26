// Adds a key to DATA_DIR. `receipts` (when nothing is said): it signs from the next start on, and the earlier ones still
// verify. `encryption`: records are encrypted to it from the next start on, and the earlier ones can still be read.
import { join } from 'node:path';
import { addEncryptionKey } from './domain/encrypted-records.ts';
import { addReceiptKey } from './domain/receipts.ts';
import { encryptionKeysFile, readSettings, receiptKeysFile } from './settings.ts';

const kinds: Readonly<Record<string, readonly [name: string, add: (file: string) => Promise<void>]>> = {
  receipts: [receiptKeysFile, addReceiptKey],
  encryption: [encryptionKeysFile, addEncryptionKey],
};

const asked = process.argv[2] ?? 'receipts';
const kind = Object.hasOwn(kinds, asked) ? kinds[asked] : undefined;
if (kind) {
  const [name, add] = kind;
  const file = join(readSettings(process.env).dataFolder, name);
  await add(file);
  process.stdout.write(`A key was added to ${file}. Restart the receiver.\n`);
} else {
  process.stderr.write(`There are no keys of ${asked}. Say which: ${Object.keys(kinds).join(' or ')}.\n`);
  process.exitCode = 1;
}

// Adds a key to DATA_DIR/receipt-keys.json. It signs from the next start on; the earlier ones still verify.
import { join } from 'node:path';
import { addReceiptKey } from './receipts.ts';
import { readSettings } from './settings.ts';

const file = join(readSettings(process.env).dataFolder, 'receipt-keys.json');
await addReceiptKey(file);
process.stdout.write(`A key was added to ${file}. Restart the receiver.\n`);

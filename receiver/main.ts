#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addEncryptionKey } from './domain/encrypted-records.ts';
import { addReceiptKey } from './domain/receipts.ts';
import { startReceiver } from './server.ts';
import type { RunningReceiver } from './server.ts';
import {
  describeVariables,
  encryptionKeysFile,
  readSettings,
  receiptKeysFile,
  sessionKeysFile,
} from './settings.ts';
import { addSessionKey } from './sign-on/sealed-claims.ts';

const keyFiles = {
  receipts: [receiptKeysFile, addReceiptKey],
  encryption: [encryptionKeysFile, addEncryptionKey],
  sessions: [sessionKeysFile, addSessionKey],
} as const;
const kinds = Object.keys(keyFiles);

const usage = `charter-receiver                     receives signatures over HTTP, until it is stopped
charter-receiver rotate-key [receipts|encryption|sessions]
                                     adds a key, used from the next start on; the earlier ones are kept
charter-receiver --help | --version

It is set by environment variables:

${describeVariables()
  .map(({ name, help, fallback }) => `  ${name.padEnd(28)}${help}${fallback ? ` (${fallback})` : ''}`)
  .join('\n')}
`;

/** What was asked for cannot be read. */
class UsageError extends Error {}

async function run(): Promise<void> {
  const { values, positionals } = readArguments();
  const [command, ...rest] = positionals;
  if (values.help) process.stdout.write(usage);
  else if (values.version) process.stdout.write(`${await readVersion()}\n`);
  else if (command === undefined) await start();
  else if (command === 'rotate-key' && rest.length <= 1) await rotateKey(rest[0] ?? 'receipts');
  else throw new UsageError(`There is no "${positionals.join(' ')}".`);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', short: 'v', default: false },
      },
    });
  } catch (cause) {
    throw new UsageError((cause as Error).message, { cause });
  }
}

async function start(): Promise<void> {
  let receiver: RunningReceiver;
  try {
    receiver = await startReceiver(readSettings(process.env));
  } catch (error) {
    process.stderr.write('The receiver did not start.\n');
    throw error;
  }
  process.stdout.write(`Receiver of signatures (${receiver.engine}) at ${receiver.address}\n`);
  // Exits by itself: after a recovery the embedded engine leaves a timer that would hold the process for seconds.
  const stop = () => void receiver.close().finally(() => process.exit());
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
}

async function rotateKey(kind: string): Promise<void> {
  if (!isKind(kind)) throw new UsageError(`There are no keys of ${kind}: say ${kinds.join(' or ')}.`);
  const [name, addKey] = keyFiles[kind];
  const file = join(readSettings(process.env).dataFolder, name);
  await addKey(file);
  process.stdout.write(`A key was added to ${file}. Restart the receiver.\n`);
}

function isKind(text: string): text is keyof typeof keyFiles {
  return Object.hasOwn(keyFiles, text);
}

/** From the source, or from the folder of what was compiled. */
async function readVersion(): Promise<string> {
  const file = import.meta.resolve('charter-receiver/package.json');
  const { version } = JSON.parse(await readFile(new URL(file), 'utf8')) as { version: string };
  return version;
}

run().catch((error: unknown) => {
  const { message, cause } = error as Error;
  if (error instanceof UsageError) {
    process.stderr.write(`${message} charter-receiver --help says what there is.\n`);
    process.exitCode = 2;
    return;
  }
  const reason = cause instanceof Error && !message.includes(cause.message) ? `\n${cause.message}` : '';
  process.stderr.write(`${message}${reason}\n`);
  process.exitCode = 1;
});

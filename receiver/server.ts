import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { createReceiver } from './app.ts';
import { loadCharters, nameOf } from './domain/charters.ts';
import type { CharterLibrary } from './domain/charters.ts';
import { openEncryptionKeys } from './domain/encrypted-records.ts';
import type { Log } from './http/failures.ts';
import { trustProxies } from './http/client-address.ts';
import { serveUnder } from './http/base-path.ts';
import { listen } from './http/listen.ts';
import type { ReceiverOptions } from './options.ts';
import { openReceiptKeys } from './domain/receipts.ts';
import { encryptionKeysFile, readSettings, receiptKeysFile, sessionKeysFile } from './settings.ts';
import type { Settings } from './settings.ts';
import { openSignOn } from './sign-on/sign-on.ts';
import { openPGlite } from './store/pglite-client.ts';
import { openPostgreSQL } from './store/postgresql-client.ts';
import type { Store } from './domain/store.ts';
import { SignatureStore } from './store/signature-store.ts';

export interface StartOptions extends Partial<Settings> {
  /** Adds what is served beside the receiver on the same port: static pages, a pretend proxy. */
  readonly extend?: ((app: Hono) => void) | undefined;
  readonly conninfo?: ReceiverOptions['conninfo'];
  readonly log?: Log | undefined;
}

export interface RunningReceiver {
  /** Such as `http://127.0.0.1:4173`. */
  readonly address: string;
  readonly engine: Store['engine'];
  /** Lets the requests under way finish, then closes the database. */
  close(): Promise<void>;
}

/**
 * Starts a receiver over HTTP.
 *
 * @throws Error saying what prevents it: the charters, the keys, the database or the port.
 */
export async function startReceiver(options: StartOptions = {}): Promise<RunningReceiver> {
  const { extend, conninfo, log = writeLog, ...given } = options;
  const settings = { ...readSettings({}), ...given };
  const charters = await loadCharters(settings.chartersFolder);
  await prepareDataFolder(settings.dataFolder);
  const receipts = await openReceiptKeys(join(settings.dataFolder, receiptKeysFile));
  const decrypter = await openEncryptionKeys(join(settings.dataFolder, encryptionKeysFile));
  const signOn =
    settings.signOn &&
    (await openSignOn({
      settings: settings.signOn,
      roleRules: settings.roleRules,
      allowedOrigins: settings.allowedOrigins,
      keysFile: join(settings.dataFolder, sessionKeysFile),
      log,
    }));
  // Not waited for: signatures of those who have a session are taken while the provider is away.
  void signOn?.provider.discover();
  const store = await openStore(settings);
  try {
    await keepDocuments(charters, store, log);
    if (!store.awaitsCommit) log({ level: 'warning', event: 'commits-not-awaited' });
    if (!store.hasCounts) log({ level: 'warning', event: 'coverage-counted-from-rows' });
    const receiver = createReceiver({
      store,
      charters,
      receipts,
      decrypter,
      trustedProxies: trustProxies(settings.trustedProxies),
      identityHeaders: {
        id: settings.identityHeader,
        name: settings.identityNameHeader,
        department: settings.identityDepartmentHeader,
        roles: settings.identityRolesHeader,
      },
      roleRules: settings.roleRules,
      signOn,
      requireIdentity: settings.requireIdentity,
      rateLimit: settings.rateLimit,
      coverageThreshold: settings.coverageThreshold,
      allowedOrigins: settings.allowedOrigins,
      allowedHeaders: settings.allowedHeaders,
      log,
      conninfo,
    });
    const app = extend ? new Hono().route('/', receiver) : receiver;
    extend?.(app);
    const { address, drain } = await listen(serveUnder(settings.basePath, app), settings);
    return { address, engine: store.engine, close: () => drain().then(() => store.close()) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function prepareDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new Error(`The folder ${folder} cannot be written to. Set DATA_DIR to one that can.`, { cause });
  }
}

async function openStore(settings: Settings): Promise<SignatureStore> {
  const { databaseURL, dataFolder, allowMutableTable } = settings;
  const client = databaseURL ? openPostgreSQL(databaseURL) : await openPGlite(dataFolder);
  try {
    return await SignatureStore.open(client, { allowMutableTable });
  } catch (error) {
    await client.close();
    throw error;
  }
}

/** Keeps in the database the text of what people will sign, and tells when a version no longer says the same. */
async function keepDocuments(charters: CharterLibrary, store: Store, log: Log): Promise<void> {
  for (const document of charters.documents) {
    const others = await store.keepDocument(document);
    if (others.length === 0) continue;
    const { charter, digest } = document;
    log({ level: 'warning', event: 'charter-edited-in-place', charter: nameOf(charter), digest, others });
  }
}

function writeLog(entry: object): void {
  process.stderr.write(`${JSON.stringify(entry)}\n`);
}

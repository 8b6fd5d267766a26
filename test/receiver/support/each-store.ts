import { rmSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import { Hono } from 'hono';
import { createReceiver } from '../../../receiver/app.ts';
import { loadCharters } from '../../../receiver/domain/charters.ts';
import { openEncryptionKeys } from '../../../receiver/domain/encrypted-records.ts';
import type { LogEntry } from '../../../receiver/http/failures.ts';
import { trustProxies } from '../../../receiver/http/client-address.ts';
import { listen } from '../../../receiver/http/listen.ts';
import type { ReceiverOptions } from '../../../receiver/options.ts';
import { openReceiptKeys } from '../../../receiver/domain/receipts.ts';
import { openPGlite } from '../../../receiver/store/pglite-client.ts';
import { openPostgreSQL } from '../../../receiver/store/postgresql-client.ts';
import { SignatureStore } from '../../../receiver/store/signature-store.ts';
import type { SQLClient } from '../../../receiver/store/sql-client.ts';
import { startPostgreSQL } from '../../support/postgres.ts';
import type { TestPostgreSQL } from '../../support/postgres.ts';
import { chartersFolder } from './records.ts';
import { endProcesses } from './server-process.ts';
import type { Place } from './server-process.ts';

/** A database engine under test, its server or folder, and a store in it that the suites share. */
export interface EngineUnderTest {
  readonly engine: SQLClient['engine'];
  /** The server, when there is one. */
  readonly server: TestPostgreSQL | undefined;
  /** A connection of one's own to the shared store's database. */
  readonly client: SQLClient;
  readonly store: SignatureStore;
  /** How many signatures the shared store has. */
  countRows(): Promise<number>;
  /** What receivers have logged. */
  readonly log: LogEntry[];
  /** What a receiver over the shared store is made of. */
  optionsOf(options?: Partial<ReceiverOptions>): ReceiverOptions;
  /** Serves a receiver over the shared store, or an application, on a free port. */
  serve(options?: Partial<ReceiverOptions> | Hono): Promise<{ address: string; close: () => Promise<void> }>;
  /** Makes an empty place, with the database's files but no table. */
  createPlace(): Promise<Place>;
  /** Opens a place in this process. */
  open(place: Place): Promise<{ client: SQLClient; store: SignatureStore }>;
}

/** Runs suites over an engine: the embedded one, or a PostgreSQL server. What tests leave open is closed at the end. */
export function describeStore(
  engine: SQLClient['engine'],
  suites: (get: () => EngineUnderTest) => void,
): void {
  describe(engine, () => {
    const cleanups: (() => Promise<unknown>)[] = [];
    let context: EngineUnderTest;
    before(async () => {
      context = await prepare(engine, cleanups);
    });
    after(async () => {
      endProcesses();
      for (const cleanUp of cleanups.reverse()) await cleanUp();
    });
    suites(() => context);
  });
}

async function prepare(
  engine: SQLClient['engine'],
  cleanups: (() => Promise<unknown>)[],
): Promise<EngineUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'charter-receiver-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  cleanups.push(async () => {
    remove();
    process.off('exit', remove);
  });
  const server = engine === 'postgresql' ? await startPostgreSQL() : undefined;
  if (server) cleanups.push(() => server.remove());
  const template = join(folder, 'template');
  // The first start of the embedded engine takes seconds: the others begin with a copy of its files.
  if (!server) await openPGlite(template).then((client) => client.close());

  let places = 0;
  async function createPlace(): Promise<Place> {
    const dataFolder = join(folder, `place-${++places}`);
    if (server) return { dataFolder, databaseURL: await server.createDatabase() };
    await cp(template, dataFolder, { recursive: true });
    return { dataFolder };
  }

  async function open({ dataFolder, databaseURL }: Place) {
    const client = databaseURL ? openPostgreSQL(databaseURL) : await openPGlite(dataFolder);
    cleanups.push(() => client.close());
    return { client, store: await SignatureStore.open(client) };
  }

  const place = await createPlace();
  const { client, store } = await open(place);
  const log: LogEntry[] = [];
  const defaults: ReceiverOptions = {
    store,
    charters: await loadCharters(chartersFolder),
    receipts: await openReceiptKeys(join(place.dataFolder, 'receipt-keys.json')),
    decrypter: await openEncryptionKeys(join(place.dataFolder, 'encryption-keys.json')),
    trustedProxies: trustProxies([]),
    identityHeaders: { id: 'x-remote-user' },
    requireIdentity: false,
    rateLimit: 0,
    coverageThreshold: 1,
    allowedOrigins: [],
    log: (entry) => void log.push(entry),
  };
  const optionsOf = (options?: Partial<ReceiverOptions>): ReceiverOptions => ({ ...defaults, ...options });
  async function serve(served: Partial<ReceiverOptions> | Hono = {}) {
    const app = served instanceof Hono ? served : createReceiver(optionsOf(served));
    const { address, drain } = await listen(app, { port: 0, host: '127.0.0.1' });
    let closing: Promise<void> | undefined;
    const close = () => (closing ??= drain());
    cleanups.push(close);
    return { address, close };
  }
  const countRows = async (): Promise<number> =>
    (await client.query('select id from charter_signatures')).length;
  return { engine, server, client, store, countRows, log, createPlace, open, optionsOf, serve };
}

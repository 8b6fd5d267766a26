import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReceiver } from '../../../receiver/app.ts';
import { loadCharters } from '../../../receiver/domain/charters.ts';
import { openEncryptionKeys } from '../../../receiver/domain/encrypted-records.ts';
import { openReceiptKeys } from '../../../receiver/domain/receipts.ts';
import { trustProxies } from '../../../receiver/http/client-address.ts';
import type { LogEntry } from '../../../receiver/http/failures.ts';
import { listen } from '../../../receiver/http/listen.ts';
import type { ReceiverOptions } from '../../../receiver/options.ts';
import { openSignOn } from '../../../receiver/sign-on/sign-on.ts';
import type { SignOnSettings } from '../../../receiver/sign-on/sign-on-settings.ts';
import { openPGlite } from '../../../receiver/store/pglite-client.ts';
import { SignatureStore } from '../../../receiver/store/signature-store.ts';
import { client } from '../../support/openid-provider.ts';
import { chartersFolder } from './records.ts';
import { Visitor } from './visitor.ts';

/** The receiver as people know it: behind a proxy that ends TLS and takes a part of the path away. */
export const publicAddress = 'https://intranet.hospital.example/charte/';
export const redirectURI = `${publicAddress}auth/callback`;
export const signedOutURI = `${publicAddress}auth/signed-out`;
export const host = new URL(publicAddress).host;
export const page = 'https://intranet.hospital.example/charte-reseaux-sociaux.html';

export interface SignOnReceiver {
  readonly address: string;
  readonly log: LogEntry[];
  visitor(): Visitor;
  close(): Promise<void>;
}

/** A database and keys that receivers of a suite share, and what starts one. */
export async function prepareReceivers() {
  const folder = await mkdtemp(join(tmpdir(), 'charter-sign-on-'));
  const client_ = await openPGlite(join(folder, 'database'));
  const store = await SignatureStore.open(client_);
  const common = {
    store,
    charters: await loadCharters(chartersFolder),
    receipts: await openReceiptKeys(join(folder, 'receipt-keys.json')),
    decrypter: await openEncryptionKeys(join(folder, 'encryption-keys.json')),
    trustedProxies: trustProxies(['127.0.0.1']),
    identityHeaders: { id: 'x-remote-user' },
    rateLimit: 0,
    coverageThreshold: 1,
  };
  const keysFile = join(folder, 'session-keys.json');

  async function start(
    given: Partial<SignOnSettings> & { issuer: string },
    options: Partial<ReceiverOptions> & { now?: () => number; keysFile?: string } = {},
  ): Promise<SignOnReceiver> {
    const log: LogEntry[] = [];
    const { now, allowedOrigins = [], ...rest } = options;
    const settings: SignOnSettings = {
      clientId: client.id,
      clientSecret: client.secret,
      redirectURI,
      scope: 'openid profile',
      pkce: true,
      parameters: {},
      idClaim: 'preferred_username',
      nameClaims: ['name'],
      departmentClaim: 'department',
      rolesClaim: 'groups',
      idleTime: 30,
      lifetime: 480,
      sameSite: 'lax',
      ...given,
    };
    const roleRules = { groups: { reader: ['GRP_DRH'] }, separator: ',' };
    const write = (entry: LogEntry) => void log.push(entry);
    const signOn = await openSignOn({
      settings,
      roleRules,
      allowedOrigins,
      keysFile: options.keysFile ?? keysFile,
      log: write,
      now,
    });
    const receiver = createReceiver({
      ...common,
      requireIdentity: true,
      roleRules,
      allowedOrigins,
      log: write,
      signOn,
      ...rest,
    });
    const { address, drain } = await listen(receiver, { port: 0, host: '127.0.0.1' });
    return {
      address,
      log,
      visitor: () => new Visitor([[publicAddress, `${address}/`]]),
      close: drain,
    };
  }

  return {
    start,
    client: client_,
    keysFile,
    async close() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Signs somebody in, and leads them back to the page. */
export async function signIn(visitor: Visitor, login = 'alice', back = page) {
  const address = `${publicAddress}auth/login?${new URLSearchParams({ return: back }).toString()}`;
  const loginPage = await visitor.go(address);
  return visitor.logIn(loginPage, login, ({ href }) => href === back);
}

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { openSignOn } from '../../receiver/sign-on/sign-on.ts';
import { freePort } from '../support/free-port.ts';
import { startProvider } from '../support/openid-provider.ts';
import type { ProviderOptions } from '../support/openid-provider.ts';
import { publicAddress, redirectURI, signIn } from './support/sign-on.ts';
import { isSignedIn, callbackOf, assertRefused, unproven, useSignOn } from './support/doubts.ts';

const { provide, receive, keysFile } = useSignOn();

describe('a provider that is away', () => {
  it('keeps nobody from starting, and people sign in once it is there', async () => {
    const port = await freePort();
    const receiver = await receive({ issuer: `http://127.0.0.1:${port}` });
    const visitor = receiver.visitor();
    const refused = await visitor.ask(`${publicAddress}api/coverage?charter=guide`);
    assert.equal(refused.status, 401);
    const away = await visitor.ask(`${publicAddress}auth/login`);
    assert.equal(away.status, 503);
    assert.equal(away.headers.get('retry-after'), '30');
    assert.match(away.text, /ne répond pas pour le moment/);
    assert.deepEqual(
      receiver.log.map(({ event, reason }) => [event, reason]),
      [
        ['provider-unavailable', 'ECONNREFUSED'],
        ['sign-on-failed', 'ECONNREFUSED'],
      ],
    );
    await provide({ port });
    await signIn(visitor);
    assert.equal(await isSignedIn(visitor), true);
  });

  it('leaves those who have a session alone', async () => {
    const provider = await startProvider({ redirectURIs: [redirectURI] });
    const receiver = await receive({ issuer: provider.issuer });
    const visitor = receiver.visitor();
    await signIn(visitor);
    await provider.close();
    assert.equal((await visitor.ask(`${publicAddress}api/coverage?charter=guide`)).status, 200);
    const left = await visitor.ask(`${publicAddress}auth/logout`, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    });
    assert.equal(left.status, 200);
    assert.equal(await isSignedIn(visitor), false);
  });

  it('is believed again with the keys that it has changed to', async () => {
    const first = await startProvider({ redirectURIs: [redirectURI] });
    const receiver = await receive({ issuer: first.issuer });
    await signIn(receiver.visitor());
    await first.close();
    await provide({ port: first.port });
    const visitor = receiver.visitor();
    await signIn(visitor);
    assert.equal(await isSignedIn(visitor), true);
  });

  it('may describe itself at another place, under its own name', async () => {
    const { issuer } = await provide();
    const discovery = `${issuer}/.well-known/openid-configuration`;
    const visitor = (await receive({ issuer, discovery })).visitor();
    await signIn(visitor);
    assert.equal(await isSignedIn(visitor), true);
    const other = await receive({ issuer: 'http://localhost:1', discovery });
    assert.equal((await other.visitor().ask(`${publicAddress}auth/login`)).status, 503);
    assert.equal(other.log[0]!['reason'], 'other-issuer');
  });

  it('is named when it calls itself otherwise', async () => {
    const { issuer } = await provide();
    const receiver = await receive({ issuer: issuer.replace('127.0.0.1', 'localhost') });
    assert.equal((await receiver.visitor().ask(`${publicAddress}auth/login`)).status, 503);
    assert.equal(receiver.log[0]!.event, 'provider-unavailable');
    assert.equal(receiver.log[0]!['attribute'], 'issuer');
  });
});

describe('the clocks of the provider and the receiver', () => {
  /** A provider whose clock is behind by so many seconds, and whose ID tokens live for none. */
  const behind = (seconds: number): Partial<ProviderOptions> => ({
    tamper: async (ctx, signToken) => {
      const body = ctx.body as { id_token?: string };
      if (ctx.path !== '/token' || !body.id_token) return;
      const now = Math.floor(Date.now() / 1000);
      body.id_token = await signToken({
        ...decodeJwt(body.id_token),
        iat: now - seconds,
        exp: now - seconds,
      });
    },
  });

  it('may differ by less than a minute', async () => {
    const { issuer } = await provide(behind(45));
    const visitor = (await receive({ issuer })).visitor();
    const visited = await visitor.ask(await callbackOf(visitor));
    assert.equal(visited.status, 303, visited.text);
  });

  it('may not differ by more, and the log says that it is the time', async () => {
    const { issuer } = await provide(behind(90));
    const receiver = await receive({ issuer });
    const visitor = receiver.visitor();
    await assertRefused(await visitor.ask(await callbackOf(visitor)), visitor, unproven);
    assert.equal(receiver.log[0]!['reason'], 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED');
  });
});

describe('the file of the secret', () => {
  it('is read, and what is wrong with it is said', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'charter-secret-'));
    const file = join(folder, 'secret');
    const open = () =>
      openSignOn({
        settings: {
          issuer: 'http://127.0.0.1:1',
          redirectURI,
          clientId: 'x',
          clientSecretFile: file,
        } as never,
        roleRules: { groups: { reader: [] }, separator: ',' },
        allowedOrigins: [],
        keysFile: keysFile(),
        log: () => undefined,
      });
    await assert.rejects(open(), /The file .*secret cannot be read\. Set OIDC_CLIENT_SECRET_FILE/);
    await writeFile(file, '\n');
    await assert.rejects(open(), /The file .*secret is empty\. Write the secret of the client in it\./);
    await writeFile(file, 'hush\n');
    await open();
    await rm(folder, { recursive: true });
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { startProvider } from '../support/openid-provider.ts';
import type { TestProvider } from '../support/openid-provider.ts';
import { encrypt, fetchEncryptionKey } from './support/encrypted-records.ts';
import { encodeForm, uniqueForm } from './support/forms.ts';
import { createRecord } from './support/records.ts';
import {
  host,
  page,
  prepareReceivers,
  publicAddress,
  redirectURI,
  signedOutURI,
  signIn,
} from './support/sign-on.ts';
import type { SignOnReceiver } from './support/sign-on.ts';
import type { Visited, Visitor } from './support/visitor.ts';

const sameOrigin = { 'Sec-Fetch-Site': 'same-origin' };
const sessionCookie = '__Host-charter-session';

let provider: TestProvider;
let receivers: Awaited<ReturnType<typeof prepareReceivers>>;
let receiver: SignOnReceiver;
before(async () => {
  provider = await startProvider({ redirectURIs: [redirectURI], signOutURIs: [signedOutURI] });
  receivers = await prepareReceivers();
  receiver = await receivers.start({ issuer: provider.issuer });
});
after(async () => {
  await receiver.close();
  await receivers.close();
  await provider.close();
});

function post(visitor: Visitor, record = createRecord(), headers: Record<string, string> = sameOrigin) {
  return visitor.ask(`${publicAddress}api/signatures`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `"${record.id}"`, ...headers },
    body: JSON.stringify(record),
  });
}

async function whoIs(visitor: Visitor) {
  const { text } = await visitor.ask(`${publicAddress}auth/session`);
  return JSON.parse(text) as { signedIn: boolean; identity?: { id: string }; csrfToken?: string };
}

const problemOf = ({ text }: Visited) => (JSON.parse(text) as { type: string }).type.split(':').at(-1);

describe('signing in at the provider', () => {
  it('leads from a refused signature to the page again, and then the row bears the subject', async () => {
    const visitor = receiver.visitor();
    const refused = await post(visitor);
    assert.equal(`${refused.status} ${problemOf(refused)}`, '401 sign-in-required');
    assert.equal((JSON.parse(refused.text) as { signIn: string }).signIn, `${publicAddress}auth/login`);

    const { url } = await signIn(visitor);
    assert.equal(url.href, page);
    const record = createRecord(undefined, { signer: { name: 'Élise Çelik' } });
    const signed = await post(visitor, record);
    assert.equal(signed.status, 201, signed.text);
    const [row] = await receivers.client.query<Record<string, string>>(
      'select signer_key, signer_name, department from charter_signatures where id = $1',
      [record.id],
    );
    assert.deepEqual(
      { ...row },
      { signer_key: 'sso:alice', signer_name: 'Élise Çelik', department: 'Médecine 東' },
    );
  });

  it('asks by the authorization code flow, with PKCE, a state and a nonce', async () => {
    const visitor = receiver.visitor();
    await visitor.go(`${publicAddress}auth/login`);
    const { origin, searchParams } = visitor.trail[1]!;
    assert.equal(origin, provider.issuer);
    assert.equal(searchParams.get('response_type'), 'code');
    assert.equal(searchParams.get('code_challenge_method'), 'S256');
    for (const name of ['state', 'nonce', 'code_challenge'])
      assert.match(searchParams.get(name)!, /^[\w-]{43}$/);
    assert.equal(searchParams.get('redirect_uri'), redirectURI);
  });

  it('keeps its cookies from pages, from plain http and from other hosts', async () => {
    const visitor = receiver.visitor();
    await signIn(visitor);
    const own = visitor.setCookies.filter((line) => line.includes('charter-'));
    assert.equal(own.length, 4);
    for (const line of own) {
      assert.match(line, /; HttpOnly; Secure; SameSite=Lax$/);
      assert.doesNotMatch(line, /domain=/i);
      assert.match(
        line,
        line.includes('id-token') ? /^__Secure-.*; Path=\/charte\/auth\/logout;/ : /^__Host-.*; Path=\/;/,
      );
      assert.ok(line.length < 4096);
    }
    const session = visitor.cookiesOf(host).get(sessionCookie)!;
    assert.doesNotMatch(session + Buffer.from(session, 'base64').toString(), /alice|Élise/);
  });

  it('says who is signed in to pages, and that nobody is', async () => {
    const visitor = receiver.visitor();
    assert.deepEqual(await whoIs(visitor), { signedIn: false, signIn: `${publicAddress}auth/login` });
    await signIn(visitor);
    const { identity } = await whoIs(visitor);
    assert.deepEqual(identity, {
      id: 'alice',
      name: 'Élise Çelik',
      department: 'Médecine 東',
      roles: ['reader'],
    });
  });

  it('ends on a page of its own where none is known to go back to', async () => {
    const visitor = receiver.visitor();
    const { status, text } = await visitor.logIn(await visitor.go(`${publicAddress}auth/login`), 'bob');
    assert.equal(status, 200);
    assert.match(text, /Connexion réussie/);
    assert.equal((await whoIs(visitor)).identity?.id, 'bob');
  });

  it('works in two tabs at once', async () => {
    const visitor = receiver.visitor();
    const first = await visitor.go(`${publicAddress}auth/login`);
    const second = await visitor.go(`${publicAddress}auth/login`);
    assert.equal((await visitor.logIn(first, 'alice')).status, 200);
    assert.equal((await visitor.go(second.url)).status, 200);
    const attempts = [...visitor.cookiesOf(host).keys()].filter((name) => name.includes('sign-on'));
    for (let tab = 0; tab < 9; tab++) await visitor.go(`${publicAddress}auth/login`);
    assert.ok(attempts.length <= 2);
    assert.ok([...visitor.cookiesOf(host).keys()].filter((name) => name.includes('sign-on')).length <= 6);
  });

  it('goes on at another receiver that shares the keys, and not at one with other settings', async () => {
    const visitor = receiver.visitor();
    await signIn(visitor);
    const cookie = visitor.cookiesOf(host).get(sessionCookie)!;
    const twin = await receivers.start({ issuer: provider.issuer });
    const other = await receivers.start({ issuer: provider.issuer, idClaim: 'sub' });
    for (const [{ visitor: another }, isSignedIn] of [
      [twin, true],
      [other, false],
    ] as const) {
      const guest = another();
      guest.cookiesOf(host).set(sessionCookie, cookie);
      assert.equal((await whoIs(guest)).signedIn, isSignedIn);
    }
    await Promise.all([twin.close(), other.close()]);
  });
});

describe('what another site tries', () => {
  const strangers = [
    'https://evil.example/',
    '//evil.example/',
    '\\\\evil.example/',
    '/\\evil.example',
    'https://intranet.hospital.example.evil.example/',
    'https://intranet.hospital.example@evil.example/',
    'https://a:b@intranet.hospital.example/',
    'http://intranet.hospital.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    `https:/\t/evil.example`,
    `/${'x'.repeat(3000)}`,
  ];
  for (const back of strangers)
    it(`cannot be gone back to: ${back.slice(0, 60)}`, async () => {
      for (const path of ['login', 'logout']) {
        const { status, headers, text } = await receiver
          .visitor()
          .ask(`${publicAddress}auth/${path}?${new URLSearchParams({ return: back }).toString()}`);
        assert.equal(status, 400);
        assert.equal(headers.get('location'), null);
        assert.match(text, /L’adresse de retour de ce lien n’est pas une page de l’établissement/);
      }
    });

  it('can be gone back to where it is allowed', async () => {
    const allowed = await receivers.start(
      { issuer: provider.issuer },
      { allowedOrigins: ['https://portail.example'] },
    );
    const { url } = await signIn(allowed.visitor(), 'alice', 'https://portail.example/charte?a=1#b');
    assert.equal(url.href, 'https://portail.example/charte?a=1#b');
    await allowed.close();
  });

  it('cannot sign under the session of somebody', async () => {
    const visitor = receiver.visitor();
    await signIn(visitor);
    const { csrfToken = '' } = await whoIs(visitor);
    const refused: Record<string, string>[] = [
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' },
      { 'Sec-Fetch-Site': 'same-site', Origin: 'https://other.hospital.example' },
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      {},
      { 'X-CSRF-Token': `${csrfToken.slice(0, -1)}_` },
    ];
    for (const headers of refused) {
      const answer = await post(visitor, createRecord(), headers);
      assert.equal(`${answer.status} ${problemOf(answer)}`, '403 forbidden', JSON.stringify(headers));
    }
    const taken: Record<string, string>[] = [
      sameOrigin,
      { Origin: new URL(publicAddress).origin },
      { 'X-CSRF-Token': csrfToken },
    ];
    for (const headers of taken) {
      const answer = await post(
        visitor,
        createRecord(undefined, { signer: { name: 'Élise Çelik' } }),
        headers,
      );
      assert.equal(answer.status, 201, answer.text);
    }
  });

  it('cannot sign somebody out', async () => {
    const visitor = receiver.visitor();
    await signIn(visitor);
    const { status, text } = await visitor.ask(`${publicAddress}auth/logout`, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'cross-site', 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    assert.equal(status, 403);
    assert.match(text, /pas été envoyée depuis une page de l’établissement/);
    assert.equal((await whoIs(visitor)).signedIn, true);
  });
});

describe('a record of somebody else', () => {
  it('that waited encrypted is not recorded under the session of whoever is there', async () => {
    const record = createRecord(undefined, { signer: { name: 'Élise Çelik' } });
    const jwe = await encrypt(record, await fetchEncryptionKey(receiver.address));
    const send = (visitor: Visitor) =>
      visitor.ask(`${publicAddress}api/signatures`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/jose', 'Idempotency-Key': `"${record.id}"`, ...sameOrigin },
        body: jwe,
      });
    const [bob, alice] = [receiver.visitor(), receiver.visitor()];
    await signIn(bob, 'bob');
    const refused = await send(bob);
    assert.equal(`${refused.status} ${problemOf(refused)}`, '403 other-signer');
    await signIn(alice);
    assert.equal((await send(alice)).status, 201);
  });
});

describe('signing out', () => {
  it('ends the session here and at the provider, and leads back', async () => {
    const visitor = receiver.visitor();
    await signIn(visitor);
    const { text } = await visitor.ask(
      `${publicAddress}auth/logout?${new URLSearchParams({ return: page }).toString()}`,
    );
    assert.match(text, /au nom de Élise Çelik/);
    const [, token = ''] = /name="_csrf" value="([^"]+)"/.exec(text) ?? [];
    const left = await visitor.ask(`${publicAddress}auth/logout`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ _csrf: token, return: page }).toString(),
    });
    assert.equal(left.status, 200);
    const [, next = ''] = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(left.text) ?? [];
    const url = new URL(next.replaceAll('&amp;', '&'));
    assert.equal(url.origin + url.pathname, `${provider.issuer}/session/end`);
    assert.equal(decodeJwt(url.searchParams.get('id_token_hint')!).sub, 'alice');
    assert.equal(url.searchParams.get('post_logout_redirect_uri'), signedOutURI);
    assert.deepEqual([...visitor.cookiesOf(host).keys()], []);
    assert.equal((await whoIs(visitor)).signedIn, false);
    assert.equal((await post(visitor)).status, 401);
    const back = await visitor.ask(`${signedOutURI}?state=${url.searchParams.get('state')}`);
    assert.match(back.text, /L’établissement a mis fin à la session/);
    assert.ok(back.text.includes(`href="${page}"`));
  });

  it('does not believe a made-up return from the provider', async () => {
    const { text } = await receiver.visitor().ask(`${signedOutURI}?state=x&return=https://evil.example`);
    assert.match(text, /Aucune session de ce service n’est ouverte/);
    assert.doesNotMatch(text, /evil/);
  });
});

describe('the API beside the sign-on', () => {
  it('leads whoever sent a form to where they sign in, without losing what they typed', async () => {
    const visitor = receiver.visitor();
    const send = () =>
      visitor.ask(`${publicAddress}api/signatures`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...sameOrigin },
        body: encodeForm({ ...uniqueForm(), 'signer.id': 'alice', 'signer.name': 'Élise Çelik' }),
      });
    const refused = await send();
    assert.equal(refused.status, 401);
    assert.ok(refused.text.includes(`href="${publicAddress}auth/login" target="_blank"`));
    await signIn(visitor);
    assert.equal((await send()).status, 201);
  });

  it('believes no identity header', async () => {
    const answer = await receiver.visitor().ask(`${publicAddress}api/coverage?charter=guide`, {
      headers: { 'X-Remote-User': 'alice' },
    });
    assert.equal(answer.status, 401);
  });

  it('serves nothing under /auth where there is no provider', async () => {
    const plain = await receivers.start(
      { issuer: provider.issuer },
      { signOn: undefined, requireIdentity: false },
    );
    const { status } = await plain.visitor().ask(`${publicAddress}auth/login`);
    assert.equal(status, 404);
    await plain.close();
  });

  it('takes no other method, and says which it takes', async () => {
    const { status, headers } = await receiver.visitor().ask(`${publicAddress}auth/login`, { method: 'PUT' });
    assert.equal(status, 405);
    assert.equal(headers.get('allow'), 'GET, HEAD');
  });
});

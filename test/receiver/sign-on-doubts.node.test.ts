import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { host, publicAddress, redirectURI, signIn } from './support/sign-on.ts';
import {
  sessionCookie,
  isSignedIn,
  callbackOf,
  assertRefused,
  expired,
  unproven,
  useSignOn,
} from './support/doubts.ts';

const { provide, receive } = useSignOn();

describe('an answer of the provider that proves nothing', () => {
  it('has another state, or comes to another browser', async () => {
    const { issuer } = await provide();
    const receiver = await receive({ issuer });
    const visitor = receiver.visitor();
    const callback = await callbackOf(visitor);
    const stranger = receiver.visitor();
    await assertRefused(await stranger.ask(callback), stranger, expired);
    const changed = new URL(callback);
    changed.searchParams.set('state', `${callback.searchParams.get('state')!.slice(0, 20)}${'x'.repeat(23)}`);
    await assertRefused(await visitor.ask(changed), visitor, expired);
    assert.equal((await visitor.ask(callback)).status, 303, 'the attempt itself is still good');
    await assertRefused(await receiver.visitor().ask(redirectURI), receiver.visitor(), expired);
  });

  it('is used twice', async () => {
    const { issuer } = await provide();
    const visitor = (await receive({ issuer })).visitor();
    const callback = await callbackOf(visitor);
    await visitor.ask(callback);
    const again = await visitor.ask(callback);
    assert.equal(again.status, 400);
  });

  it('comes too late', async () => {
    const { issuer } = await provide();
    let ahead = 0;
    const visitor = (await receive({ issuer }, { now: () => Date.now() + ahead })).visitor();
    const callback = await callbackOf(visitor);
    ahead = 11 * 60_000;
    await assertRefused(await visitor.ask(callback), visitor, expired);
  });

  it('has another nonce', async () => {
    const { issuer } = await provide();
    const receiver = await receive({ issuer });
    const visitor = receiver.visitor();
    const callback = await callbackOf(visitor, (url) => url.searchParams.set('nonce', 'another'));
    await assertRefused(await visitor.ask(callback), visitor, unproven);
    assert.deepEqual(
      receiver.log.map(({ event, claim }) => [event, claim]),
      [['sign-on-failed', 'nonce']],
    );
  });

  it('was asked for with another PKCE challenge', async () => {
    const { issuer } = await provide();
    const visitor = (await receive({ issuer })).visitor();
    const callback = await callbackOf(visitor, (url) =>
      url.searchParams.set('code_challenge', 'x'.repeat(43)),
    );
    await assertRefused(await visitor.ask(callback), visitor, unproven);
  });

  it('is of another provider', async () => {
    const { issuer } = await provide();
    const visitor = (await receive({ issuer })).visitor();
    const callback = await callbackOf(visitor);
    callback.searchParams.set('iss', 'https://sso.evil.example');
    await assertRefused(await visitor.ask(callback), visitor, unproven);
  });

  const changeToken = (change: (parts: string[]) => void) => (ctx: KoaContextWithOIDC) => {
    const body = ctx.body as { id_token?: string };
    if (ctx.path !== '/token' || !body.id_token) return;
    const parts = body.id_token.split('.');
    change(parts);
    body.id_token = parts.join('.');
  };
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const decode = (part: string) =>
    JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;

  const forgeries: [string, (parts: string[]) => void][] = [
    [
      'names somebody else',
      (parts) => (parts[1] = encode({ ...decode(parts[1]!), preferred_username: 'bob' })),
    ],
    ['is not signed', (parts) => (parts[0] = encode({ alg: 'none' })) && (parts[2] = '')],
    ['is of another client', (parts) => (parts[1] = encode({ ...decode(parts[1]!), aud: 'other' }))],
  ];
  for (const [what, change] of forgeries)
    it(`${what} in its ID token`, async () => {
      const { issuer } = await provide({ tamper: changeToken(change) });
      const visitor = (await receive({ issuer })).visitor();
      await assertRefused(await visitor.ask(await callbackOf(visitor)), visitor, unproven);
    });

  it('does not reach the level that was asked for', async () => {
    const { issuer } = await provide({ configuration: { acrValues: ['eidas1', 'eidas2'] } });
    const visitor = (await receive({ issuer, parameters: { acr_values: 'eidas2' } })).visitor();
    await assertRefused(await visitor.ask(await callbackOf(visitor)), visitor, unproven);
  });

  it('says no', async () => {
    const { issuer } = await provide();
    const receiver = await receive({ issuer });
    const visitor = receiver.visitor();
    const answer = await visitor.logIn(await visitor.go(`${publicAddress}auth/login`), '');
    await assertRefused(answer, visitor, { status: 403, text: /n’a pas ouvert de session/ });
    assert.deepEqual(receiver.log, []);
  });

  it('refuses the secret of the receiver', async () => {
    const { issuer } = await provide();
    const receiver = await receive({ issuer, clientSecret: 'another secret that is long enough, too' });
    const visitor = receiver.visitor();
    await assertRefused(await visitor.ask(await callbackOf(visitor)), visitor, unproven);
    assert.equal(receiver.log[0]!['reason'], 'invalid_client');
    assert.doesNotMatch(JSON.stringify(receiver.log), /secret that/);
  });
});

describe('what the provider says of a person', () => {
  it('must hold the claim of the identity, and the page and the log say which one is missing', async () => {
    const { issuer } = await provide();
    const receiver = await receive({ issuer, idClaim: 'employee_number' });
    const visitor = receiver.visitor();
    const answer = await visitor.ask(await callbackOf(visitor));
    await assertRefused(answer, visitor, { status: 403, text: /n’indique pas qui vous êtes/ });
    const entry = receiver.log[0]!;
    assert.equal(entry['claim'], 'employee_number');
    assert.ok((entry['given'] as string[]).includes('matricule'));
    assert.doesNotMatch(JSON.stringify(entry), /208316|Élise/);
  });

  it('is taken from a number, and from the userinfo endpoint where the ID token does not say', async () => {
    const { issuer, asked } = await provide({ configuration: { conformIdTokenClaims: true } });
    const receiver = await receive({ issuer, idClaim: 'matricule' });
    const visitor = receiver.visitor();
    await signIn(visitor);
    assert.ok(asked.includes('/me'));
    const { text } = await visitor.ask(`${publicAddress}auth/session`);
    assert.equal((JSON.parse(text) as { identity: { id: string } }).identity.id, '208316');
  });

  it('is taken from a signed answer of the userinfo endpoint', async () => {
    const { issuer } = await provide({
      clientMetadata: { userinfo_signed_response_alg: 'RS256' },
      configuration: {
        conformIdTokenClaims: true,
        features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: true } },
      },
    });
    const visitor = (await receive({ issuer })).visitor();
    await signIn(visitor);
    assert.equal(await isSignedIn(visitor), true);
  });

  it('is taken without PKCE where the provider refuses its parameters', async () => {
    const { issuer } = await provide({ configuration: { pkce: { required: () => false } } });
    const visitor = (await receive({ issuer, pkce: false })).visitor();
    await signIn(visitor);
    assert.equal(await isSignedIn(visitor), true);
    assert.ok(visitor.trail.every(({ search }) => !search.includes('code_challenge')));
  });

  for (const [what, value] of [
    ['a control character', 'ali\u0000ce'],
    ['201 characters', 'x'.repeat(201)],
    ['an object', { a: 1 }],
    ['two values', ['alice', 'bob']],
  ] as const)
    it(`is refused with ${what} as the identity`, async () => {
      const { issuer } = await provide({ accounts: { alice: { preferred_username: value } } });
      const visitor = (await receive({ issuer })).visitor();
      const answer = await visitor.ask(await callbackOf(visitor));
      await assertRefused(answer, visitor, { status: 403, text: /n’indique pas qui vous êtes/ });
    });
});

describe('a session', () => {
  it('ends when nobody uses it, and is renewed when somebody does, up to its whole time', async () => {
    const { issuer } = await provide();
    let minutes = 0;
    const receiver = await receive(
      { issuer, idleTime: 30, lifetime: 60 },
      { now: () => Date.now() + minutes * 60_000 },
    );
    const use = async () => (await visitor.ask(`${publicAddress}api/coverage?charter=guide`)).status === 200;
    const visitor = receiver.visitor();
    await signIn(visitor);
    for (const [at, isOpen] of [
      [20, true],
      [45, true],
      [59, true],
      [61, false],
    ] as const) {
      minutes = at;
      assert.equal(await use(), isOpen, `at ${at} minutes`);
    }
    const idle = receiver.visitor();
    await signIn(idle);
    minutes += 31;
    assert.equal(await isSignedIn(idle), false);
  });

  it('is not prolonged by a page that only asks who is signed in', async () => {
    const { issuer } = await provide();
    let minutes = 0;
    const receiver = await receive({ issuer }, { now: () => Date.now() + minutes * 60_000 });
    const visitor = receiver.visitor();
    await signIn(visitor);
    for (minutes = 10; minutes < 30; minutes += 10) assert.equal(await isSignedIn(visitor), true);
    minutes = 31;
    assert.equal(await isSignedIn(visitor), false);
  });

  it('is none when its cookie was altered, is another one of ours, or is noise', async () => {
    const { issuer } = await provide();
    const visitor = (await receive({ issuer })).visitor();
    await visitor.go(`${publicAddress}auth/login`);
    const jar = visitor.cookiesOf(host);
    const [attempt] = jar.values();
    await signIn(visitor);
    const session = jar.get(sessionCookie)!;
    const parts = session.split('.');
    const altered = [...parts];
    altered[3] = (altered[3]!.startsWith('A') ? 'B' : 'A') + altered[3]!.slice(1);
    for (const value of [altered.join('.'), attempt!, '', 'x', '....', session.slice(0, -2), 'a.b.c.d.e']) {
      jar.set(sessionCookie, value);
      assert.equal(await isSignedIn(visitor), false, value);
    }
    jar.set(sessionCookie, session);
    assert.equal(await isSignedIn(visitor), true);
  });
});

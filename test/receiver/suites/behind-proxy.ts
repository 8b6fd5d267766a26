import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createReceiver } from '../../../receiver/app.ts';
import { maxRecordSize } from '../../../receiver/domain/record-size.ts';
import { serveUnder } from '../../../receiver/http/base-path.ts';
import { trustProxies } from '../../../receiver/http/client-address.ts';
import { problemPrefix } from '../../../src/signature/index.ts';
import { host } from '../../support/proxies/proxy.ts';
import type { ProxyAnswer, ProxyRequest, ProxySite, TestProxy } from '../../support/proxies/proxy.ts';
import type { EngineUnderTest } from '../support/each-store.ts';
import { createRecord, guide } from '../support/records.ts';

/** A proxy with one of the receiver's files. */
export interface ProxyUnderTest {
  readonly name: string;
  start(site: ProxySite): Promise<TestProxy>;
  /** Headers of a request under the session of alice. */
  readonly session: Readonly<Record<string, string>>;
  /** What the proxy says of alice, as the receiver keeps it. */
  readonly identity: object;
  /** Whether another server is asked who somebody is, as oauth2-proxy is. */
  readonly asksSignOn: boolean;
}

/** The paths under which a proxy may serve the receiver. */
const sites: readonly (Pick<ProxySite, 'path' | 'isStripped' | 'isSecure'> & { readonly what: string })[] = [
  { what: 'on a host of its own', path: '', isStripped: false, isSecure: true },
  { what: 'under a path', path: '/charter', isStripped: false, isSecure: true },
  { what: 'under a path that it strips, on plain http', path: '/charter', isStripped: true, isSecure: false },
];

/** What the sign-on answers to whoever has a session there. */
export const signOnSession = { Cookie: 'session=alice' };
/** Of somebody of whom it knows no more than who it is, as oauth2-proxy does. */
const namelessSession = { Cookie: 'session=bob' };
const strangeSession = { Cookie: 'session=nobody' };
const alice = {
  'X-Auth-Request-User': 'alice',
  'X-Auth-Request-Name': encodeURIComponent('Élise Çelik'),
  'X-Auth-Request-Department': encodeURIComponent('Médecine'),
  'X-Auth-Request-Groups': 'nurses',
};
/** What somebody sends who wants to be taken for another. */
const forged = {
  'X-Remote-User': 'mallory',
  'X-Remote-Name': 'Mallory',
  'X-Remote-Department': 'Direction',
  'X-Remote-Roles': 'readers',
  'X-Auth-Request-User': 'mallory',
  'X-Forwarded-For': '10.1.1.1',
  'X-Forwarded-Host': 'evil.example',
};

const hostOf = (server: Server): string => `127.0.0.1:${(server.address() as AddressInfo).port}`;

async function listen(server: Server): Promise<Server> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** Of a page on another host. */
const otherOrigin = 'https://intranet.hopital.example';

/** A receiver behind a proxy, as the file says it is set up: whatever the proxy, it is the same. */
export function behindProxySuite(get: () => EngineUnderTest, proxy: ProxyUnderTest): void {
  for (const { what, path, isStripped, isSecure } of sites) {
    describe(`behind ${proxy.name}, ${what}`, () => {
      const servers: Server[] = [];
      const started: TestProxy[] = [];
      /** Before the receiver, and before a server that only listens to what the proxy sends. */
      let front: TestProxy;
      let tapped: TestProxy;
      let last: { path: string | undefined; headers: IncomingHttpHeaders };
      let close: () => Promise<void>;

      before(async () => {
        const options = get().optionsOf({
          trustedProxies: trustProxies(['127.0.0.1']),
          identityHeaders: { id: 'x-remote-user', name: 'x-remote-name', department: 'x-remote-department' },
          requireIdentity: true,
          allowedOrigins: [otherOrigin],
        });
        const served = await get().serve(serveUnder(path, createReceiver(options)));
        close = served.close;
        const signOn = await listen(
          createServer((incoming, outgoing) => {
            const isKnown = incoming.headers.cookie === signOnSession.Cookie;
            if (incoming.url === '/oauth2/start') outgoing.end('sign in here');
            else if (incoming.headers.cookie === namelessSession.Cookie)
              outgoing.writeHead(202, { 'X-Auth-Request-User': 'bob' }).end();
            else if (incoming.headers.cookie === strangeSession.Cookie) outgoing.writeHead(202).end();
            else outgoing.writeHead(isKnown ? 202 : 401, isKnown ? alice : {}).end();
          }),
        );
        const heard = await listen(
          createServer((incoming, outgoing) => {
            last = { path: incoming.url, headers: incoming.headers };
            outgoing.end();
          }),
        );
        servers.push(signOn, heard);
        const site = { path, isStripped, isSecure, signOn: hostOf(signOn) };
        started.push((front = await proxy.start({ ...site, receiver: new URL(served.address).host })));
        started.push((tapped = await proxy.start({ ...site, receiver: hostOf(heard) })));
      });
      after(async () => {
        await Promise.all(started.map((one) => one.stop()));
        for (const server of servers) server.close();
        await close();
      });

      const { session } = proxy;
      const sign = (record: { id: string }, headers: Record<string, string>): Promise<ProxyAnswer> =>
        front.ask(`${path}/api/signatures`, {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            Accept: 'application/json, application/problem+json',
            'Idempotency-Key': `"${record.id}"`,
            ...headers,
          },
          body: JSON.stringify(record),
        });
      const record = () => createRecord(guide, { signer: { name: 'Élise Çelik', id: 'alice' } });

      it('a signature belongs to whom the sign-on knows, whatever the client says, and is where it says it is', async () => {
        const signed = record();
        const { status, text, headers } = await sign(signed, { ...forged, ...session });
        assert.equal(status, 201, text);
        assert.equal(headers.location, `${path}/api/signatures/${signed.id}`);
        const kept = await front.ask(headers.location, { headers: session });
        const { identity } = JSON.parse(kept.text) as { identity: unknown };
        assert.deepEqual(identity, proxy.identity);
      });

      it('whoever is not signed in signs nothing, and reads no signature', async () => {
        assert.equal((await sign(record(), forged)).status, 401);
        assert.equal((await front.ask(`${path}/api/signatures/x`, { headers: forged })).status, 401);
      });

      it('sends the receiver the address and the host that it saw itself, and nothing of what is forged', async () => {
        await tapped.ask(`${path}/api/signatures/x`, { headers: { ...forged, ...session } });
        const { headers } = last;
        assert.equal(last.path, `${isStripped ? '' : path}/api/signatures/x`);
        const names = ['x-forwarded-for', 'x-forwarded-host', 'host'].map((name) => headers[name]);
        assert.equal(names[0], '127.0.0.1');
        for (const name of names.slice(1)) assert.equal(name?.toString().replace(/:\d+$/, ''), host);
        assert.equal(headers['x-remote-user'], 'alice');
        assert.doesNotMatch(
          JSON.stringify({ ...headers, 'x-auth-request-user': '' }),
          /allory|Direction|readers/,
        );
      });

      it('sends no identity where none is asked for', async () => {
        await tapped.ask(`${path}/api/charters/guide`, { headers: { ...forged, ...session } });
        const identity = Object.keys(last.headers).filter((name) => name.startsWith('x-remote-'));
        assert.deepEqual(identity, []);
      });

      it('lets a page of another host ask whether it may post, without a session, and nobody sign by that', async () => {
        const asking = {
          method: 'OPTIONS',
          headers: {
            ...forged,
            Origin: otherOrigin,
            'Access-Control-Request-Method': 'POST',
            'Access-Control-Request-Headers': 'authorization,content-type,idempotency-key',
          },
        };
        const { status, headers } = await front.ask(`${path}/api/signatures`, asking);
        assert.equal(status, 204);
        assert.equal(headers['access-control-allow-origin'], otherOrigin);
        await tapped.ask(`${path}/api/signatures`, asking);
        const said = Object.entries(last.headers).filter(([name, value]) => /^x-remote-/.test(name) && value);
        assert.deepEqual(said, []);
      });

      it('gives texts and keys to anybody', async () => {
        for (const given of ['/api/charters/guide?locale=fr', '/.well-known/jwks.json', '/openapi.json'])
          assert.equal((await front.ask(`${path}${given}`)).status, 200, given);
      });

      it('says where the new version of a charter is, as browsers reach it', async () => {
        const outdated = { ...record(), charter: { ...record().charter, version: '1.0.0' } };
        const { status, text } = await sign(outdated, session);
        assert.equal(status, 409, text);
        const { current } = JSON.parse(text) as { current: { href: string } };
        assert.ok(current.href.startsWith(`${path}/api/charters/guide?`), current.href);
        assert.equal((await front.ask(current.href)).status, 200);
      });

      it('keeps the state of the receiver, and the way to the sign-on, to itself', async () => {
        for (const hidden of [`${path}/healthz`, '/healthz', '/sign-on', '/charter-sign-on'])
          assert.ok([403, 404].includes((await front.ask(hidden)).status), hidden);
      });

      it('leaves it to the receiver to say that a record is too long', async () => {
        const long = { ...record(), practices: ['x'.repeat(maxRecordSize)] };
        const { status, text } = await sign(long, session);
        assert.equal(status, 413);
        assert.equal((JSON.parse(text) as { type: string }).type, `${problemPrefix}payload-too-large`);
      });

      it('lets a form of the same site sign, and of no other', async () => {
        assert.equal((await postForm('https://evil.example')).status, 403);
        const own = await postForm(`https://${host}`);
        assert.equal(own.status, 201, own.text);
        assert.match(own.headers.location!, new RegExp(`^${path}/api/signatures/`));
      });

      function postForm(origin: string, options: ProxyRequest = {}): Promise<ProxyAnswer> {
        const body = new URLSearchParams({
          'charter.id': guide.charter.id,
          'charter.version': guide.charter.version,
          'charter.locale': 'fr',
          'signer.name': 'Élise Çelik',
          'signer.id': 'alice',
          // Otherwise the same form of the same day.
          'signer.role': crypto.randomUUID(),
        });
        for (const { id } of guide.charter.statements ?? []) body.append('statements', id);
        return front.ask(`${path}/api/signatures`, {
          method: 'POST',
          body: body.toString(),
          ...options,
          headers: {
            ...session,
            Origin: origin,
            'X-Forwarded-Host': new URL(origin).host,
            'Content-Type': 'application/x-www-form-urlencoded',
            ...options.headers,
          },
        });
      }

      if (proxy.asksSignOn)
        it('passes on nothing that the sign-on does not say', async () => {
          await tapped.ask(`${path}/api/signatures/x`, { headers: { ...forged, ...namelessSession } });
          const said = Object.entries(last.headers).filter(
            ([name, value]) => /^x-remote-/.test(name) && value,
          );
          assert.deepEqual(said, [['x-remote-user', 'bob']]);
          // Let in without a name: nobody, and not somebody called nothing.
          assert.equal((await sign(record(), { ...forged, ...strangeSession })).status, 401);
        });

      if (proxy.asksSignOn && path === '')
        it('leads to where people sign in', async () => {
          assert.equal((await front.ask('/oauth2/start')).text, 'sign in here');
        });

      it('has nothing to say in its error log', async () => {
        assert.equal(await front.readErrors(), '');
      });
    });
  }
}

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { maxRecordSize } from '../../receiver/domain/record-size.ts';
import { trustProxies } from '../../receiver/http/client-address.ts';
import { problemPrefix } from '../../src/signature/index.ts';
import { startNginx } from '../support/nginx.ts';
import type { NginxAnswer, TestNginx } from '../support/nginx.ts';
import { describeStore } from './support/each-store.ts';
import { createRecord, guide } from './support/records.ts';

const file = join(import.meta.dirname, '../../receiver/nginx/charter-receiver.conf');
const host = 'charte.hopital.example';

/** A session, and whom the sign-on knows by it. */
const session = { Cookie: 'session=alice' };
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

/** The configuration as it is, but for what every hospital changes in it. */
const startSite = (receiver: string, signOn: string): Promise<TestNginx> =>
  startNginx(file, host, (site, { port, certificate, key }) => {
    const changes = {
      '127.0.0.1:4173': receiver,
      '127.0.0.1:4180': signOn,
      'listen 443 ssl': `listen 127.0.0.1:${port} ssl`,
      '/etc/nginx/tls/charte.crt': certificate,
      '/etc/nginx/tls/charte.key': key,
    };
    return Object.entries(changes).reduce((text, [from, to]) => {
      assert.ok(text.includes(from), `${file} has no ${from}`);
      return text.replace(from, to);
    }, site);
  });

describeStore('pglite', (get) => {
  describe('behind the nginx of receiver/nginx', () => {
    const servers: Server[] = [];
    const started: TestNginx[] = [];
    /** Before the receiver, and before a server that only listens to what nginx sends. */
    let nginx: TestNginx;
    let tapped: TestNginx;
    let last: IncomingHttpHeaders = {};

    before(async () => {
      const { address } = await get().serve({
        trustedProxies: trustProxies(['127.0.0.1']),
        identityHeaders: { id: 'x-remote-user', name: 'x-remote-name', department: 'x-remote-department' },
        requireIdentity: true,
      });
      const signOn = await listen(
        createServer((incoming, outgoing) => {
          const isKnown = incoming.url === '/oauth2/auth' && incoming.headers.cookie === session.Cookie;
          outgoing.writeHead(isKnown ? 202 : 401, isKnown ? alice : {}).end();
        }),
      );
      const heard = await listen(
        createServer((incoming, outgoing) => {
          last = incoming.headers;
          outgoing.end();
        }),
      );
      servers.push(signOn, heard);
      started.push((nginx = await startSite(new URL(address).host, hostOf(signOn))));
      started.push((tapped = await startSite(hostOf(heard), hostOf(signOn))));
    });
    after(async () => {
      await Promise.all(started.map((one) => one.stop()));
      for (const server of servers) server.close();
    });

    const sign = (record: { id: string }, headers: Record<string, string>): Promise<NginxAnswer> =>
      nginx.ask('/api/signatures', {
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

    it('a signature belongs to whom the sign-on knows, whatever the client says', async () => {
      const signed = record();
      const { status, text } = await sign(signed, { ...session, ...forged });
      assert.equal(status, 201, text);
      const kept = await nginx.ask(`/api/signatures/${signed.id}`, { headers: session });
      const { identity } = JSON.parse(kept.text) as { identity: unknown };
      assert.deepEqual(identity, { id: 'alice', name: 'Élise Çelik', department: 'Médecine' });
    });

    it('whoever is not signed in signs nothing, and reads no signature', async () => {
      assert.equal((await sign(record(), forged)).status, 401);
      assert.equal((await nginx.ask('/api/signatures/x', { headers: forged })).status, 401);
    });

    it('sends the receiver the address and the host that it saw itself', async () => {
      await tapped.ask('/api/signatures/x', { headers: { ...session, ...forged } });
      const { 'x-forwarded-for': client, 'x-forwarded-host': forwarded, host: asked } = last;
      assert.deepEqual([client, forwarded, asked], ['127.0.0.1', host, host]);
      assert.deepEqual([last['x-remote-user'], last['x-remote-roles']], ['alice', 'nurses']);
    });

    it('sends no identity where none is asked for', async () => {
      await tapped.ask('/api/charters/guide', { headers: { ...session, ...forged } });
      const identity = Object.keys(last).filter((name) => name.startsWith('x-remote-'));
      assert.deepEqual(identity, []);
    });

    it('gives texts and keys to anybody', async () => {
      for (const path of ['/api/charters/guide?locale=fr', '/.well-known/jwks.json', '/openapi.json']) {
        const { status, headers } = await nginx.ask(path);
        assert.equal(status, 200, path);
        assert.match(headers['strict-transport-security'] ?? '', /max-age/);
      }
    });

    it('keeps the state of the receiver, and the way to the sign-on, to itself', async () => {
      for (const path of ['/healthz', '/sign-on']) assert.equal((await nginx.ask(path)).status, 404, path);
    });

    it('leaves it to the receiver to say that a record is too long', async () => {
      const long = { ...record(), practices: ['x'.repeat(maxRecordSize)] };
      const { status, text } = await sign(long, session);
      assert.equal(status, 413);
      assert.equal((JSON.parse(text) as { type: string }).type, `${problemPrefix}payload-too-large`);
    });

    it('lets a form of the same site sign, and of no other', async () => {
      const body = new URLSearchParams({
        'charter.id': guide.charter.id,
        'charter.version': guide.charter.version,
        'charter.locale': 'fr',
        'signer.name': 'Élise Çelik',
        'signer.id': 'alice',
      });
      for (const { id } of guide.charter.statements ?? []) body.append('statements', id);
      const post = (origin: string): Promise<NginxAnswer> =>
        nginx.ask('/api/signatures', {
          method: 'POST',
          headers: {
            ...session,
            Origin: origin,
            'X-Forwarded-Host': new URL(origin).host,
            'Content-Type': 'application/x-www-form-urlencoded',
          },
          body: body.toString(),
        });
      assert.equal((await post('https://evil.example')).status, 403);
      const own = await post(`https://${host}`);
      assert.equal(own.status, 201, own.text);
    });

    it('has nothing to say in its error log', async () => {
      const errors = await nginx.readErrors();
      assert.deepEqual(
        errors.split('\n').filter((line) => /\[(?:warn|error|crit|alert|emerg)\]/.test(line)),
        [],
      );
    });
  });
});

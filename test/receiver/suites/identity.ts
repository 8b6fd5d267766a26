import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import type { Identity, IdentityFault } from '../../../receiver/domain/identity.ts';
import { mayReadSignature } from '../../../receiver/domain/may-read.ts';
import type { RecordedSignature } from '../../../receiver/domain/store.ts';
import { trustProxies } from '../../../receiver/http/client-address.ts';
import type { ReceiverOptions } from '../../../receiver/options.ts';
import { verifyReceipt } from '../../../src/signature/index.ts';
import type { JSONWebKeySet, Signer } from '../../../src/signature/index.ts';
import type { EngineUnderTest } from '../support/each-store.ts';
import { guideForm, postForm } from '../support/forms.ts';
import { assertPage } from '../support/pages.ts';
import { createRecord, guide } from '../support/records.ts';
import { assertProblem, post, readBack, request, showing, sign } from '../support/requests.ts';

const behindProxy: Partial<ReceiverOptions> = {
  trustedProxies: trustProxies(['127.0.0.1']),
  identityHeaders: { id: 'x-remote-user', name: 'x-remote-name', department: 'x-remote-department' },
};
const elsewhere: Partial<ReceiverOptions> = {
  ...behindProxy,
  trustedProxies: trustProxies(['10.9.8.7', '::1']),
};
const alice = {
  'X-Remote-User': 'alice',
  'X-Remote-Name': encodeURIComponent('Élise Çelik'),
  'X-Remote-Department': encodeURIComponent('Médecine 東'),
};

const unreadable: readonly [value: string, fault: IdentityFault][] = [
  ['50%', 'stray-percent'],
  ['%ff', 'not-utf-8'],
  ['\u00ff', 'not-utf-8'],
  ['a%00b', 'control-character'],
  ['x'.repeat(201), 'too-long'],
];

/** Who a row belongs to. */
export function identitySuite(get: () => EngineUnderTest): void {
  describe('identity', () => {
    async function withReceiver(options: Partial<ReceiverOptions>, act: (address: string) => Promise<void>) {
      const { address, close } = await get().serve(options);
      await act(address).finally(close);
    }

    const readRow = async (id: string) => {
      const [row] = await get().client.query<Record<string, string | null>>(
        'select signer_key, signer_name, department, identity_id from charter_signatures where id = $1',
        [id],
      );
      return { ...row };
    };

    /** A record of the person whom the proxy names, as that person writes their name. */
    const own = (signer: Partial<Signer> = {}) =>
      createRecord(guide, { signer: { name: 'elise celik', department: 'Médecine', ...signer } });

    it('comes from the proxy, wins over the posted signer and leaves the record as it was', () =>
      withReceiver(behindProxy, async (address) => {
        const record = own();
        const receipt = await sign(address, record, alice);
        const { body } = await request(address, `/api/signatures/${record.id}`, { headers: alice });
        assert.deepEqual(body['identity'], { id: 'alice', name: 'Élise Çelik', department: 'Médecine 東' });
        assert.deepEqual((body['record'] as typeof record).signer, record.signer);
        assert.deepEqual(await readRow(record.id), {
          signer_key: 'sso:alice',
          signer_name: 'Élise Çelik',
          department: 'Médecine 東',
          identity_id: 'alice',
        });
        const keys = (await request(address, '/.well-known/jwks.json')).body as unknown as JSONWebKeySet;
        assert.equal((await verifyReceipt(receipt, record, keys)).subject, 'alice');
        const anonymous = createRecord();
        const other = await sign(address, anonymous);
        assert.equal('subject' in (await verifyReceipt(other, anonymous, keys)), false);
      }));

    const signers: [signer: Signer, status: number, session?: Record<string, string>][] = [
      [{ name: 'Çelik Élise' }, 201],
      [{ name: 'ÉLISE ÇELIK'.normalize('NFD') }, 201],
      [{ name: 'Élise Martin-Çelik' }, 201],
      [{ name: 'É. Çelik' }, 201],
      [{ name: 'Élise Çelik', department: 'Ailleurs' }, 201],
      [{ name: 'E.', id: ' alice ' }, 201],
      [{ name: 'Sékou Brévannes' }, 403],
      [{ name: 'Élise Brévannes' }, 403],
      [{ name: 'Élise Çelik', id: '208316' }, 403],
      [{ name: '…' }, 403],
      // The proxy gives no name: there is nothing to compare with, and the receipt says who it was.
      [{ name: 'Sékou Brévannes' }, 201, { 'X-Remote-User': 'alice' }],
      [{ name: 'Sékou Brévannes', id: '208316' }, 403, { 'X-Remote-User': 'alice' }],
      [{ name: '東 海' }, 201, { 'X-Remote-User': 'x', 'X-Remote-Name': encodeURIComponent('海 東') }],
    ];
    for (const [signer, status, session = alice] of signers) {
      it(`answers ${status} to ${JSON.stringify(signer)} under ${JSON.stringify(session)}, also to a form`, () =>
        withReceiver(behindProxy, async (address) => {
          const record = createRecord(guide, { signer });
          const answer = await post(address, record, session);
          assert.equal(answer.status, status, answer.text);
          if (status === 403) assertProblem(answer, 403, 'other-signer');
          assert.equal((await readRow(record.id))['signer_key'] !== undefined, status === 201);
          const { name, id, department } = signer;
          const page = await postForm(
            address,
            {
              ...guideForm,
              'signer.name': name,
              ...(id !== undefined && { 'signer.id': id }),
              ...(department !== undefined && { 'signer.department': department }),
            },
            { ...session, 'Sec-Fetch-Site': 'same-origin' },
          );
          assertPage(
            page,
            status,
            status === 201 ? 'Votre signature est enregistrée' : 'Votre signature n’est pas enregistrée',
          );
        }));
    }

    it('gives no receipt of an earlier signature to somebody else of the same name', () =>
      withReceiver(behindProxy, async (address) => {
        const record = own();
        const receipt = await sign(address, record, alice);
        const namesake = { ...alice, 'X-Remote-User': 'alice2' };
        assertProblem(await post(address, record, namesake), 403, 'other-signer');
        assert.deepEqual((await post(address, record, alice)).body, receipt);
      }));

    it('is ignored from any other address', async () => {
      for (const options of [elsewhere, { ...behindProxy, trustedProxies: trustProxies([]) }]) {
        await withReceiver(options, async (address) => {
          const record = createRecord();
          const receipt = await sign(address, record, { ...alice, 'X-Forwarded-For': '127.0.0.1' });
          const { status, body } = await readBack(address, receipt);
          assert.equal(status, 200);
          assert.equal(body['identity'], undefined);
          const asAlice = await request(address, `/api/signatures/${record.id}`, { headers: alice });
          assertProblem(asAlice, 401, 'sign-in-required');
          assert.equal((await readRow(record.id))['identity_id'], null);
        });
      }
    });

    it('is read from the headers that are configured', () =>
      withReceiver({ ...behindProxy, identityHeaders: { id: 'x-hospital-login' } }, async (address) => {
        const record = createRecord();
        await sign(address, record, { ...alice, 'X-Hospital-Login': 'al%C3%AFce' });
        assert.deepEqual(await readRow(record.id), {
          signer_key: 'sso:alïce',
          signer_name: record.signer.name,
          department: record.signer.department,
          identity_id: 'alïce',
        });
      }));

    it('is required where the receiver says so', async () => {
      const record = own();
      await withReceiver({ ...behindProxy, requireIdentity: true }, async (address) => {
        assertProblem(await post(address, record), 401, 'sign-in-required');
        assertProblem(await request(address, `/api/signatures/${record.id}`), 401, 'sign-in-required');
        assertProblem(await request(address, '/api/coverage?charter=guide'), 401, 'sign-in-required');
        assert.equal((await request(address, '/api/charters/guide')).status, 200);
        await sign(address, record, alice);
      });
      await withReceiver({ ...elsewhere, requireIdentity: true }, async (address) => {
        assertProblem(await post(address, record, alice), 401, 'sign-in-required');
      });
    });

    it('keeps a signature from other people, and from whoever does not say who they are', () =>
      withReceiver(behindProxy, async (address) => {
        const record = own();
        const receipt = await sign(address, record, alice);
        assertProblem(await request(address, `/api/signatures/${record.id}`), 401, 'sign-in-required');
        const bob = { 'X-Remote-User': 'bob' };
        const asBob = await request(address, `/api/signatures/${record.id}`, { headers: bob });
        assertProblem(asBob, 403, 'forbidden');
        // What the receipt proves, it proves to whoever is shown it.
        const shown = { headers: { ...bob, ...showing(receipt).headers } };
        assert.equal((await request(address, `/api/signatures/${record.id}`, shown)).status, 200);
      }));

    it('shows all signatures to whoever has the role of a reader', () => {
      const signature = { identity: { id: 'alice' }, receipt: 'a.b.c' } as unknown as RecordedSignature;
      const reads = (identity: Identity | undefined) =>
        mayReadSignature(signature, { identity, receipt: undefined });
      assert.deepEqual(
        [
          undefined,
          { id: 'bob' },
          { id: 'bob', roles: ['other'] },
          { id: 'bob', roles: ['reader'] },
          { id: 'alice' },
        ].map(reads),
        [false, false, false, true, true],
      );
    });

    it('is refused when it cannot be read, so that a row belongs to nobody else', () =>
      withReceiver(behindProxy, async (address) => {
        const log = get().log;
        for (const header of ['X-Remote-User', 'X-Remote-Name', 'X-Remote-Department'])
          for (const [value, fault] of unreadable) {
            log.length = 0;
            const record = createRecord();
            const refused = await post(address, record, { ...alice, [header]: value });
            assertProblem(refused, 500, 'unreadable-identity');
            assert.deepEqual(await readRow(record.id), {});
            const [entry, ...others] = log;
            const told = [entry?.event, entry?.['header'], entry?.['fault'], others.length];
            assert.deepEqual(told, ['identity-unreadable', header.toLowerCase(), fault, 0]);
            assert.equal(refused.body['instance'], `urn:uuid:${String(entry!['requestId'])}`);
            // What to write is said; whom it is about is not.
            assert.match(String(entry!['remedy']), /^Have the proxy /);
            assert.doesNotMatch(JSON.stringify(entry), /Élise|x{9}|50%/);
          }
      }));

    it('that cannot be read sends whoever fills in a form to those who run the intranet', () =>
      withReceiver(behindProxy, async (address) => {
        const page = await postForm(address, guideForm, {
          ...alice,
          'X-Remote-Name': '\u00c9lise',
          'Sec-Fetch-Site': 'same-origin',
        });
        assertPage(page, 500, 'Votre signature n’est pas enregistrée');
        assert.match(page.text, /réglage à corriger[^]*Signalez-le au service informatique/);
        assert.doesNotMatch(page.text, /identifiez-vous|Se connecter/);
      }));

    it('is refused where two lines say who it is', () =>
      withReceiver(behindProxy, async (address) => {
        for (const second of ['alice', 'bob']) {
          const status = await rawStatus(address, ['X-Remote-User: alice', `X-Remote-User: ${second}`]);
          assert.equal(status, 500);
          assert.equal(get().log.at(-1)?.['fault'], 'repeated');
        }
      }));

    it('is taken in UTF-8 that is not percent-encoded too', () =>
      withReceiver(behindProxy, async (address) => {
        const record = createRecord();
        await sign(address, record, { 'X-Remote-User': Buffer.from('zoë').toString('latin1') });
        assert.equal((await readRow(record.id))['identity_id'], 'zoë');
      }));
  });
}

/** `fetch` writes one line of a header, whatever it is given. */
async function rawStatus(address: string, lines: readonly string[]): Promise<number> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  const head = ['GET /api/coverage?charter=guide HTTP/1.1', 'Host: x', 'Connection: close', ...lines];
  socket.end(`${head.join('\r\n')}\r\n\r\n`);
  const answer = (await socket.setEncoding('utf8').toArray()).join('');
  return Number(answer.split(' ')[1]);
}

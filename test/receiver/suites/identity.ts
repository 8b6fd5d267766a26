import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { trustProxies } from '../../../receiver/http/client-address.ts';
import type { ReceiverOptions } from '../../../receiver/options.ts';
import type { EngineUnderTest } from '../support/each-store.ts';
import { createRecord } from '../support/records.ts';
import { assertProblem, post, request, sign } from '../support/requests.ts';

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

    it('comes from the proxy, wins over the posted signer and leaves the record as it was', () =>
      withReceiver(behindProxy, async (address) => {
        const record = createRecord();
        await sign(address, record, alice);
        const { body } = await request(address, `/api/signatures/${record.id}`, { headers: alice });
        assert.deepEqual(body['identity'], { id: 'alice', name: 'Élise Çelik', department: 'Médecine 東' });
        assert.deepEqual((body['record'] as typeof record).signer, record.signer);
        assert.deepEqual(await readRow(record.id), {
          signer_key: 'sso:alice',
          signer_name: 'Élise Çelik',
          department: 'Médecine 東',
          identity_id: 'alice',
        });
      }));

    it('is ignored from any other address', async () => {
      for (const options of [elsewhere, { ...behindProxy, trustedProxies: trustProxies([]) }]) {
        await withReceiver(options, async (address) => {
          const record = createRecord();
          await sign(address, record, { ...alice, 'X-Forwarded-For': '127.0.0.1' });
          const { body } = await request(address, `/api/signatures/${record.id}`, { headers: alice });
          assert.equal(body['identity'], undefined);
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
      const record = createRecord();
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
        const record = createRecord();
        await sign(address, record, alice);
        assertProblem(await request(address, `/api/signatures/${record.id}`), 401, 'sign-in-required');
        const bob = { headers: { 'X-Remote-User': 'bob' } };
        assertProblem(await request(address, `/api/signatures/${record.id}`, bob), 403, 'forbidden');
      }));

    it('is refused when it cannot be read, so that a row belongs to nobody else', () =>
      withReceiver(behindProxy, async (address) => {
        for (const value of ['50%', '%ff', '\u00ff', 'a%00b', 'x'.repeat(201)]) {
          const record = createRecord();
          assertProblem(await post(address, record, { 'X-Remote-User': value }), 401, 'sign-in-required');
          assert.deepEqual(await readRow(record.id), {});
        }
      }));

    it('is refused where two lines say who it is', () =>
      withReceiver(behindProxy, async (address) => {
        for (const second of ['alice', 'bob']) {
          const status = await rawStatus(address, ['X-Remote-User: alice', `X-Remote-User: ${second}`]);
          assert.equal(status, 401);
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

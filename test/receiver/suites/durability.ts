import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { verifyReceipt } from '../../../src/signature/index.ts';
import type { JSONWebKeySet, Receipt, SignatureRecord } from '../../../src/signature/index.ts';
import type { EngineUnderTest } from '../support/each-store.ts';
import { createRecord } from '../support/records.ts';
import { post, request, sign } from '../support/requests.ts';
import { startProcess } from '../support/server-process.ts';

const kills = 10;

/** What is left when the process that recorded it has ended, politely or not. */
export function durabilitySuite(get: () => EngineUnderTest): void {
  describe('a receiver in a process of its own', () => {
    it('has its rows and its keys after a restart', async () => {
      const place = await get().createPlace();
      const first = await startProcess(place);
      const record = createRecord();
      const receipt = await sign(first.address, record);
      assert.equal(await first.end('SIGTERM'), 0);

      const second = await startProcess(place);
      const { body } = await request(second.address, `/api/signatures/${record.id}`);
      assert.equal(body['receipt'], receipt.receipt);
      assert.equal((await post(second.address, record)).status, 200);
      const keys = await request(second.address, '/.well-known/jwks.json');
      await verifyReceipt(receipt, record, keys.body as unknown as JSONWebKeySet);
      assert.equal(await second.end('SIGINT'), 0);
    });

    it(`has every row that it acknowledged after ${kills} times kill -9`, async () => {
      const place = await get().createPlace();
      const acknowledged = new Map<string, Receipt>();
      let interrupted: SignatureRecord[] = [];
      for (let round = 0; round < kills; round++) {
        const server = await startProcess(place);
        // What was under way when the last one died is sent again, as an outbox does.
        for (const record of interrupted) {
          const { status, body, text } = await post(server.address, record);
          assert.ok(status === 200 || status === 201, text);
          acknowledged.set(record.id, body as unknown as Receipt);
        }
        interrupted = [];
        const enough = acknowledged.size + 5 + Math.floor(Math.random() * 30);
        let dead: Promise<unknown> | undefined;
        const people = Array.from({ length: 8 }, async () => {
          for (;;) {
            const record = createRecord();
            try {
              acknowledged.set(record.id, await sign(server.address, record));
            } catch (error) {
              // The connection was cut; a wrong answer is another matter.
              if (error instanceof assert.AssertionError) throw error;
              interrupted.push(record);
              return;
            }
            if (acknowledged.size >= enough) dead ??= server.end('SIGKILL');
          }
        });
        await Promise.all(people);
        await dead;
      }

      const server = await startProcess(place);
      for (const [id, receipt] of acknowledged) {
        const { body } = await request(server.address, `/api/signatures/${id}`);
        assert.equal(body['receipt'], receipt.receipt, id);
      }
      assert.equal(await server.end('SIGTERM'), 0);
    });

    it('lets a request under way finish when it is told to stop', async () => {
      const place = await get().createPlace();
      const server = await startProcess(place);
      const record = createRecord();
      const body = Buffer.from(JSON.stringify(record));
      const port = Number(new URL(server.address).port);
      const socket = connect(port, '127.0.0.1');
      const answer: string[] = [];
      socket.setEncoding('utf8').on('data', (chunk: string) => answer.push(chunk));
      socket.write(
        `POST /api/signatures HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n` +
          `Idempotency-Key: "${record.id}"\r\nContent-Length: ${body.length}\r\n\r\n`,
      );
      await once(socket, 'data');
      assert.match(answer.join(''), /^HTTP\/1\.1 100 Continue/);
      socket.write(body.subarray(0, 10));

      const ended = server.end('SIGTERM');
      while (await accepts(port));
      socket.write(body.subarray(10));
      await once(socket, 'close');
      assert.match(answer.join(''), /^HTTP\/1\.1 201 Created/m);
      assert.equal(await ended, 0);

      const next = await startProcess(place);
      assert.equal((await post(next.address, record)).status, 200);
      await next.end('SIGTERM');
    });

    it('shares a server with others that start at the same time, or keeps a folder for itself', async () => {
      const place = await get().createPlace();
      if (get().server) {
        const servers = await Promise.all([startProcess(place), startProcess(place), startProcess(place)]);
        const record = createRecord();
        const answers = await Promise.all(servers.map(({ address }) => post(address, record)));
        assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 201]);
        await Promise.all(servers.map((server) => server.end('SIGTERM')));
      } else {
        const server = await startProcess(place);
        await assert.rejects(
          startProcess(place),
          /another receiver may have it open\. Stop it, or give this one/,
        );
        assert.equal((await request(server.address, '/healthz')).status, 200);
        await server.end('SIGTERM');
      }
    });
  });
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

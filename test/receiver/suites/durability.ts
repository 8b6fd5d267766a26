import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { verifyReceipt } from '../../../src/signature/index.ts';
import type { JSONWebKeySet } from '../../../src/signature/index.ts';
import type { EngineUnderTest } from '../support/each-store.ts';
import { createRecord } from '../support/records.ts';
import { post, readBack, request, sign } from '../support/requests.ts';
import { startProcess } from '../support/server-process.ts';

/** What is left when the process that recorded it has ended as it was told to. */
export function durabilitySuite(get: () => EngineUnderTest): void {
  describe('a receiver in a process of its own', () => {
    it('has its rows and its keys after a restart', async () => {
      const place = await get().createPlace();
      const first = await startProcess(place);
      const record = createRecord();
      const receipt = await sign(first.address, record);
      assert.equal(await first.end('SIGTERM'), 0);

      const second = await startProcess(place);
      const { body } = await readBack(second.address, receipt);
      assert.equal(body['receipt'], receipt.receipt);
      assert.equal((await post(second.address, record)).status, 200);
      const keys = await request(second.address, '/.well-known/jwks.json');
      await verifyReceipt(receipt, record, keys.body as unknown as JSONWebKeySet);
      assert.equal(await second.end('SIGINT'), 0);
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

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Ledger } from './ledger.ts';
import type { Ask, Messages } from './messages.ts';

/** Keeps the ledger over HTTP, for the pages of the run. */
export async function openDesk(
  ledger: Ledger,
): Promise<{ origin: string; errors: string[]; close: () => void }> {
  const errors: string[] = [];
  const acts: { [Act in keyof Messages]: (ask: Ask<Act>) => Promise<Messages[Act]['answer']> } = {
    time: () => Promise.resolve({ now: performance.now() }),
    arrive: async ({ tab, ...outbox }) => ({ visit: await ledger.arrive(tab, outbox) }),
    next: ({ tab, ...outbox }) => ledger.next(tab, outbox),
    intent: ({ tab, person, record }) => {
      ledger.intend(tab, person, record);
      return Promise.resolve({});
    },
    announced: ({ event, record }) => ledger.hear(event, record).then(() => ({})),
    waiting: ({ tab, seen }) => {
      ledger.note(tab, seen);
      return Promise.resolve({});
    },
    shown: ({ record }) => ledger.see(record, 'on screen').then(() => ({})),
  };
  const server = createServer((request, response) => {
    const act = request.url!.replace('/desk/', '') as keyof Messages;
    const answered = json(request).then((ask) => (acts[act] as (ask: unknown) => Promise<object>)(ask));
    answered.then(
      (answer) => response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer)),
      (error: unknown) => {
        // A page that was left while it asked is no failure.
        if (!request.destroyed || request.complete) errors.push(`${act}: ${String(error)}`);
        response.writeHead(500).end();
      },
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    errors,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Ledger } from './ledger.ts';
import type { Ask, Messages } from './messages.ts';

/** What a page asks of the world outside of it. */
export interface World {
  /** Takes the network away from a tab's device. */
  cut(tab: string, milliseconds: number): void;
  /** Closes a tab, and opens its page in another. */
  close(tab: string): void;
}

/** Keeps the ledger over HTTP, for the pages of the run. */
export async function openDesk(
  ledger: Ledger,
  world: World,
): Promise<{ origin: string; errors: string[]; close: () => void }> {
  const errors: string[] = [];
  const acts: { [Act in keyof Messages]: (ask: Ask<Act>) => Promise<Messages[Act]['answer']> } = {
    time: () => Promise.resolve({ now: performance.now() }),
    arrive: ({ tab, ...outbox }) => ledger.arrive(tab, outbox),
    next: ({ tab, ...outbox }) => ledger.next(tab, outbox),
    intent: told(({ tab, person, signed }) => ledger.intend(tab, person, signed)),
    announced: ({ tab, ...heard }) => ledger.hear(tab, heard).then(() => ({})),
    waiting: told(({ tab, seen }) => ledger.note(tab, seen)),
    shown: ({ record, by }) => ledger.show(record, by).then(() => ({})),
    sending: told(({ tab, record, milliseconds, isOver }) =>
      ledger.noteSending(tab, record, milliseconds, isOver),
    ),
    complain: told(({ tab, kind, detail }) => ledger.report(kind, `${detail} in ${tab}`)),
    disturb: told(({ disturbance, record }) => ledger.disturb(disturbance, record)),
    keepsNothing: told(({ tab }) => ledger.noteKeepsNothing(tab)),
    cut: told(({ tab, milliseconds }) => world.cut(tab, milliseconds)),
    close: told(({ tab }) => world.close(tab)),
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

function told<Ask>(act: (ask: Ask) => void): (ask: Ask) => Promise<object> {
  return (ask) => {
    act(ask);
    return Promise.resolve({});
  };
}

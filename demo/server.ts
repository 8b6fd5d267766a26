import { existsSync } from 'node:fs';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { createIntranet } from './intranet.ts';
import { identityHeaders } from './intranet-proxy.ts';
import { startReceiver } from '../receiver/server.ts';
import type { RunningReceiver } from '../receiver/server.ts';
import { readSettings } from '../receiver/settings.ts';

const folder = fileURLToPath(new URL('dist', import.meta.url));
const patience = 5_000;

try {
  await run();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

async function run(): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error('demo/dist holds no page yet: run "npx vite build" first.');
  }
  const { port, host, ...settings } = readSettings(process.env);
  const server = serve({
    port,
    hostname: host,
    fetch: async (request, env) => (await intranet).fetch(request, env),
  }) as Server;
  // The port comes first: a second start by mistake must say so, not that the database is in use.
  await listening(server, host, port);
  // The receiver has a port of its own, on this machine only, and believes what comes from here: its reverse proxy.
  const receiver = startReceiver({
    ...settings,
    port: 0,
    host: '127.0.0.1',
    trustedProxies: ['127.0.0.1'],
    identityHeader: identityHeaders.id,
    identityNameHeader: identityHeaders.name,
    identityDepartmentHeader: identityHeaders.department,
  });
  const intranet = receiver.then(({ address }) => createIntranet(address, folder));
  await intranet;
  stopOnSignal(server, await receiver);
  announce(server, host);
}

async function listening(server: Server, host: string, port: number): Promise<void> {
  try {
    await once(server, 'listening');
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new Error(
      code === 'EADDRINUSE'
        ? `Port ${port} of ${host} is in use: stop what listens there, or choose another with PORT=${port + 1}.`
        : `Nothing can listen on ${host}, port ${port} (${message}): change HOST or PORT.`,
      { cause },
    );
  }
}

function announce(server: Server, host: string): void {
  const { port } = server.address() as AddressInfo;
  const origin = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  console.log(`Intranet : ${origin}/`);
  console.log(`Qui a signé ? : ${origin}/register.html`);
  console.log(`La page la plus simple : ${origin}/simple.html`);
  console.log(`Le poste partagé : ${origin}/ward.html`);
  console.log(`Trois langues sur une page : ${origin}/languages.html`);
  console.log(`Répondre à une rumeur : ${origin}/rumour.html`);
  console.log(`La page sous CSP stricte : ${origin}/strict.html`);
}

/** Lets what is under way finish, the browser's side first; a second signal does not wait. */
function stopOnSignal(server: Server, receiver: RunningReceiver): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      void stop(server, receiver);
    });
  }
}

async function stop(server: Server, receiver: RunningReceiver): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const hurry = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearTimeout(hurry);
  await receiver.close();
}

import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { request as plainRequest } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../free-port.ts';

const run = promisify(execFile);

export interface ProxyAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface ProxyRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string;
}

/** A reverse proxy that runs with a file of the receiver. */
export interface TestProxy {
  /** Asks it as a browser would that trusts its certificate. */
  ask(path: string, options?: ProxyRequest): Promise<ProxyAnswer>;
  /** What it has complained about. */
  readErrors(): Promise<string>;
  stop(): Promise<void>;
}

/** How a proxy is run in a test. */
export interface ProxySite {
  /** Host and port of the receiver, and of the sign-on. */
  readonly receiver: string;
  readonly signOn: string;
  /** Path under which browsers know the receiver: empty, or such as `/charter`. */
  readonly path: string;
  /** Whether the proxy takes that path off. */
  readonly isStripped: boolean;
  /** Whether browsers come over TLS. */
  readonly isSecure: boolean;
}

/** A place for a proxy: a folder that any user may read, a port, a certificate. */
export interface ProxyPlace {
  readonly folder: string;
  readonly port: number;
  readonly certificate: string;
  readonly key: string;
  ask: TestProxy['ask'];
  remove(): Promise<void>;
}

/** The name that every site of a test goes by. */
export const host = 'charte.hopital.example';

export async function makePlace({ isSecure }: Pick<ProxySite, 'isSecure'>): Promise<ProxyPlace> {
  const folder = await mkdtemp(join(tmpdir(), 'charter-proxy-'));
  await chmod(folder, 0o755);
  const [certificate, key] = [join(folder, 'site.crt'), join(folder, 'site.key')];
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
    ...['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`, '-keyout', key, '-out', certificate],
  ]);
  const port = await freePort();
  const ca = await readFile(certificate, 'utf8');
  return {
    folder,
    port,
    certificate,
    key,
    async ask(path, { method = 'GET', headers = {}, body } = {}) {
      const options = { host: '127.0.0.1', port, path, method, headers: { Host: host, ...headers } };
      const asking = isSecure
        ? tlsRequest({ ...options, ca, servername: host, agent: false })
        : plainRequest({ ...options, agent: false });
      asking.end(body);
      const [response] = (await once(asking, 'response')) as [IncomingMessage];
      const text = Buffer.concat((await response.toArray()) as Buffer[]).toString();
      return { status: response.statusCode ?? 0, headers: response.headers, text };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/**
 * A file as an administrator changes it.
 *
 * @throws Error when it has not what is to be changed.
 */
export async function changedFile(file: string, changes: Readonly<Record<string, string>>): Promise<string> {
  const original = await readFile(file, 'utf8');
  return Object.entries(changes).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    return text.replaceAll(from, to);
  }, original);
}

import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port.ts';

const run = promisify(execFile);

export interface NginxAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface NginxRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string;
}

/** An nginx with one site, over TLS. */
export interface TestNginx {
  /** Its port on 127.0.0.1. */
  readonly port: number;
  /** Asks it as a browser would that trusts its certificate. */
  ask(path: string, options?: NginxRequest): Promise<NginxAnswer>;
  /** What it has written in its error log. */
  readErrors(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts nginx with the file of a site, as it would be in `conf.d`.
 *
 * @param host - The name that the site goes by.
 * @param adapt - What an administrator changes in the file: port, certificate, addresses.
 * @throws Error with what nginx says of the configuration.
 */
export async function startNginx(
  file: string,
  host: string,
  adapt: (site: string, given: { port: number; certificate: string; key: string }) => string,
): Promise<TestNginx> {
  const folder = await mkdtemp(join(tmpdir(), 'charter-nginx-'));
  const [certificate, key] = [join(folder, 'site.crt'), join(folder, 'site.key')];
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
    ...['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`, '-keyout', key, '-out', certificate],
  ]);
  const port = await freePort();
  await writeFile(join(folder, 'site.conf'), adapt(await readFile(file, 'utf8'), { port, certificate, key }));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `  ${name}_temp_path ${folder}/${name};`,
  );
  const configuration = join(folder, 'nginx.conf');
  await writeFile(
    configuration,
    [
      // Ignored, with a warning, where these tests do not run as root.
      ...(process.getuid?.() === 0 ? ['user root;'] : []),
      `pid ${folder}/nginx.pid;`,
      `error_log ${folder}/error.log notice;`,
      'events {}',
      'http {',
      `  access_log ${folder}/access.log;`,
      ...temporary,
      `  include ${folder}/site.conf;`,
      '}',
    ].join('\n'),
  );
  const nginx = (...args: string[]) =>
    run('nginx', ['-e', join(folder, 'error.log'), '-p', folder, '-c', configuration, ...args]);
  // Returns once it listens, and leaves a daemon.
  await nginx();
  const ca = await readFile(certificate, 'utf8');
  return {
    port,
    async ask(path, { method = 'GET', headers = {}, body } = {}) {
      const asking = request({
        ...{ host: '127.0.0.1', port, path, method, ca, servername: host, agent: false },
        headers: { Host: host, ...headers },
      });
      asking.end(body);
      const [response] = (await once(asking, 'response')) as [import('node:http').IncomingMessage];
      const text = Buffer.concat((await response.toArray()) as Buffer[]).toString();
      return { status: response.statusCode ?? 0, headers: response.headers, text };
    },
    readErrors: () => readFile(join(folder, 'error.log'), 'utf8'),
    async stop() {
      await nginx('-s', 'stop');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

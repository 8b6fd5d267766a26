import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { changedFile, host, makePlace } from './proxy.ts';
import type { ProxyPlace, ProxySite, TestProxy } from './proxy.ts';

const run = promisify(execFile);
const files = join(import.meta.dirname, '../../../receiver/nginx');
const installed = '/etc/nginx/snippets';

/**
 * Starts nginx with the files of the receiver: those of a host of its own, or of a path of a site that is there already.
 *
 * @throws Error with what nginx says of the configuration.
 */
export async function startNginx(site: ProxySite): Promise<TestProxy> {
  const place = await makePlace(site);
  const { folder } = place;
  await mkdir(join(folder, 'snippets'));
  for (const name of await readdir(join(files, 'snippets'))) {
    const text =
      name === pathFile ? await pathSnippet(site, place) : await readFile(join(files, 'snippets', name));
    await writeFile(join(folder, 'snippets', name), text);
  }
  await writeFile(
    join(folder, 'site.conf'),
    site.path === '' ? await ownHost(site, place) : otherSite(site, place),
  );
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
  return {
    ask: place.ask,
    async readErrors() {
      const lines = (await readFile(join(folder, 'error.log'), 'utf8')).split('\n');
      return lines.filter((line) => /\[(?:warn|error|crit|alert|emerg)\]/.test(line)).join('\n');
    },
    async stop() {
      await nginx('-s', 'stop');
      await place.remove();
    },
  };
}

const pathFile = 'charter-receiver-path.conf';

const listenOf = ({ isSecure }: ProxySite, { port, certificate, key }: ProxyPlace): string =>
  isSecure
    ? `listen 127.0.0.1:${port} ssl; ssl_certificate ${certificate}; ssl_certificate_key ${key};`
    : `listen 127.0.0.1:${port};`;

function ownHost(
  { receiver, signOn }: ProxySite,
  { folder, port, certificate, key }: ProxyPlace,
): Promise<string> {
  return changedFile(join(files, 'charter-receiver.conf'), {
    '127.0.0.1:4173': receiver,
    '127.0.0.1:4180': signOn,
    'listen 443 ssl': `listen 127.0.0.1:${port} ssl`,
    '/etc/nginx/tls/charte.crt': certificate,
    '/etc/nginx/tls/charte.key': key,
    [`include ${installed}`]: `include ${folder}/snippets`,
  });
}

/** A site with pages of its own. */
const otherSite = (site: ProxySite, place: ProxyPlace): string =>
  `server { ${listenOf(site, place)} server_name ${host};
     add_header Strict-Transport-Security "max-age=31536000" always;
     location / { return 404; }
     include ${place.folder}/snippets/${pathFile};
   }`;

async function pathSnippet(
  { receiver, signOn, path, isStripped }: ProxySite,
  { folder }: ProxyPlace,
): Promise<string> {
  const text = await changedFile(join(files, 'snippets', pathFile), {
    '127.0.0.1:4173': receiver,
    '127.0.0.1:4180': signOn,
    '/charter/': `${path}/`,
    [`include ${installed}`]: `include ${folder}/snippets`,
  });
  if (!isStripped) return text;
  return text.replace(
    new RegExp(`(location (?:= )?${path}(/\\S+) \\{[^}]*proxy_pass http://${receiver});`, 'g'),
    (_, before: string, rest: string) => `${before}${rest};`,
  );
}

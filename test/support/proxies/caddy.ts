import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { logFile, runInForeground } from './foreground.ts';
import { changedFile, host, makePlace } from './proxy.ts';
import type { ProxySite, TestProxy } from './proxy.ts';

const file = join(import.meta.dirname, '../../../receiver/caddy/Caddyfile');

/** Starts Caddy with the file of the receiver. */
export async function startCaddy(site: ProxySite): Promise<TestProxy> {
  const { path, receiver, signOn, isStripped, isSecure } = site;
  const place = await makePlace(site);
  const { folder, port, certificate, key } = place;
  const adapted = await changedFile(file, {
    '127.0.0.1:4173': receiver,
    '127.0.0.1:4180': signOn,
    'auto_https disable_redirects': [
      'auto_https disable_redirects',
      'admin off',
      'skip_install_trust',
      `log {\n\t\toutput file ${join(folder, logFile)}\n\t}`,
    ].join('\n\t'),
    [`\n${host} {`]: `\n${isSecure ? 'https' : 'http'}://${host}:${port} {\n\tbind 127.0.0.1`,
    'tls /etc/caddy/tls/charte.crt /etc/caddy/tls/charte.key': isSecure ? `tls ${certificate} ${key}` : '',
    ...(isStripped && { '# uri strip_prefix': 'uri strip_prefix' }),
  });
  await writeFile(join(folder, 'Caddyfile'), adapted);
  return runInForeground(
    {
      command: ['caddy', 'run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'],
      // What it keeps goes to a folder of its own.
      env: {
        ...process.env,
        HOME: folder,
        XDG_DATA_HOME: folder,
        XDG_CONFIG_HOME: folder,
        CHARTER_PATH: path,
      },
      isReady: (log) => log.includes('"serving initial configuration"'),
      complaint: /"level":"(?:error|fatal|panic)"/,
    },
    place,
  );
}

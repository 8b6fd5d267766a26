import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { logFile, runInForeground } from './foreground.ts';
import { changedFile, host, makePlace } from './proxy.ts';
import type { ProxySite, TestProxy } from './proxy.ts';

const run = promisify(execFile);
const file = join(import.meta.dirname, '../../../receiver/apache/charter-receiver.conf');
/** Where Debian and Ubuntu have them. */
const modules = '/usr/lib/apache2/modules';
const needed = [
  ...['mpm_event', 'authn_core', 'authn_file', 'authz_core', 'authz_user', 'auth_basic', 'env', 'setenvif'],
  ...['headers', 'proxy', 'proxy_http', 'socache_shmcb', 'ssl'],
];

/**
 * Starts Apache with the file of the receiver. Its own authentication by a file of passwords stands for the sign-on: it is another
 * module that does the same.
 *
 * @param people - Their passwords and names, by login.
 */
export async function startApache(
  site: ProxySite,
  people: Readonly<Record<string, { readonly password: string; readonly name: string }>>,
): Promise<TestProxy> {
  const { path, receiver, isStripped, isSecure } = site;
  const place = await makePlace(site);
  const { folder, port, certificate, key } = place;
  const passwords = join(folder, 'passwords');
  const names: string[] = [];
  const lines: string[] = [];
  for (const [login, { password, name }] of Object.entries(people)) {
    const { stdout } = await run('openssl', ['passwd', '-apr1', password]);
    lines.push(`${login}:${stdout.trim()}`);
    const basic = Buffer.from(`${login}:${password}`).toString('base64');
    names.push(`SetEnvIf Authorization "^Basic ${basic}$" "OIDC_CLAIM_name=${name}"`);
  }
  await writeFile(passwords, lines.join('\n'));
  const adapted = await changedFile(file, {
    ...(isStripped && { '127.0.0.1:4173${charter_path}': '127.0.0.1:4173' }),
    ...(path === ''
      ? { 'Define charter_path /charter': '', '${charter_path}': '' }
      : { 'Define charter_path /charter': `Define charter_path ${path}` }),
    '127.0.0.1:4173': receiver,
    '*:443': `127.0.0.1:${port}`,
    'intranet.hopital.example': host,
    'SSLEngine on': `SSLEngine ${isSecure ? 'on' : 'off'}`,
    '/etc/apache2/tls/intranet.crt': certificate,
    '/etc/apache2/tls/intranet.key': key,
    'AuthType openid-connect': [
      'AuthType Basic',
      'AuthName intranet',
      `AuthUserFile ${passwords}`,
      ...names,
    ].join('\n    '),
  });
  await writeFile(
    join(folder, 'apache.conf'),
    [
      `ServerRoot ${folder}`,
      `ServerName ${host}`,
      `PidFile ${folder}/apache.pid`,
      `DefaultRuntimeDir ${folder}`,
      `Mutex file:${folder}`,
      `ErrorLog ${join(folder, logFile)}`,
      `Listen 127.0.0.1:${port}`,
      ...needed.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`),
      // It does not serve as root.
      ...(process.getuid?.() === 0 ? ['User www-data', 'Group www-data'] : []),
      `DocumentRoot ${folder}`,
      '<Directory />',
      '  Require all denied',
      '</Directory>',
      adapted,
    ].join('\n'),
  );
  return runInForeground(
    {
      command: ['/usr/sbin/apache2', '-f', join(folder, 'apache.conf'), '-D', 'FOREGROUND'],
      isReady: (log) => log.includes('AH00094'),
      // But for who was refused, and for what is of the machine: a certificate that signed itself, the library of TLS.
      complaint:
        /\[\w+:(?:warn|error|crit|alert|emerg)\](?!.*(?:AH01617|AH01618|AH01630|AH01797|AH01873|AH01882|AH01906))/,
    },
    place,
  );
}

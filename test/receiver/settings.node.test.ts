import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { documentWith } from '../../build/marked-document.ts';
import { settingsTable } from '../../build/settings-table.ts';
import { describeVariables, readSettings } from '../../receiver/settings.ts';
import { startProcess } from './support/server-process.ts';

describe('settings', () => {
  it('need no environment', () => {
    assert.deepEqual(readSettings({ PORT: '', HOST: ' ' }), {
      port: 4173,
      host: '127.0.0.1',
      basePath: '',
      databaseURL: undefined,
      dataFolder: resolve('charter-receiver-data'),
      chartersFolder: resolve('dist/content'),
      identityHeader: 'x-remote-user',
      identityNameHeader: undefined,
      identityDepartmentHeader: undefined,
      identityRolesHeader: undefined,
      roleRules: { groups: { reader: [] }, separator: ',' },
      signOn: undefined,
      trustedProxies: [],
      requireIdentity: false,
      rateLimit: 600,
      coverageThreshold: 5,
      allowedOrigins: [],
      allowedHeaders: ['Authorization', 'X-CSRF-Token'],
      allowMutableTable: false,
    });
  });

  for (const address of [
    'postgresql://charter@db.hospital.example/charter',
    'postgres://charter:p%40ss%2Fword@127.0.0.1:5433/charter?sslmode=verify-full',
    'postgresql://user@/charter?host=/var/run/postgresql',
    'postgresql:///charter?host=/var/run/postgresql&user=charter',
  ])
    it(`take the database ${address}`, () => {
      assert.equal(readSettings({ DATABASE_URL: address }).databaseURL, address);
    });

  it('are read from the environment', () => {
    const settings = readSettings({
      PORT: '8080',
      HOST: '::',
      BASE_PATH: '/intranet/charter/',
      DATABASE_URL: 'postgresql://charter:secret@db.hospital.example:5432/charter',
      DATA_DIR: '/var/lib/charter',
      CHARTERS_DIR: 'charters',
      IDENTITY_HEADER: 'X-Hospital-Login',
      IDENTITY_NAME_HEADER: 'X-Hospital-Name',
      IDENTITY_DEPARTMENT_HEADER: 'X-Hospital-Department',
      IDENTITY_ROLES_HEADER: 'X-Hospital-Groups',
      READER_ROLES: 'CN=DRH,OU=Groupes; CN=DPO,OU=Groupes ;',
      ROLES_SEPARATOR: ';',
      TRUSTED_PROXY: '10.0.0.1, 10.1.0.0/16,::1',
      REQUIRE_IDENTITY: 'true',
      RATE_LIMIT: '0',
      COVERAGE_THRESHOLD: '8',
      ALLOWED_ORIGINS: 'https://a.example, http://b.example:8080',
      ALLOWED_HEADERS: 'X-Jeton, x_2',
      ALLOW_MUTABLE_TABLE: 'true',
    });
    assert.deepEqual(settings, {
      port: 8080,
      host: '::',
      basePath: '/intranet/charter',
      databaseURL: 'postgresql://charter:secret@db.hospital.example:5432/charter',
      dataFolder: '/var/lib/charter',
      chartersFolder: resolve('charters'),
      identityHeader: 'x-hospital-login',
      identityNameHeader: 'x-hospital-name',
      identityDepartmentHeader: 'x-hospital-department',
      identityRolesHeader: 'x-hospital-groups',
      roleRules: { groups: { reader: ['CN=DRH,OU=Groupes', 'CN=DPO,OU=Groupes'] }, separator: ';' },
      signOn: undefined,
      trustedProxies: ['10.0.0.1', '10.1.0.0/16', '::1'],
      requireIdentity: true,
      rateLimit: 0,
      coverageThreshold: 8,
      allowedOrigins: ['https://a.example', 'http://b.example:8080'],
      allowedHeaders: ['X-Jeton', 'x_2'],
      allowMutableTable: true,
    });
  });

  const provider = {
    OIDC_ISSUER: 'https://sso.hospital.example/realms/staff',
    OIDC_CLIENT_ID: 'charter',
    OIDC_CLIENT_SECRET: 'hush',
    OIDC_REDIRECT_URI: 'https://charter.hospital.example/auth/callback',
  };
  it('describe the provider that signs people in, and then want an identity', () => {
    const { signOn, requireIdentity } = readSettings({
      ...provider,
      OIDC_SCOPE: 'openid groups',
      OIDC_PKCE: 'false',
      OIDC_DISCOVERY: 'https://sso.hospital.example/.well-known/wallet',
      OIDC_PARAMETERS: 'acr_values=eidas1+eidas2&prompt=login',
      OIDC_ID_CLAIM: 'SubjectNameID',
      OIDC_NAME_CLAIM: 'given_name usual_name',
      OIDC_DEPARTMENT_CLAIM: 'department',
      OIDC_ROLES_CLAIM: 'realm_access.roles',
      OIDC_CLIENT_AUTH: 'client_secret_post',
      SESSION_IDLE: '15',
      SESSION_LIFETIME: '600',
      SESSION_SAME_SITE: 'none',
    });
    assert.equal(requireIdentity, true);
    assert.deepEqual(signOn, {
      issuer: provider.OIDC_ISSUER,
      discovery: 'https://sso.hospital.example/.well-known/wallet',
      clientId: 'charter',
      clientSecret: 'hush',
      clientSecretFile: undefined,
      clientAuthentication: 'client_secret_post',
      redirectURI: provider.OIDC_REDIRECT_URI,
      scope: 'openid groups',
      pkce: false,
      parameters: { acr_values: 'eidas1 eidas2', prompt: 'login' },
      idClaim: 'SubjectNameID',
      nameClaims: ['given_name', 'usual_name'],
      departmentClaim: 'department',
      rolesClaim: 'realm_access.roles',
      idleTime: 15,
      lifetime: 600,
      sameSite: 'none',
    });
    assert.equal(readSettings({ ...provider, REQUIRE_IDENTITY: 'false' }).requireIdentity, false);
    const under = { ...provider, OIDC_REDIRECT_URI: 'https://x.example/charte/auth/callback' };
    assert.equal(readSettings(under).basePath, '/charte');
    const local = {
      OIDC_ISSUER: 'http://127.0.0.1:8080',
      OIDC_REDIRECT_URI: 'http://localhost:4173/auth/callback',
    };
    assert.equal(readSettings({ ...provider, ...local }).signOn?.issuer, 'http://127.0.0.1:8080');
  });

  const wrong: [Record<string, string>, RegExp][] = [
    [{ PORT: '70000' }, /^PORT is "70000": expected a whole number from 0 to 65535\.$/],
    [{ PORT: '8e3' }, /^PORT is/],
    [
      { BASE_PATH: 'charter' },
      /^BASE_PATH is "charter": expected a path such as \/charter, without a query\.$/,
    ],
    [{ BASE_PATH: '/api/charter' }, /^BASE_PATH is .*: expected another first part than api, auth, /],
    [
      { ...provider, BASE_PATH: '/charter' },
      /^BASE_PATH is "\/charter" and OIDC_REDIRECT_URI has the path "" before \/auth\/callback: leave/,
    ],
    [{ HOST: 'http://x' }, /^HOST is "http:\/\/x": expected a host name/],
    [{ DATABASE_URL: 'mysql://u:secret@h/d' }, /^DATABASE_URL is "…": expected postgresql:/],
    ...['p/ss', 'p#ss', 'p?ss', '123/x'].map((password): [Record<string, string>, RegExp] => [
      { DATABASE_URL: `postgresql://charter:${password}@db.hospital.example/charter` },
      /^DATABASE_URL is "…": the characters \/ \? # @ of a name or a password are written %2F %3F %23 %40\.$/,
    ]),
    [{ DATABASE_URL: 'postgresql://db.hospital.example' }, /^DATABASE_URL is "…": expected postgresql:/],
    [{ IDENTITY_HEADER: 'X Y' }, /^IDENTITY_HEADER is "X Y": expected the name of one HTTP header\.$/],
    [
      { TRUSTED_PROXY: '10.0.0.1, proxy' },
      /^TRUSTED_PROXY is .*: "proxy" is neither an IP address nor a range/,
    ],
    [{ TRUSTED_PROXY: '10.0.0.0/33' }, /^TRUSTED_PROXY is/],
    [{ TRUSTED_PROXY: '10.0.0.0/' }, /^TRUSTED_PROXY is/],
    [
      { REQUIRE_IDENTITY: 'yes', TRUSTED_PROXY: '::1' },
      /^REQUIRE_IDENTITY is "yes": expected true or false\.$/,
    ],
    [{ REQUIRE_IDENTITY: 'true' }, /TRUSTED_PROXY is empty, so no one could ever sign/],
    [{ RATE_LIMIT: '-1' }, /^RATE_LIMIT is/],
    [{ ALLOWED_ORIGINS: '*' }, /^ALLOWED_ORIGINS is "\*": "\*" is not an origin such as/],
    [
      { ALLOWED_ORIGINS: 'https://a.example/,https://b.example,intranet' },
      /^ALLOWED_ORIGINS is .*: "https:\/\/a\.example\/" is not an origin .*; "intranet" is not an origin/,
    ],
    [
      { ALLOWED_HEADERS: 'X-Ok,X Jeton,Authorization: Bearer,é' },
      /^ALLOWED_HEADERS is .*: "X Jeton" is not the name of a header .*; "Authorization: Bearer" is .*; "é" is [^;]*\.$/,
    ],
    [{ ALLOWED_HEADERS: '*' }, /: "\*" is not understood by browsers here: write the name of each header\.$/],
    [{ OIDC_CLIENT_ID: 'charter' }, /^OIDC_CLIENT_ID is set and OIDC_ISSUER is not: set it to the address/],
    [
      { OIDC_ISSUER: provider.OIDC_ISSUER },
      /^OIDC_CLIENT_ID is missing: .*\nOIDC_CLIENT_SECRET is missing: .*\nOIDC_REDIRECT_URI is missing: .*callback\.$/,
    ],
    [{ ...provider, OIDC_CLIENT_SECRET_FILE: '/run/secrets/x' }, /^OIDC_CLIENT_SECRET and .* are both set/],
    [{ ...provider, OIDC_ISSUER: 'http://sso.hospital.example' }, /^OIDC_ISSUER is .*: expected https/],
    [
      { ...provider, OIDC_ISSUER: `${provider.OIDC_ISSUER}/.well-known/openid-configuration` },
      /^OIDC_ISSUER is .*: expected the part before \/\.well-known\.$/,
    ],
    [
      { ...provider, OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' },
      /^OIDC_ISSUER is .*: it takes people of every organisation: expected that of your tenant/,
    ],
    [
      { ...provider, OIDC_REDIRECT_URI: 'https://x.example/' },
      /^OIDC_REDIRECT_URI is .*ends with \/auth\/callback\.$/,
    ],
    [
      { ...provider, OIDC_REDIRECT_URI: 'http://charter.hospital.example/auth/callback' },
      /^OIDC_REDIRECT_URI is .*: expected https: without it, whoever is on the network/,
    ],
    [{ ...provider, OIDC_DISCOVERY: 'https://x.example/' }, /^OIDC_DISCOVERY is .*\/\.well-known\/ in it\.$/],
    [{ ...provider, OIDC_SCOPE: 'profile' }, /^OIDC_SCOPE is "profile": it must hold openid\.$/],
    [
      { ...provider, OIDC_PARAMETERS: 'state=1' },
      /^OIDC_PARAMETERS is "state=1": state is set by the receiver/,
    ],
    [{ ...provider, OIDC_PARAMETERS: 'acr_values' }, /^OIDC_PARAMETERS is .*: expected name=value pairs/],
    [
      { ...provider, OIDC_CLIENT_AUTH: 'none' },
      /^OIDC_CLIENT_AUTH is "none": expected client_secret_basic or/,
    ],
    [{ ...provider, SESSION_IDLE: '0' }, /^SESSION_IDLE is "0": expected at least 1\.$/],
    [{ ...provider, SESSION_IDLE: '600' }, /^SESSION_IDLE is longer than SESSION_LIFETIME: shorten it\.$/],
    [{ ...provider, SESSION_SAME_SITE: 'strict' }, /^SESSION_SAME_SITE is "strict": expected lax or none\.$/],
    [
      { ...provider, IDENTITY_HEADER: 'x-login' },
      /^IDENTITY_HEADER and OIDC_ISSUER are set: .* Remove one\.$/,
    ],
    [{ ROLES_SEPARATOR: ' / ' }, /^ROLES_SEPARATOR is "\/": expected one of , ; \|\.$/],
    [{ PORT: 'x', HOST: '/' }, /^PORT is .*\nHOST is /],
  ];
  for (const [environment, message] of wrong) {
    it(`refuse ${JSON.stringify(environment)} with a sentence`, () => {
      assert.throws(() => readSettings(environment), { message });
    });
  }
});

describe('the variables of a receiver', () => {
  it('each say what they are for', () => {
    for (const { help } of describeVariables()) assert.match(help, /\.$/);
  });

  it('are in its README, as `--help` says them', async () => {
    const written = await documentWith('settings', settingsTable(), 'receiver/README.md');
    assert.equal(await readFile('receiver/README.md', 'utf8'), written, 'run node build/settings-table.ts');
  });
});

describe('a receiver that cannot start', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'charter-start-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('says why, without a stack', async () => {
    const place = { dataFolder: join(folder, 'data') };
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const reasons: [NodeJS.ProcessEnv, RegExp][] = [
      [{ PORT: '-1' }, /PORT is "-1"/],
      [
        { CHARTERS_DIR: join(folder, 'none') },
        /The folder of charters .*none cannot be read\. Set CHARTERS_DIR/,
      ],
      [
        { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' },
        /The PostgreSQL server cannot be asked: .*ECONNREFUSED/,
      ],
      [{ DATA_DIR: '/dev/null/data' }, /The folder \/dev\/null\/data cannot be written to\. Set DATA_DIR/],
      [{ PORT: String(port) }, new RegExp(`cannot listen on 127\\.0\\.0\\.1, port ${port}: .*EADDRINUSE`)],
    ];
    for (const [environment, reason] of reasons) {
      await assert.rejects(startProcess(place, environment), ({ message }: Error) => {
        assert.match(message, /^The receiver did not start\.\n/);
        assert.match(message, reason);
        assert.doesNotMatch(message, /\n\s+at /);
        return true;
      });
    }
    taken.close();
  });
});

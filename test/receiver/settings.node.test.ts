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
      databaseURL: undefined,
      dataFolder: resolve('charter-receiver-data'),
      chartersFolder: resolve('dist/content'),
      identityHeader: 'x-remote-user',
      identityNameHeader: undefined,
      identityDepartmentHeader: undefined,
      trustedProxies: [],
      requireIdentity: false,
      rateLimit: 600,
      coverageThreshold: 5,
      allowedOrigins: [],
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
      DATABASE_URL: 'postgresql://charter:secret@db.hospital.example:5432/charter',
      DATA_DIR: '/var/lib/charter',
      CHARTERS_DIR: 'charters',
      IDENTITY_HEADER: 'X-Hospital-Login',
      IDENTITY_NAME_HEADER: 'X-Hospital-Name',
      IDENTITY_DEPARTMENT_HEADER: 'X-Hospital-Department',
      TRUSTED_PROXY: '10.0.0.1, 10.1.0.0/16,::1',
      REQUIRE_IDENTITY: 'true',
      RATE_LIMIT: '0',
      COVERAGE_THRESHOLD: '8',
      ALLOWED_ORIGINS: 'https://a.example, http://b.example:8080',
      ALLOW_MUTABLE_TABLE: 'true',
    });
    assert.deepEqual(settings, {
      port: 8080,
      host: '::',
      databaseURL: 'postgresql://charter:secret@db.hospital.example:5432/charter',
      dataFolder: '/var/lib/charter',
      chartersFolder: resolve('charters'),
      identityHeader: 'x-hospital-login',
      identityNameHeader: 'x-hospital-name',
      identityDepartmentHeader: 'x-hospital-department',
      trustedProxies: ['10.0.0.1', '10.1.0.0/16', '::1'],
      requireIdentity: true,
      rateLimit: 0,
      coverageThreshold: 8,
      allowedOrigins: ['https://a.example', 'http://b.example:8080'],
      allowMutableTable: true,
    });
  });

  const wrong: [Record<string, string>, RegExp][] = [
    [{ PORT: '70000' }, /^PORT is "70000": expected a whole number from 0 to 65535\.$/],
    [{ PORT: '8e3' }, /^PORT is/],
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
    [{ ALLOWED_ORIGINS: 'https://a.example/' }, /^ALLOWED_ORIGINS is/],
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

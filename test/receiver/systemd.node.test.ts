import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { describeVariables } from '../../receiver/settings.ts';

const execute = promisify(execFile);
const file = join(import.meta.dirname, '../../receiver/systemd/charter-receiver.service');
/** From 0, nothing is open, to 100: what systemd calls exposed. */
const mostExposure = 20;

describe('receiver/systemd/charter-receiver.service', async () => {
  const text = await readFile(file, 'utf8');
  const valuesOf = (name: string): string[] =>
    [...text.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value]) => value!);
  let folder: string;
  let unit: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'charter-systemd-'));
    unit = join(folder, 'charter-receiver.service');
    // Node is elsewhere on machines that run tests, and systemd looks whether it is there.
    await writeFile(unit, text.replace('ExecStart=/usr/bin/node ', `ExecStart=${process.execPath} `));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('is one that systemd has nothing to say about', async () => {
    const { stdout, stderr } = await execute('systemd-analyze', ['verify', '--man=no', unit]);
    assert.equal(stdout + stderr, '');
  });

  it('leaves little open', async () => {
    // Fails where it is more.
    const threshold = `--threshold=${mostExposure}`;
    await execute('systemd-analyze', ['security', '--offline=yes', threshold, '--no-pager', unit]);
  });

  it('gives settings that the receiver has, and the folder that it may write', () => {
    const given = valuesOf('Environment').flatMap((value) => value.split(' ').map((pair) => pair.split('=')));
    const known = [...describeVariables().map(({ name }) => name), 'NODE_ENV', 'TZ'];
    assert.deepEqual(
      given.filter(([name]) => !known.includes(name!)),
      [],
    );
    assert.equal(Object.fromEntries(given)['DATA_DIR'], `/var/lib/${valuesOf('StateDirectory')[0]}`);
  });

  it('waits longer for its end than the receiver takes', () => {
    // `drain` cuts the last requests after ten seconds.
    assert.ok(parseInt(valuesOf('TimeoutStopSec')[0] ?? '', 10) > 10);
  });
});

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { it } from 'node:test';
import { createRecord } from './support/records.ts';
import { sign } from './support/requests.ts';
import { launchProcess } from './support/server-process.ts';

const calls = 'fsync,fdatasync,pwrite64,pwritev,write,writev,sendto,sendmsg';

it('an acknowledged signature is on the disk before the embedded database lets it be answered', async (t) => {
  const found = (process.env['PATH'] ?? '').split(delimiter).some((path) => existsSync(join(path, 'strace')));
  assert.ok(found, 'strace is not installed, and sees what is on the disk: run test/setup-postgresql.sh');
  const dataFolder = await mkdtemp(join(tmpdir(), 'charter-receiver-disk-'));
  t.after(() => rm(dataFolder, { recursive: true, force: true }));
  const trace = join(dataFolder, 'trace');
  // Beside the receiver (-D), so that signals reach the receiver itself; with the paths of what is written to (-y).
  const strace = ['strace', '-D', '-f', '-y', '-s', '40', '-e', `trace=${calls}`, '-o', trace];
  const receiver = launchProcess({ dataFolder }, {}, strace);
  const address = await receiver.address;
  await sign(address, createRecord());
  await sign(address, createRecord());
  await receiver.end('SIGTERM');

  const lines = (await readFile(trace, 'utf8')).split('\n');
  const answered = lines.flatMap((line, index) => (line.includes('HTTP/1.1 201') ? [index] : []));
  assert.equal(answered.length, 2, 'the trace shows both answers');
  let from = 0;
  for (const end of answered) {
    const before = lines.slice(from, end);
    const written = before.findLastIndex((line) => /\bp?write(?:64|v)?\(.*\/pg_wal\//.test(line));
    assert.ok(written >= 0, 'the trace shows what is written to the log');
    const [, file = ''] = /<([^>]*\/pg_wal\/[^>]*)>/.exec(before[written]!) ?? [];
    const flushed = before.slice(written).some((line, index, after) => {
      if (!/\bf(data)?sync\(/.test(line) || !line.includes(file)) return false;
      if (!line.endsWith('<unfinished ...>')) return line.endsWith('= 0');
      // Another thread was heard meanwhile.
      const [thread = ''] = line.split(' ');
      return after
        .slice(index)
        .some((later) => later.startsWith(`${thread} `) && /sync resumed>.* = 0$/.test(later));
    });
    assert.ok(flushed, `${file} is flushed before the answer:\n${before.slice(-12).join('\n')}`);
    from = end + 1;
  }
});

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { lockFolder } from '../../receiver/store/folder-lock.ts';

describe('the lock of a folder', () => {
  let parent: string;
  before(async () => {
    parent = await mkdtemp(join(tmpdir(), 'charter-lock-'));
  });
  after(() => rm(parent, { recursive: true, force: true }));

  for (const [length, name] of [
    ['short', 'data'],
    ['longer than a socket’s may be', 'd'.repeat(120)],
  ] as const)
    it(`keeps a second receiver out, through a link too, where the path is ${length}`, async () => {
      const folder = join(parent, name);
      await mkdir(folder);
      const link = join(parent, `link-${name.length}`);
      await symlink(folder, link);
      // systemd gives each service a temporary folder of its own.
      const { TMPDIR } = process.env;
      const unlock = await lockFolder(folder);
      process.env['TMPDIR'] = await mkdtemp(join(parent, 'tmp-'));
      try {
        for (const path of [folder, link, join(folder, '.')])
          await assert.rejects(lockFolder(path), /cannot be locked: another receiver may have it open/);
        await unlock();
        const again = await lockFolder(link);
        await again();
      } finally {
        if (TMPDIR === undefined) delete process.env['TMPDIR'];
        else process.env['TMPDIR'] = TMPDIR;
      }
    });
});

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { sourceTexts } from '../../locales/interface-texts.ts';
import { openPage } from '../support/drive.ts';
import { useBrowser } from '../support/stage.ts';
import { serveFiles } from '../support/static-server.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

describe('the built Storybook', () => {
  const browser = useBrowser('chromium');
  let folder: string;
  let server: Awaited<ReturnType<typeof serveFiles>>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'charter-storybook-'));
    await run('npx', ['storybook', 'build', '--quiet', '--output-dir', folder], { cwd: root });
    server = await serveFiles(folder);
  });
  after(async () => {
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('shows each story without an error', async () => {
    const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as {
      entries: Record<string, { id: string; type: string }>;
    };
    const stories = Object.values(index.entries).filter(({ type }) => type === 'story');
    assert.ok(stories.length > 0);
    for (const { id } of stories) {
      const { page, log } = await openPage(browser(), `${server.origin}/iframe.html?id=${id}&viewMode=story`);
      await page.waitForFunction(() => document.querySelector('#storybook-root')?.childElementCount);
      assert.deepEqual(log.errors, [], id);
      await page.close();
    }
  });

  it('lists every text of the interface, with where it appears', async () => {
    const { page } = await openPage(
      browser(),
      `${server.origin}/iframe.html?id=localisation-textes-de-l-interface--textes&viewMode=story`,
    );
    await page.waitForSelector('.texts tbody tr');
    const rows = await page.$$eval('.texts tbody tr', (all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
    );
    assert.deepEqual(
      rows.map(([id]) => id),
      sourceTexts().map(({ name }) => name),
    );
    assert.deepEqual(
      rows.filter((cells) => cells.slice(1, 4).some((cell) => cell === '')),
      [],
    );
    await page.close();
  });
});

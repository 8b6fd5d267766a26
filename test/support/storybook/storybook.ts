import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serveFiles } from '../static-server.ts';

const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);

/** Nothing, not even an icon that the browser would ask for. */
const blank = '<!doctype html><link rel="icon" href="data:,">';

/** A story, or a page of documentation. */
export interface StorybookEntry {
  readonly id: string;
  readonly type: 'story' | 'docs';
  readonly title: string;
  readonly name: string;
}

export interface BuiltStorybook {
  readonly entries: readonly StorybookEntry[];
  readonly origin: string;
  /** Address of a page of the same origin that has nothing in it. */
  readonly blank: string;
  /** Address of a story alone. */
  urlOf(entry: StorybookEntry): string;
  close(): Promise<void>;
}

/** Builds Storybook and serves it. `STORYBOOK_FOLDER` names one that is built, which is then served as it is. */
export async function openStorybook(): Promise<BuiltStorybook> {
  const given = process.env['STORYBOOK_FOLDER'];
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'charter-storybook-')));
  const forget = async (): Promise<void> => {
    if (given === undefined) await rm(folder, { recursive: true, force: true });
  };
  try {
    if (given === undefined) {
      await run('npx', ['storybook', 'build', '--quiet', '--output-dir', folder], { cwd: root });
    }
    const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as {
      entries: Record<string, StorybookEntry>;
    };
    // All but the pages: their names are those of their content, or they are read once.
    const server = await serveFiles(folder, { '/blank.html': blank }, /^\/(?:assets|sb-)/);
    return {
      entries: Object.values(index.entries),
      origin: server.origin,
      blank: `${server.origin}/blank.html`,
      // The visit runs axe-core itself.
      urlOf: ({ id, type }) =>
        `${server.origin}/iframe.html?id=${encodeURIComponent(id)}&viewMode=${type}&globals=a11y.manual:!true`,
      close: async () => {
        server.close();
        await forget();
      },
    };
  } catch (error) {
    await forget();
    throw error;
  }
}

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Receipt, SignatureRecord } from '../../src/signature/index.ts';
import { verifyReceipt } from '../../src/signature/verify-receipt.ts';
import type { JSONWebKeySet } from '../../src/signature/verify-receipt.ts';
import { findPrograms, startPostgreSQL } from '../support/postgres.ts';
import type { TestPostgreSQL } from '../support/postgres.ts';
import type { Place } from './support/server-process.ts';
import { createRecord } from './support/records.ts';
import { post, request, sign } from './support/requests.ts';
import { endProcesses, startProcess } from './support/server-process.ts';

const execute = promisify(execFile);
const page = fromMarkdown(
  await readFile(join(import.meta.dirname, '../../receiver/docs/backup.md'), 'utf8'),
).children;

/** The commands under a heading of the page. */
function commandsOf(title: string): string {
  const start = page.findIndex(
    ({ type, ...node }) => type === 'heading' && JSON.stringify(node).includes(`"value":"${title}"`),
  );
  assert.notEqual(start, -1, `backup.md has no section "${title}"`);
  const section = page.slice(start + 1);
  const end = section.findIndex(({ type }) => type === 'heading');
  const commands = section.slice(0, end === -1 ? undefined : end).filter((node) => node.type === 'code');
  assert.equal(commands.length, 1, title);
  return commands[0]!.value;
}

describe('what receiver/docs/backup.md says', () => {
  let folder: string;
  let server: TestPostgreSQL;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'charter-backup-'));
    server = await startPostgreSQL();
  });
  after(async () => {
    endProcesses();
    await server.remove();
    await rm(folder, { recursive: true, force: true });
  });

  /** Runs commands of the page, one section after another, on a place. */
  async function follow(place: Place, name: string, ...titles: string[]): Promise<void> {
    const [backup, keys] = [join(folder, name, 'backup'), join(folder, name, 'keys')];
    for (const path of [backup, keys]) await mkdir(path, { recursive: true });
    for (const title of titles) {
      await execute('sh', ['-eu', '-c', commandsOf(title)], {
        cwd: folder,
        env: {
          PATH: [findPrograms(), process.env['PATH']].join(delimiter),
          DATA_DIR: place.dataFolder,
          BACKUP: backup,
          KEYS_BACKUP: keys,
          ...(place.databaseURL && { DATABASE_URL: place.databaseURL }),
        },
      });
    }
  }

  /** A signature that was acknowledged is there, with the receipt of then, which the published keys verify. */
  async function checkKept(address: string, record: SignatureRecord, receipt: Receipt): Promise<void> {
    const headers = { Authorization: `Receipt ${receipt.receipt}` };
    const kept = await request(address, `/api/signatures/${record.id}`, { headers });
    assert.equal(kept.status, 200, kept.text);
    assert.equal(kept.body['receipt'], receipt.receipt);
    const replay = await post(address, record);
    assert.equal(replay.status, 200, replay.text);
    assert.equal(replay.body['receipt'], receipt.receipt);
    const keys = await request(address, '/.well-known/jwks.json');
    await verifyReceipt(receipt, record, keys.body as unknown as JSONWebKeySet);
  }

  it('restores PostgreSQL from a dump made while the receiver runs', async () => {
    const place = { dataFolder: join(folder, 'pg-data'), databaseURL: await server.createDatabase() };
    const receiver = await startProcess(place);
    const record = createRecord();
    const receipt = await sign(receiver.address, record);
    await follow(place, 'postgresql', 'The keys', 'PostgreSQL, while the receiver runs');
    await receiver.end('SIGTERM');
    await rm(place.dataFolder, { recursive: true });

    const restored = { dataFolder: join(folder, 'pg-restored'), databaseURL: await server.createDatabase() };
    await follow(restored, 'postgresql', 'PostgreSQL, restored', 'The keys, restored');
    const again = await startProcess(restored);
    await checkKept(again.address, record, receipt);
    await again.end('SIGTERM');
  });

  it('restores the embedded database from a copy made while the receiver is stopped', async () => {
    const place = { dataFolder: join(folder, 'embedded') };
    const receiver = await startProcess(place);
    const record = createRecord();
    const receipt = await sign(receiver.address, record);
    await receiver.end('SIGTERM');
    await follow(
      place,
      'embedded-backup',
      'The keys',
      'The embedded database, while the receiver is stopped',
    );
    await rm(place.dataFolder, { recursive: true });

    await follow(place, 'embedded-backup', 'The keys, restored', 'The embedded database, restored');
    const again = await startProcess(place);
    await checkKept(again.address, record, receipt);
    await again.end('SIGTERM');
  });
});

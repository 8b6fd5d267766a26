import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { startReceiver } from '../../../receiver/server.ts';
import { receiver, records } from '../../fixtures/receivers/fifteen-lines.js';
import { run } from '../support/command.ts';
import { startEndpoint } from '../support/endpoint-process.ts';

const root = join(import.meta.dirname, '../../..');

interface Report {
  readonly pass: number;
  readonly breach: number;
  readonly remark: number;
  readonly rows: number;
  readonly results: { id: string; verdict: string; got: string; reasons: string[] }[];
}

async function tryOut(url: string, ...options: string[]): Promise<{ code: number | null; report: Report }> {
  const { code, out, err } = await run(root, ['conformance', url, '--json', ...options]);
  assert.equal(err !== '', options.includes('--under-session'), err);
  return { code, report: JSON.parse(out) as Report };
}

const unlike = ({ results }: Report) =>
  results.filter(({ verdict }) => !['pass', 'skipped'].includes(verdict));

describe('the trial of', () => {
  it('the reference receiver finds nothing to say, signed receipts and another origin included', async (t) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'charter-elements-conformance-'));
    const origin = 'https://intranet.example';
    const { address, close } = await startReceiver({
      port: 0,
      dataFolder,
      rateLimit: 0,
      allowedOrigins: [origin],
      log: () => undefined,
    });
    t.after(async () => {
      await close();
      rmSync(dataFolder, { recursive: true });
    });
    const { code, report } = await tryOut(
      `${address}/api/signatures`,
      '--strict',
      ...['--receipt-keys', `${address}/.well-known/jwks.json`],
      ...['--origin', origin],
    );
    assert.deepEqual(unlike(report), []);
    assert.equal(code, 0);
    const skipped = report.results.filter(({ verdict }) => verdict === 'skipped');
    assert.deepEqual(
      skipped.map(({ id }) => id),
      ['anonymous', 'stale-token'],
    );
  });

  const complete: [folder: string, command: [string, ...string[]]][] = [
    ['php', ['php', '-S', '127.0.0.1:0', 'index.php']],
    ['python', ['python3', 'receiver.py']],
    ['node', [process.execPath, 'server.js']],
  ];
  for (const [folder, command] of complete) {
    it(`demo/endpoints/${folder} finds nothing to say`, async (t) => {
      // What a hospital installs from npm.
      assert.ok(existsSync(join(root, 'dist/signature/index.js')), 'dist is missing: run npm run build');
      const { address, query } = await startEndpoint(t, folder, command, {
        IDENTITY_HEADER: 'X-Remote-User',
      });
      const signedIn = ['--header', 'X-Remote-User: Zo%C3%AB', '--under-session'];
      const { code, report } = await tryOut(`${address}/api/signatures`, '--strict', ...signedIn);
      assert.deepEqual(unlike(report), []);
      assert.equal(code, 0);
      assert.equal(report.results.find(({ id }) => id === 'anonymous')?.got, '401 sign-in-required');
      const { rows, identity } = query(
        'select count(distinct id) as rows, group_concat(distinct identity) as identity from charter_signatures',
      );
      assert.deepEqual({ rows, identity }, { rows: report.rows, identity: 'Zoë' });
      assert.throws(() => query('delete from charter_signatures'), /signatures are not deleted/);
    });
  }

  const least: [folder: string, command: [string, ...string[]]][] = [
    ['php', ['php', '-S', '127.0.0.1:0', 'ten-lines.php']],
    ['python', ['python3', 'ten_lines.py']],
    ['node', [process.execPath, 'ten-lines.js']],
  ];
  for (const [folder, command] of least) {
    it(`the few lines of demo/endpoints/${folder} finds no breach, but remarks`, async (t) => {
      const { address, query } = await startEndpoint(t, folder, command);
      const { code, report } = await tryOut(`${address}/signatures`);
      assert.deepEqual(
        unlike(report).filter(({ verdict }) => verdict === 'breach'),
        [],
      );
      assert.ok(report.remark > 10);
      assert.equal(code, 0);
      if (folder === 'node') return;
      assert.deepEqual({ ...query('select count(*) as rows from signatures') }, { rows: report.rows });
    });
  }

  it('the receiver of the end-to-end test finds no breach', async (t) => {
    receiver.listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    t.after(() => {
      records.clear();
      receiver.close();
      receiver.closeAllConnections();
    });
    const { port } = receiver.address() as AddressInfo;
    const { code, report } = await tryOut(`http://127.0.0.1:${port}/signatures`);
    assert.deepEqual(
      unlike(report).filter(({ verdict }) => verdict === 'breach'),
      [],
    );
    assert.equal(code, 0);
  });
});

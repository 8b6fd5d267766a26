import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { openEncryptionKeys } from '../../receiver/domain/encrypted-records.ts';
import { openReceiptKeys } from '../../receiver/domain/receipts.ts';
import { openSessionKeys } from '../../receiver/sign-on/sealed-claims.ts';

const run = promisify(execFile);
const command = join(import.meta.dirname, '../../receiver/main.ts');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'charter-keys-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const read = async (file: string) =>
  (JSON.parse(await readFile(file, 'utf8')) as { keys: { kid: string; d: string }[] }).keys;

const kinds = [
  {
    kind: 'receipts',
    name: 'receipt-keys.json',
    alg: 'ES256',
    use: 'sig',
    loss: 'receipts that people keep',
    open: async (file: string) => (await openReceiptKeys(file)).publicKeys.keys.at(-1)!,
  },
  {
    kind: 'encryption',
    name: 'encryption-keys.json',
    alg: 'ECDH-ES',
    use: 'enc',
    loss: 'records that shared devices still keep encrypted',
    open: async (file: string) => (await openEncryptionKeys(file)).publicKey,
  },
];
for (const { kind, name, alg, use, loss, open } of kinds) {
  describe(`the file of keys for ${kind}`, () => {
    let file: string;
    beforeEach(() => {
      file = join(folder, 'data', name);
    });

    it('is made once, for the owner alone', async () => {
      const [first, second] = await Promise.all([open(file), open(file)]);
      assert.deepEqual(first, second);
      assert.deepEqual(await open(file), first);
      assert.equal((await stat(file)).mode & 0o777, 0o600);
      assert.equal((await stat(dirname(file))).mode & 0o777, 0o700);
      assert.deepEqual(await readdir(dirname(file)), [basename(file)]);
    });

    it('gives a public key that says what it is for, and nothing private', async () => {
      const key = await open(file);
      const [{ kid, d }] = (await read(file)) as [{ kid: string; d: string }];
      assert.deepEqual(Object.keys(key).sort(), ['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
      assert.deepEqual({ ...key, x: '', y: '' }, { kty: 'EC', crv: 'P-256', alg, use, kid, x: '', y: '' });
      assert.ok(d);
      assert.doesNotMatch(JSON.stringify(key), new RegExp(d));
    });

    it('gets a key more by the command, which keeps the earlier ones', async () => {
      await open(file);
      const earlier = await read(file);
      const env = { ...process.env, DATA_DIR: dirname(file) };
      // Without a word, it is about receipts.
      const words = kind === 'receipts' ? [[kind], []] : [[kind]];
      for (const word of words) {
        const { stdout } = await run(process.execPath, [command, 'rotate-key', ...word], { env });
        assert.match(stdout, new RegExp(`A key was added to .*${name}\\. Restart the receiver\\.`));
      }
      const keys = await read(file);
      assert.equal(keys.length, 1 + words.length);
      assert.deepEqual(keys.slice(0, 1), earlier);
      assert.equal(((await open(file)) as { kid?: string }).kid, keys.at(-1)!.kid);
      assert.equal((await stat(file)).mode & 0o777, 0o600);
      assert.deepEqual(await readdir(dirname(file)), [name]);
    });

    it('is not replaced when it is damaged, or holds the other keys', async () => {
      await open(file);
      const others = JSON.stringify({
        keys: (await read(file)).map((key) => ({ ...key, alg: alg === 'ES256' ? 'ECDH-ES' : 'ES256' })),
      });
      for (const text of [
        '',
        '{}',
        '{"keys":[]}',
        '{"keys":[{"kty":"EC","crv":"P-256"}]}',
        '{"keys":[{"kty":"oct"}]}',
        others,
      ]) {
        await writeFile(file, text);
        await assert.rejects(
          open(file),
          new RegExp(`is not a set of ${alg} private keys\\. Restore it from the backup: .*${loss}`),
        );
        assert.equal(await readFile(file, 'utf8'), text);
      }
    });

    for (const mode of [0o644, 0o640, 0o622, 0o620, 0o601])
      it(`is refused with the mode ${mode.toString(8)}, which lets others in`, async () => {
        await open(file);
        await chmod(file, mode);
        await assert.rejects(open(file), /others than its owner can read or change it\. Run: chmod 600 /);
      });
  });
}

describe('the command that adds a key', () => {
  it('says which keys there are when it is asked for others', async () => {
    const asked = run(process.execPath, [command, 'rotate-key', 'toString'], {
      env: { ...process.env, DATA_DIR: folder },
    });
    await assert.rejects(asked, {
      code: 2,
      stderr: /no keys of toString: say receipts or encryption or sessions\./,
    });
    assert.deepEqual(await readdir(folder), []);
  });
});

describe('the file of keys for sessions', () => {
  let file: string;
  beforeEach(() => {
    file = join(folder, 'session-keys.json');
  });
  const open = () => openSessionKeys(file, 'here', () => Math.floor(Date.now() / 1000));
  const soon = () => Math.floor(Date.now() / 1000) + 60;

  it('is made once, for the owner alone, and seals for every receiver that shares it', async () => {
    const [first, second] = await Promise.all([open(), open()]);
    const sealed = await first.seal('session', { a: 1 }, soon());
    assert.equal((await second.open('session', sealed))?.['a'], 1);
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.doesNotMatch(sealed, new RegExp((await readSecret()).k));
  });

  it('opens what was sealed for one purpose, here and in time, and nothing else', async () => {
    const sealer = await open();
    const sealed = await sealer.seal('session', { a: 1 }, soon());
    for (const kind of ['sign-on', 'id-token', 'sign-out'] as const)
      assert.equal(await sealer.open(kind, sealed), undefined);
    const elsewhere = await openSessionKeys(file, 'elsewhere', () => Math.floor(Date.now() / 1000));
    assert.equal(await elsewhere.open('session', sealed), undefined);
    const later = await openSessionKeys(file, 'here', () => soon() + 1);
    assert.equal(await later.open('session', sealed), undefined);
    assert.equal(await sealer.open('session', undefined), undefined);
  });

  it('gets a key more by the command; what earlier keys sealed is still opened', async () => {
    const sealed = await (await open()).seal('session', { a: 1 }, soon());
    const env = { ...process.env, DATA_DIR: folder };
    await run(process.execPath, [command, 'rotate-key', 'sessions'], { env });
    const later = await open();
    assert.equal((await later.open('session', sealed))?.['a'], 1);
    const newest = await later.seal('session', {}, soon());
    const header = JSON.parse(Buffer.from(newest.split('.')[0]!, 'base64url').toString()) as { kid: string };
    assert.equal(header.kid, (await readSecret()).kid);
  });

  it('is not replaced when it is damaged, or holds the other keys', async () => {
    await openReceiptKeys(file);
    await assert.rejects(
      open(),
      /is not a set of A256GCM secret keys\. Restore it .*everybody has to sign in/,
    );
    for (const text of ['', '{"keys":[{"kty":"oct","k":"AAAA","alg":"A256GCM","use":"enc","kid":"1"}]}']) {
      await writeFile(file, text);
      await assert.rejects(open(), /is not a set of A256GCM secret keys/);
      assert.equal(await readFile(file, 'utf8'), text);
    }
  });

  async function readSecret() {
    const { keys } = JSON.parse(await readFile(file, 'utf8')) as { keys: { kid: string; k: string }[] };
    return keys.at(-1)!;
  }
});

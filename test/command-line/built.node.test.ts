import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { charterWith, folderWith, run } from './support/command.ts';
import { createGoodReceiver, serveReceiver } from './support/faulty-receiver.ts';

const built = join(import.meta.dirname, '../../command-line/dist/main.js');

describe('the command line, as it is published', () => {
  it('validates, compiles and starts a charter', async () => {
    assert.ok(existsSync(built), 'command-line/dist is missing: run npm run build');
    const folder = await folderWith({ 'charte.md': charterWith('Texte ?') });
    const options = { program: built };
    assert.equal((await run(folder, ['validate', 'charte.md'], options)).out, 'Rien à corriger.\n');
    const fromSource = await run(folder, ['compile', 'charte.md']);
    assert.deepEqual(await run(folder, ['compile', 'charte.md'], options), fromSource);
    assert.equal((await run(folder, ['init', 'new'], options)).code, 0);
    assert.deepEqual(await run(folder, ['texts'], options), await run(folder, ['texts']));
  });

  it('tries an endpoint', async (t) => {
    assert.ok(existsSync(built), 'command-line/dist is missing: run npm run build');
    const url = await serveReceiver(t, createGoodReceiver().respond);
    const { code, out } = await run(await folderWith(), ['conformance', url.href], { program: built });
    assert.match(out, /\nConforme\u00a0: 0\u00a0écart, /);
    assert.equal(code, 0);
  });
});

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import type { JSONInstruction, PropertyInstruction } from 'dockerfile-ast';
import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { describeVariables } from '../../receiver/settings.ts';
import { freePort } from '../support/free-port.ts';

const root = join(import.meta.dirname, '../..');

describe('receiver/Containerfile', async () => {
  const text = await readFile(join(root, 'receiver/Containerfile'), 'utf8');
  const instructions = DockerfileParser.parse(text).getInstructions();
  const the = (keyword: string) => {
    const found = instructions.filter((instruction) => instruction.getKeyword() === keyword);
    assert.equal(found.length, 1, `one ${keyword}`);
    return found[0]!;
  };
  const words = (keyword: string): (string | null)[] =>
    (the(keyword) as JSONInstruction).getJSONStrings().map((word) => word.getJSONValue());
  const environment: Record<string, string> = Object.fromEntries(
    (the('ENV') as PropertyInstruction)
      .getProperties()
      .map((property) => [property.getName(), property.getValue() ?? '']),
  );
  const healthcheck = the('HEALTHCHECK').getArgumentsContent() ?? '';
  const probe = JSON.parse(healthcheck.slice(healthcheck.indexOf('['))) as [string, ...string[]];

  it('is written as it should be', () => {
    assert.deepEqual(validate(text), []);
  });

  it('runs as a user who is not root, by number', () => {
    assert.match(the('USER').getArgumentsContent() ?? '', /^[1-9]\d*:[1-9]\d*$/);
  });

  it('gives settings that the receiver has, and keeps what it writes in its volume', () => {
    const known = [...describeVariables().map(({ name }) => name), 'NODE_ENV', 'TZ'];
    assert.deepEqual(
      Object.keys(environment).filter((name) => !known.includes(name)),
      [],
    );
    assert.deepEqual(words('VOLUME'), [environment['DATA_DIR']]);
    assert.equal(the('EXPOSE').getArgumentsContent(), environment['PORT']);
  });

  it('starts a receiver that it knows to be healthy, and to be gone', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'charter-container-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const env = {
      ...environment,
      PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
      HOST: '127.0.0.1',
      PORT: String(await freePort()),
      DATA_DIR: join(folder, 'data'),
    };
    // What it installs is linked here under the same path.
    const [program = '', ...args] = words('ENTRYPOINT').map(String);
    const receiver = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
    t.after(() => receiver.kill('SIGKILL'));
    const ended = once(receiver, 'exit');
    const [line] = (await once(createInterface(receiver.stdout), 'line')) as [string];
    assert.match(line, /^Receiver of signatures/);
    assert.equal(await exitCodeOf(probe, env), 0);
    receiver.kill(the('STOPSIGNAL').getArgumentsContent() as NodeJS.Signals);
    assert.deepEqual(await ended, [0, null]);
    assert.equal(await exitCodeOf(probe, env), 1);
  });
});

async function exitCodeOf(
  [program, ...args]: [string, ...string[]],
  env: NodeJS.ProcessEnv,
): Promise<unknown> {
  return new Promise((resolve) => {
    execFile(program, args, { env }, (error) => resolve(error?.code ?? 0));
  });
}

import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Interface } from 'node:readline';
import type { Readable } from 'node:stream';

/** A program of the desktop; what it writes to its file descriptor 3 comes line by line. */
export interface Program {
  readonly lines: Interface;
  /** Resolves with the exit code, or `null` when a signal ended it. */
  readonly ended: Promise<number | null>;
}

/**
 * A session of its own on a screen that nobody sees: X server, message bus, home. Nothing of the machine's own session is read
 * or changed, and nothing outlives it.
 */
export class Desktop {
  /** Folder that is the home of its programs. */
  readonly home: string;
  readonly #environment: NodeJS.ProcessEnv;
  /** In the order of their start. */
  readonly #children: ChildProcess[] = [];

  private constructor(home: string) {
    this.home = home;
    this.#environment = {
      // Not the PATH of npm: Orca runs with the Python of its package.
      PATH: '/usr/local/bin:/usr/bin:/bin',
      LANG: 'C.UTF-8',
      HOME: home,
      XDG_RUNTIME_DIR: join(home, 'run'),
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_DATA_HOME: join(home, 'data'),
      XDG_CACHE_HOME: join(home, 'cache'),
      // Settings of GNOME: none are kept.
      GSETTINGS_BACKEND: 'memory',
      // Firefox and GTK tell the accessibility bus what is on screen.
      GNOME_ACCESSIBILITY: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
    };
  }

  /** @throws Error when a program is missing; it names the script that installs it. */
  static async start(): Promise<Desktop> {
    const desktop = new Desktop(await mkdtemp(join(tmpdir(), 'charter-desktop-')));
    const environment = desktop.#environment;
    try {
      // The X server refuses a runtime folder that others can read.
      await mkdir(environment['XDG_RUNTIME_DIR']!, { mode: 0o700 });
      const screen = ['-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
      const display = await desktop.run('Xvfb', ['-displayfd', '3', ...screen]);
      environment['DISPLAY'] = `:${await firstLine(display)}`;
      const place = `unix:dir=${environment['XDG_RUNTIME_DIR']!}`;
      const bus = await desktop.run('dbus-daemon', [
        '--session',
        '--nofork',
        '--nopidfile',
        `--address=${place}`,
        '--print-address=3',
      ]);
      environment['DBUS_SESSION_BUS_ADDRESS'] = await firstLine(bus);
      return desktop;
    } catch (error) {
      await desktop.stop();
      throw error;
    }
  }

  /** Starts a program that runs until the desktop stops. What it prints goes to `<name>.log` of the home. */
  async run(command: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<Program> {
    const name = command.split('/').at(-1)!;
    const log = await open(join(this.home, `${name}.log`), 'a');
    const child = this.#spawn(command, args, {
      env: { ...this.#environment, ...more },
      stdio: ['ignore', log.fd, log.fd, 'pipe'],
    });
    this.#children.push(child);
    const ended = once(child, 'exit').then(([code]) => code as number | null);
    await once(child, 'spawn');
    await log.close();
    return { lines: createInterface({ input: child.stdio[3] as Readable }), ended };
  }

  /** Runs `xdotool`, whose keys come from the X server as those of a keyboard do, and resolves with what it prints. */
  async xdotool(...args: string[]): Promise<string> {
    const child = this.#spawn('xdotool', args, {
      env: this.#environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const printed: Buffer[] = [];
    child.stdout!.on('data', (chunk: Buffer) => printed.push(chunk));
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`xdotool ${args.join(' ')} ended with ${code}`);
    return Buffer.concat(printed).toString('utf8').trim();
  }

  /** What a program has printed so far. */
  async logOf(name: string): Promise<string> {
    return readFile(join(this.home, `${name}.log`), 'utf8').catch(() => '');
  }

  /** Ends every program, the last one first, and removes the home. */
  async stop(): Promise<void> {
    for (const child of this.#children.toReversed()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      const impatience = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await exited;
      clearTimeout(impatience);
    }
    // What the bus had started leaves with it, and may write until then.
    await rm(this.home, { recursive: true, maxRetries: 20, retryDelay: 100 });
  }

  /** The program ends when this process does, however it does. */
  #spawn(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
    return spawn('setpriv', ['--pdeathsig', 'TERM', '--', command, ...args], options);
  }
}

async function firstLine({ lines, ended }: Program): Promise<string> {
  const line = once(lines, 'line').then(([text]) => text as string);
  const early = ended.then((code) => {
    throw new Error(`A program of the desktop ended with ${code}: run test/setup-screen-reader.sh as root`);
  });
  return Promise.race([line, early]);
}

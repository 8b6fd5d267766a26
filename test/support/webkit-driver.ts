import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';

// Its own port and screen, so that two runs at once do not meet.
const port = 10_000 + (process.pid % 10_000);
let started: WebKitDriver | undefined;

export interface WebKitDriver {
  readonly port: number;
  /** What a program needs to open windows of WebKit on the virtual screen. */
  readonly environment: NodeJS.ProcessEnv;
}

/** Starts a virtual screen and WebKit's driver; both end with this process. */
export function startWebKitDriver(): WebKitDriver {
  if (started) return started;
  const display = freeDisplay();
  const environment = {
    ...process.env,
    DISPLAY: display,
    // The sandbox needs user namespaces, which containers rarely grant.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
  };
  const children: ChildProcess[] = [
    spawn('Xvfb', [display, '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], { stdio: 'ignore' }),
    spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env: environment }),
  ];
  for (const child of children) {
    child.on('error', (error) => {
      console.error(`${child.spawnfile} could not be started (${error.message}): run test/setup-browsers.sh`);
      process.exitCode = 1;
    });
    child.unref();
  }
  process.on('exit', () => children.forEach((child) => child.kill()));
  started = { port, environment };
  return started;
}

function freeDisplay(): string {
  let number = 100 + (process.pid % 20_000);
  while (existsSync(`/tmp/.X${number}-lock`)) number++;
  return `:${number}`;
}

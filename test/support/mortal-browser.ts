import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findBrowsers } from './browsers.ts';
import type { Engine } from './browsers.ts';
import { launch, openPage } from './drive.ts';
import type { Network } from './network.ts';
import type { DrivenPage } from './driven-page.ts';
import { RemoteControl } from './remote-control.ts';
import { startWebKitDriver } from './webkit-driver.ts';

/** A browser that keeps a profile, with one page. */
export interface MortalBrowser {
  readonly page: DrivenPage;
  /** Ends it as a crash does: nothing is tidied up. */
  kill(): Promise<void>;
}

/** Opens a page of the network in a browser with the profile of that folder. */
export async function openWithProfile(
  engine: Engine,
  profile: string,
  network: Network,
  path: string,
): Promise<MortalBrowser> {
  const url = network.origin + path;
  if (engine === 'webkit') return openWebKit(profile, network, url);
  const browser = await launch(engine, { userDataDir: profile });
  const { page } = await openPage(browser, url);
  return { page, kill: () => kill(browser.process()!) };
}

/** Under its driver, WebKit keeps nothing: here it is opened as a person does, and the page is driven from within. */
async function openWebKit(profile: string, network: Network, url: string): Promise<MortalBrowser> {
  const { environment } = startWebKitDriver();
  const screen = `/tmp/.X11-unix/X${environment['DISPLAY']!.slice(1)}`;
  while (!existsSync(screen)) await delay(20);
  const page = (network.remote ??= new RemoteControl());
  page.forget();
  const program = spawn(findBrowsers().webkit, [url], {
    stdio: 'ignore',
    env: {
      ...environment,
      XDG_DATA_HOME: join(profile, 'data'),
      XDG_CACHE_HOME: join(profile, 'cache'),
      XDG_CONFIG_HOME: join(profile, 'config'),
    },
  });
  process.once('exit', () => program.kill('SIGKILL'));
  return { page, kill: () => kill(program) };
}

async function kill(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const exited = once(program, 'exit');
  program.kill('SIGKILL');
  await exited;
}

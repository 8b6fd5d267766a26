import { access } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { findBrowsers } from '../support/browsers.ts';
import type { Engine } from '../support/browsers.ts';
import { launch } from '../support/drive.ts';
import type { DrivenEngine } from '../support/drive.ts';
import { startWebKitDriver } from '../support/webkit-driver.ts';

/** A browser in which pages are opened and left to themselves. */
export interface OpenBrowser {
  /** Opens a page in a tab of its own; resolves before it has loaded. */
  open(url: string): Promise<OpenTab>;
  close(): Promise<void>;
}

export interface OpenTab {
  /** Goes to the page again, as a person does when a tab no longer reacts. */
  revive(): Promise<void>;
  /** Closes the tab, as a person does, and opens the page in another one. */
  reopen(): Promise<void>;
}

export function openBrowser(engine: Engine): Promise<OpenBrowser> {
  return engine === 'webkit' ? openWebKit() : openWithPuppeteer(engine);
}

async function openWithPuppeteer(engine: DrivenEngine): Promise<OpenBrowser> {
  const browser = await launch(engine);
  return {
    async open(url) {
      let page = await browser.newPage();
      const go = () => {
        // The page may reload itself before this ends.
        void page.goto(url).catch(() => undefined);
        return Promise.resolve();
      };
      await go();
      return {
        revive: go,
        async reopen() {
          const left = page;
          page = await browser.newPage();
          // It may have been closed by what it was doing.
          await left.close().catch(() => undefined);
          await go();
        },
      };
    },
    close: () => browser.close(),
  };
}

/** How long the driver may take to start, in milliseconds. */
const longestStart = 30_000;

/** How long the browser may take to close, in milliseconds. */
const longestClose = 5_000;

/** WebDriver, as far as opening pages needs it. */
async function openWebKit(): Promise<OpenBrowser> {
  const { port, environment } = startWebKitDriver();
  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      // The driver waits without end for a browser that did not start.
      signal: AbortSignal.timeout(longestStart),
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: T };
    if (!response.ok)
      throw new Error(`WebKit's driver answered ${JSON.stringify(value)} to ${method} ${path}`);
    return value;
  };
  await untilReady(async () => {
    await access(`/tmp/.X11-unix/X${environment['DISPLAY']!.slice(1)}`);
    await ask('GET', '/status');
  });
  const { sessionId } = await ask<{ sessionId: string }>('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        browserName: 'MiniBrowser',
        pageLoadStrategy: 'none',
        'webkitgtk:browserOptions': { binary: findBrowsers().webkit, args: ['--automation'] },
      },
    },
  });
  const session = `/session/${sessionId}`;
  let isFirst = true;
  // The driver has one current window: two tabs must not be driven at once.
  let last = Promise.resolve();
  const inTurn = (act: () => Promise<unknown>): Promise<void> => {
    const done = last.then(act).then(() => undefined);
    last = done.catch(() => undefined);
    return done;
  };
  const newWindow = async () =>
    (await ask<{ handle: string }>('POST', `${session}/window/new`, { type: 'window' })).handle;
  return {
    async open(url) {
      let handle = isFirst ? await ask<string>('GET', `${session}/window`) : await newWindow();
      isFirst = false;
      const go = () =>
        inTurn(async () => {
          await ask('POST', `${session}/window`, { handle });
          await ask('POST', `${session}/url`, { url });
        });
      await go();
      // A page whose process died can neither be navigated nor, always, be closed: another window takes its place.
      const revive = async (): Promise<void> => {
        const dead = handle;
        await inTurn(async () => {
          handle = await newWindow();
        });
        await go();
        await inTurn(async () => {
          await ask('POST', `${session}/window`, { handle: dead });
          await ask('DELETE', `${session}/window`);
        }).catch(() => undefined);
        // Without a current window, none can be opened.
        await inTurn(() => ask('POST', `${session}/window`, { handle }));
      };
      return { revive, reopen: revive };
    },
    // With a dead page it may never answer; the driver takes its browser along when this process ends.
    close: async () => {
      await Promise.race([ask('DELETE', session), delay(longestClose, undefined, { ref: false })]);
    },
  };
}

async function untilReady(ask: () => Promise<unknown>): Promise<void> {
  const end = performance.now() + longestStart;
  for (;;) {
    try {
      await ask();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
      await delay(100);
    }
  }
}

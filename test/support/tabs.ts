import { launch, openPage } from './drive.ts';
import type { LaunchOptions } from './drive.ts';
import type { Engine } from './browsers.ts';
import type { DrivenPage } from './driven-page.ts';
import { WebKitSession } from './webkit-session.ts';

/** A page in a window of its own, in any of the three engines. */
export interface Tab extends DrivenPage {
  reload(): Promise<unknown>;
  close(): Promise<void>;
}

/** A browser of any engine. */
export interface AnyBrowser {
  open(url: string): Promise<Tab>;
  close(): Promise<unknown>;
}

export async function launchAny(engine: Engine, options?: LaunchOptions): Promise<AnyBrowser> {
  if (engine === 'webkit') {
    const session = await WebKitSession.open();
    return { open: (url) => session.openWindow(url), close: () => session.close() };
  }
  const browser = await launch(engine, options);
  return {
    open: async (url) => (await openPage(browser, url, { isWindow: true })).page,
    close: () => browser.close(),
  };
}

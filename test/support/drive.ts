import puppeteer from 'puppeteer-core';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { findBrowsers } from './browsers.ts';
import { newFirefoxProfile, removeAfter } from './firefox-profile.ts';

/** Engines that end-to-end tests are driven in; WebKit runs the component tests. */
export const drivenEngines = ['chromium', 'firefox'] as const;
export type DrivenEngine = (typeof drivenEngines)[number];

/** Milliseconds that a browser may take to start, or something to come on screen, on a machine that is busy with other things. */
const patience = 120_000;

export interface LaunchOptions {
  /** Folder of the profile, to open the same one again; by default a new profile. */
  readonly userDataDir?: string;
  /** A host name that leads to this machine, as an intranet's own name server would say. */
  readonly hostName?: string;
  /**
   * `false` runs no script of any page. What a test evaluates in one runs all the same, but in Firefox no promise settles
   * there: press and type through `evaluate`.
   */
  readonly hasJavaScript?: boolean;
  /** More preferences of Firefox, by name. */
  readonly prefs?: Readonly<Record<string, string | number | boolean>>;
  /** More arguments of Chromium's command line. */
  readonly args?: readonly string[];
  /** Environment variables of Chromium, beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a browser without a window. */
export async function launch(engine: DrivenEngine, options: LaunchOptions = {}): Promise<Browser> {
  const { userDataDir, hostName, hasJavaScript = true, prefs = {}, args = [], env = {} } = options;
  const executablePath = findBrowsers()[engine];
  const profile = userDataDir === undefined ? {} : { userDataDir };
  if (engine === 'firefox') {
    // Firefox maps every name or none.
    const names = hostName === undefined ? {} : { 'network.dns.forceResolve': '127.0.0.1' };
    const folder = userDataDir ?? newFirefoxProfile(executablePath);
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      timeout: patience,
      extraPrefsFirefox: { ...names, 'javascript.enabled': hasJavaScript, ...prefs },
      userDataDir: folder,
    });
    if (userDataDir === undefined) removeAfter(browser.process()!, executablePath, folder);
    return browser;
  }
  return puppeteer.launch({
    executablePath,
    headless: true,
    timeout: patience,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-quic',
      '--disable-gpu',
      ...(hostName === undefined ? [] : [`--host-resolver-rules=MAP ${hostName} 127.0.0.1`]),
      ...(hasJavaScript ? [] : ['--blink-settings=scriptEnabled=false']),
      ...args,
    ],
    env: { ...process.env, ...env },
    ...profile,
  });
}

/** What went wrong in a page, and where its requests went. */
export interface PageLog {
  readonly errors: string[];
  readonly origins: Set<string>;
}

export interface PageOptions {
  /** A window of its own: a tab behind another one counts as hidden. */
  readonly isWindow?: boolean;
  /** Runs in the page, and in each that follows it, before any script of its own. */
  readonly before?: () => void;
}

/** Opens a page and notes its errors and the origins of its requests. */
export async function openPage(
  browser: Browser,
  url: string,
  { isWindow = false, before }: PageOptions = {},
): Promise<{ page: Page; log: PageLog }> {
  const page = await browser.newPage(isWindow ? { type: 'window' } : {});
  const log: PageLog = { errors: [], origins: new Set() };
  page.on('pageerror', (error) => log.errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') log.errors.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http')) log.origins.add(origin);
  });
  page.setDefaultTimeout(patience);
  await page.setViewport({ width: 1280, height: 900 });
  if (before) await page.evaluateOnNewDocument(before);
  await page.goto(url);
  return { page, log };
}

/** Waits for a part of an element, through its shadow root. Puppeteer's own wait is stopped by Trusted Types. */
export async function part(page: Page, tag: string, selector: string): Promise<ElementHandle> {
  const handle = await page.evaluateHandle(
    async (host, inner, longest) => {
      const end = performance.now() + longest;
      while (performance.now() < end) {
        const found = document.querySelector(host)?.shadowRoot?.querySelector(inner);
        if (found) return found;
        await new Promise(requestAnimationFrame);
      }
      return null;
    },
    tag,
    selector,
    patience,
  );
  const element = handle.asElement() as ElementHandle | null;
  if (!element) throw new Error(`${tag} has no ${selector}`);
  return element;
}

/** Presses a control wherever it stands in the page, as a person does after scrolling to it. */
export async function press(page: Page, tag: string, selector: string): Promise<void> {
  const handle = await part(page, tag, selector);
  await handle.scrollIntoView();
  await handle.click();
}

/** Ticks every box of an element. */
export async function tickAll(page: Page, tag: string): Promise<void> {
  await part(page, tag, '[type=checkbox]');
  const boxes = await page.evaluateHandle(
    (host) => [...document.querySelector(host)!.shadowRoot!.querySelectorAll('[type=checkbox]')],
    tag,
  );
  for (const box of (await boxes.getProperties()).values())
    await (box.asElement() as ElementHandle | null)?.click();
}

export function textOf(handle: ElementHandle): Promise<string> {
  return handle.evaluate((element) => (element as HTMLElement).innerText);
}

/** Opens the first network of the walkthrough and says that its first setting is done. */
export async function answerFirstStep(page: Page): Promise<void> {
  await press(page, 'charter-privacy-walkthrough', '[part~=network-button]');
  await press(page, 'charter-privacy-walkthrough', '[part~=outcome] input[value=done]');
}

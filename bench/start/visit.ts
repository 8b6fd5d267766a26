import type { Browser } from 'puppeteer-core';
import type { Markers } from './pages.ts';

/** Milliseconds from the navigation. */
export interface Start {
  /** Until the title and the first section are painted in the window. */
  readonly visible: number;
  /** Until the name can be typed. */
  readonly usable: number;
}

/** A modest office: 10 Mbit/s, 40 ms to the server, a processor four times slower than this one. */
const network = { download: 10e6 / 8, upload: 10e6 / 8, latency: 40 };
const slowdown = 4;

declare global {
  interface Window {
    charterStart: Promise<Start>;
  }
}

/** Opens a page with empty caches and waits until it can be read and used. */
export async function visit(browser: Browser, url: string, markers: Markers): Promise<Start> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    await page.emulateNetworkConditions(network);
    await page.emulateCPUThrottling(slowdown);
    await page.evaluateOnNewDocument(watch, markers);
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    const start = await page.evaluate(() => window.charterStart);
    return start;
  } finally {
    await context.close();
  }
}

/** Runs in the page before anything of its own, the same for everyone: looks at each frame, also into shadow roots. */
function watch({ title, paragraph }: Markers): void {
  const patience = 20_000;
  const inRoots = function* (selector: string): Generator<HTMLElement> {
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      yield* root.querySelectorAll<HTMLElement>(selector);
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
    }
  };
  const isInWindow = (element: HTMLElement): boolean => {
    const { top, height, width } = element.getBoundingClientRect();
    return height > 0 && width > 0 && top < innerHeight && element.checkVisibility();
  };
  const shows = (selector: string, words: string): boolean =>
    [...inRoots(selector)].some((element) => element.textContent.trim() === words && isInWindow(element));
  const takesName = (input: HTMLInputElement): boolean => {
    if (input.disabled || !input.checkVisibility() || input.offsetWidth === 0) return false;
    input.focus({ preventScroll: true });
    return (input.getRootNode() as Document | ShadowRoot).activeElement === input;
  };
  window.charterStart = new Promise((resolve, reject) => {
    let visible: number | undefined;
    let usable: number | undefined;
    const look = (): void => {
      const isVisible = visible === undefined && shows('h1, h2, h3', title) && shows('p', paragraph);
      const isUsable =
        usable === undefined &&
        [...inRoots('input[type=text], input:not([type])')].some((input) =>
          takesName(input as HTMLInputElement),
        );
      // What is there in a frame is painted at its end.
      const painted = new MessageChannel();
      painted.port1.onmessage = () => {
        if (isVisible) visible = performance.now();
        if (isUsable) usable = performance.now();
        if (visible !== undefined && usable !== undefined) resolve({ visible, usable });
        else if (performance.now() > patience)
          reject(new Error(`not shown: ${document.body.innerText.slice(0, 300)}`));
        else requestAnimationFrame(look);
      };
      painted.port2.postMessage(undefined);
    };
    requestAnimationFrame(look);
  });
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunOptions } from 'axe-core';
import type { Browser, CDPSession, ConsoleMessage, HTTPRequest, HTTPResponse, Page } from 'puppeteer-core';
import { axeOptions, describeViolation } from '../axe-findings.ts';
import type { LaunchOptions } from '../drive.ts';
import type { BuiltStorybook, StorybookEntry } from './storybook.ts';
import { changeToolbars, hearStory, measureStory, settleStory } from './story-page.ts';
import type { StoryEnd } from './story-page.ts';

/** The longest that a story may take to be rendered and played, under any load. Milliseconds. */
const longestStory = 60_000;

/** How long a story must stay as it is before it counts as ready. Milliseconds. */
const quiet = 80;

const axeSource = readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** A Chromium that draws the same everywhere: no settings of the machine for text, no graphics card, no screen. */
export const stillChromium: LaunchOptions = {
  args: [
    '--font-render-hinting=none',
    '--disable-lcd-text',
    '--force-device-scale-factor=1',
    '--hide-scrollbars',
    '--disable-skia-runtime-opts',
    '--force-color-profile=srgb',
  ],
  env: { FONTCONFIG_FILE: join(import.meta.dirname, 'fonts.conf') },
};

/** How a page is looked at. */
export interface Look {
  readonly width: number;
  readonly hasForcedColors?: boolean;
  /** What the toolbars choose, from then on. */
  readonly toolbars?: Readonly<Record<string, string>>;
}

/** The tallest picture. The viewport is as tall, so that what stays at its bottom is in the picture. Pixels. */
const height = 720;

/** A story in a page. */
export interface StoryVisit {
  readonly end: StoryEnd;
  /** What the console said, and the requests that failed or left, so far. */
  readonly findings: readonly string[];
  look(look: Look): Promise<void>;
  /** Resolves once nothing changes any more. */
  settle(): Promise<void>;
  /** A PNG of what is looked at, once it has settled. */
  capture(): Promise<Buffer>;
  /** Runs axe-core, shadow roots included: each finding in lines. `rules` runs these alone. */
  audit(rules?: readonly string[]): Promise<string[]>;
}

/** A window that visits one story after the other, and shares nothing with the other windows. */
export interface Visitor {
  visit(entry: StorybookEntry, use: (visit: StoryVisit) => Promise<void>): Promise<void>;
}

/** A tab, and what its driver is asked through. */
interface Tab {
  readonly page: Page;
  readonly session: CDPSession;
}

/**
 * Each story is a document of its own in the same tab: its process keeps what it compiled of Storybook and of axe-core,
 * which is half of the work.
 */
export async function createVisitor(browser: Browser, storybook: BuiltStorybook): Promise<Visitor> {
  const context = await browser.createBrowserContext();
  const openTab = async (): Promise<Tab> => {
    const page = await context.newPage();
    await page.evaluateOnNewDocument(hearStory);
    return { page, session: await page.createCDPSession() };
  };
  let tab = await openTab();
  return {
    visit: async (entry, use) => {
      const notes = noteFindings(tab.page, storybook.origin);
      try {
        await use(await openStory(tab, storybook, entry, notes.findings));
      } finally {
        notes.stop();
        try {
          await tab.page.goto(storybook.blank);
        } catch {
          // It hangs, or has crashed: the story has failed, and the next one is not to.
          const { page } = tab;
          tab = await openTab();
          await page.close();
        }
        // No story knows what the one before it signed.
        const everything = { origin: storybook.origin, storageTypes: 'all' };
        await tab.session.send('Storage.clearDataForOrigin', everything);
      }
    },
  };
}

async function openStory(
  { page, session }: Tab,
  storybook: BuiltStorybook,
  entry: StorybookEntry,
  findings: readonly string[],
): Promise<StoryVisit> {
  const look = async ({ width, hasForcedColors = false, toolbars }: Look): Promise<void> => {
    await page.setViewport({ width, height });
    await session.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-reduced-motion', value: 'reduce' },
        { name: 'prefers-color-scheme', value: 'light' },
        { name: 'forced-colors', value: hasForcedColors ? 'active' : 'none' },
      ],
    });
    if (toolbars) await page.evaluate(changeToolbars, toolbars);
  };
  await look({ width: 1024 });
  await page.goto(storybook.urlOf(entry), { waitUntil: 'domcontentloaded' });
  const end = await within(longestStory, endOf(page));
  const hidden = end.parameters.picture ? end.parameters.picture.hide : '';
  const settle = (): Promise<void> => page.evaluate(settleStory, quiet, hidden);
  let hasAxe = false;
  return {
    end,
    findings,
    look,
    settle,
    capture: async () => {
      await settle();
      return capture(session, page);
    },
    audit: async (rules) => {
      if (!hasAxe) await page.evaluate(await axeSource);
      hasAxe = true;
      const options: RunOptions = rules ? { ...axeOptions, runOnly: [...rules] } : axeOptions;
      const { violations } = await page.evaluate(
        (given) => window.axe.run('#storybook-root', given),
        options,
      );
      return violations.map(describeViolation);
    },
  };
}

function endOf(page: Page): Promise<StoryEnd> {
  return page.evaluate(() => window.storyEnd);
}

async function within(time: number, end: Promise<StoryEnd>): Promise<StoryEnd> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<StoryEnd>((resolve) => {
    timer = setTimeout(() => {
      const problem = `it was not rendered, or its play function did not end, in ${time / 1000} s`;
      resolve({ problems: [problem], parameters: {} });
    }, time);
  });
  try {
    return await Promise.race([end, late]);
  } finally {
    clearTimeout(timer);
    // Where the page is closed first.
    end.catch(() => undefined);
  }
}

/** Notes what the console says, and the requests that fail or leave, until it is stopped. */
function noteFindings(page: Page, origin: string): { findings: readonly string[]; stop(): void } {
  const findings: string[] = [];
  const onError = (error: unknown): void =>
    void findings.push(`an error was caught by nobody: ${String(error)}`);
  const onConsole = (message: ConsoleMessage): void => {
    if (message.type() !== 'error' && message.type() !== 'warn') return;
    // Told below, with the address.
    if (message.text().startsWith('Failed to load resource')) return;
    findings.push(`console.${message.type()}: ${message.text()}`);
  };
  const onRequest = (request: HTTPRequest): void => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin)
      findings.push(`a request left for another origin: ${request.method()} ${url.href}`);
  };
  const onResponse = (response: HTTPResponse): void => {
    if (response.status() >= 400)
      findings.push(
        `a request failed: ${response.request().method()} ${response.url()} answered ${response.status()}`,
      );
  };
  const onFailure = (request: HTTPRequest): void => {
    // A page that is left stops what it was loading.
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED')
      findings.push(`a request failed: ${request.method()} ${request.url()} (${reason})`);
  };
  page.on('pageerror', onError);
  page.on('console', onConsole);
  page.on('request', onRequest);
  page.on('response', onResponse);
  page.on('requestfailed', onFailure);
  return {
    findings,
    stop: () => {
      page.off('pageerror', onError);
      page.off('console', onConsole);
      page.off('request', onRequest);
      page.off('response', onResponse);
      page.off('requestfailed', onFailure);
    },
  };
}

async function capture(session: CDPSession, page: Page): Promise<Buffer> {
  const { width } = page.viewport()!;
  const tall = await page.evaluate(measureStory);
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'png',
    optimizeForSpeed: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, Math.max(tall, 1)), scale: 1 },
  });
  return Buffer.from(data, 'base64');
}

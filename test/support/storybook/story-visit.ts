import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunOptions } from 'axe-core';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
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

export async function createVisitor(browser: Browser, storybook: BuiltStorybook): Promise<Visitor> {
  const context = await browser.createBrowserContext();
  return {
    visit: async (entry, use) => {
      const page = await context.newPage();
      try {
        await use(await openStory(page, storybook, entry));
      } finally {
        await forget(page, storybook.origin);
      }
    },
  };
}

/** Closes the page, and clears what it stored: no story knows what the one before it signed. */
async function forget(page: Page, origin: string): Promise<void> {
  await page.goto('about:blank');
  const session = await page.createCDPSession();
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await page.close();
}

async function openStory(page: Page, storybook: BuiltStorybook, entry: StorybookEntry): Promise<StoryVisit> {
  const findings = noteFindings(page, storybook.origin);
  const session = await page.createCDPSession();
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
  await page.evaluateOnNewDocument(hearStory);
  await page.goto(storybook.urlOf(entry), { waitUntil: 'domcontentloaded' });
  const end = await within(longestStory, endOf(page));
  const hidden = end.parameters.picture ? end.parameters.picture.hide : '';
  const settle = (): Promise<void> => page.evaluate(settleStory, quiet, hidden);
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
      await page.evaluate(await axeSource);
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

function noteFindings(page: Page, origin: string): readonly string[] {
  const findings: string[] = [];
  page.on('pageerror', (error) => findings.push(`an error was caught by nobody: ${String(error)}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warn') return;
    // Told below, with the address.
    if (message.text().startsWith('Failed to load resource')) return;
    findings.push(`console.${message.type()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin)
      findings.push(`a request left for another origin: ${request.method()} ${url.href}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400)
      findings.push(
        `a request failed: ${response.request().method()} ${response.url()} answered ${response.status()}`,
      );
  });
  page.on('requestfailed', (request) => {
    // A page that is left stops what it was loading.
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED')
      findings.push(`a request failed: ${request.method()} ${request.url()} (${reason})`);
  });
  return findings;
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

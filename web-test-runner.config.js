import { esbuildPlugin } from '@web/dev-server-esbuild';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { browserJournal } from './test/support/runner/browser-journal.ts';
import { defaultReporter } from '@web/test-runner';
import { emulateFeatures } from './test/support/emulate-features.ts';
import { findBrowsers } from './test/support/browsers.ts';
import { pseudoTexts } from './test/support/pseudo-texts.ts';
import { scriptedEndpoint } from './test/support/scripted-endpoint.ts';
import { startWebKitDriver } from './test/support/webkit-driver.ts';

const { chromium, firefox, webkit } = findBrowsers();
const wanted = (process.env.BROWSERS ?? 'chromium,firefox,webkit').split(',');

/** All three engines; BROWSERS=chromium runs one while writing a test. */
const launchers = {
  chromium: () =>
    puppeteerLauncher({
      launchOptions: {
        executablePath: chromium,
        args: ['--no-sandbox', '--disable-background-networking', '--disable-quic', '--disable-gpu'],
      },
    }),
  firefox: () =>
    puppeteerLauncher({ launchOptions: { browser: 'firefox', executablePath: firefox, headless: true } }),
  webkit: () => {
    const { port } = startWebKitDriver();
    return webdriverLauncher({
      hostname: '127.0.0.1',
      port,
      path: '/',
      automationProtocol: 'webdriver',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        // The runner asks for the next page before the last is said to be loaded; an error of the driver then loads one twice.
        pageLoadStrategy: 'none',
        'webkitgtk:browserOptions': { binary: webkit, args: ['--automation'] },
      },
    });
  },
};

/** A page that starts no test for so long has hung: it fails, and the next file has its turn. */
const { plugin: journalPlugin, reporter: journalReporter } = browserJournal(5 * 60_000);

export default {
  files: 'test/**/*.browser.test.ts',
  // Its own, since each engine is a run of its own: two that look for a free one at once find the same.
  port: 20_000 + (process.pid % 12_000),
  nodeResolve: { exportConditions: ['development', 'browser'] },
  browsers: wanted.map((name) => launchers[name]()),
  concurrency: 1,
  concurrentBrowsers: 3,
  plugins: [
    esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' }),
    emulateFeatures,
    journalPlugin,
  ],
  middleware: [scriptedEndpoint, pseudoTexts],
  // A machine may be slow, or busy with other things: what counts is that tests go on. A single test has its limit.
  testFramework: { config: { timeout: 120_000 } },
  browserStartTimeout: 5 * 60_000,
  testsStartTimeout: 5 * 60_000,
  testsFinishTimeout: 3 * 60 * 60_000,
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), journalReporter],
  // Lit's development build tells once that it is one.
  filterBrowserLogs: ({ args }) => !args.some((arg) => String(arg).includes('Lit is in dev mode')),
};

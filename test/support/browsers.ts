import { existsSync } from 'node:fs';

/** Where Debian and Ubuntu install the three engines; an environment variable names another place. */
const candidates = {
  chromium: [
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ],
  firefox: [process.env['FIREFOX_PATH'], '/usr/bin/firefox-esr', '/usr/bin/firefox'],
  webkit: [
    process.env['WEBKIT_PATH'],
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  ],
};

export type Engine = keyof typeof candidates;

/** The browser of each engine. Throws a sentence that says what to install: an engine is never skipped. */
export function findBrowsers(): Record<Engine, string> {
  const found = Object.entries(candidates).map(([engine, paths]) => {
    const path = paths.find((candidate) => candidate && existsSync(candidate));
    if (!path)
      throw new Error(
        `No ${engine} was found. Run test/setup-browsers.sh as root (Debian or Ubuntu), or install it.`,
      );
    return [engine, path];
  });
  return Object.fromEntries(found) as Record<Engine, string>;
}

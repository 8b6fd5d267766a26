import type { TestRunnerPlugin } from '@web/test-runner-core';
import type { CDPSession, Page } from 'puppeteer-core';

/** What one session has emulated, only the same takes back; and pages serve several test files. */
const clients = new WeakMap<Page, CDPSession>();

/**
 * Command `emulate-features`: what the reader has asked the system for, such as `{ 'prefers-contrast': 'more' }`; an empty
 * object takes it back. The runner's own command knows fewer features. Chromium only.
 */
export const emulateFeatures: TestRunnerPlugin<Record<string, string>> = {
  name: 'emulate-features',
  async executeCommand({ command, payload, session }) {
    if (command !== 'emulate-features') return undefined;
    const { getPage } = session.browser as unknown as { getPage: (id: string) => Page };
    const page = getPage.call(session.browser, session.id);
    const client = clients.get(page) ?? (await page.createCDPSession());
    clients.set(page, client);
    await client.send('Emulation.setEmulatedMedia', {
      features: Object.entries(payload ?? {}).map(([name, value]) => ({ name, value })),
    });
    return true;
  },
};

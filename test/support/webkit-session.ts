import type { EvaluateFunc } from 'puppeteer-core';
import { findBrowsers } from './browsers.ts';
import type { DrivenPage } from './driven-page.ts';
import { startWebKitDriver } from './webkit-driver.ts';

/** WebKit, driven by the few WebDriver commands that a page needs. */
export class WebKitSession {
  readonly #session: string;
  /** The window that the browser came with; it opens the others. */
  readonly #firstWindow: string;
  /** One command at a time: each window is switched to first. */
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(session: string, firstWindow: string) {
    this.#session = session;
    this.#firstWindow = firstWindow;
  }

  static async open(): Promise<WebKitSession> {
    const driver = `http://127.0.0.1:${startWebKitDriver().port}`;
    await untilAnswering(`${driver}/status`);
    const capabilities = {
      alwaysMatch: {
        browserName: 'MiniBrowser',
        timeouts: { script: 180_000 },
        'webkitgtk:browserOptions': { binary: findBrowsers().webkit, args: ['--automation'] },
      },
    };
    const { sessionId } = await command<{ sessionId: string }>('POST', `${driver}/session`, { capabilities });
    const session = `${driver}/session/${sessionId}`;
    return new WebKitSession(session, await command('GET', `${session}/window`));
  }

  /** Opens a page in a window of its own. */
  async openWindow(url: string): Promise<WebKitPage> {
    const opened = await this.#run(this.#firstWindow, 'window/new', { type: 'window' });
    const { handle } = opened as { handle: string };
    const page = new WebKitPage((name, body) => this.#run(handle, name, body));
    await this.#run(handle, 'url', { url });
    return page;
  }

  close(): Promise<unknown> {
    return command('DELETE', this.#session);
  }

  #run(handle: string, name: string, body: object | undefined): Promise<unknown> {
    const done = this.#queue.then(async () => {
      await command('POST', `${this.#session}/window`, { handle });
      return command(body ? 'POST' : 'DELETE', `${this.#session}/${name}`, body);
    });
    this.#queue = done.catch(() => undefined);
    return done;
  }
}

export class WebKitPage implements DrivenPage {
  readonly #run: (name: string, body?: object) => Promise<unknown>;

  constructor(run: (name: string, body?: object) => Promise<unknown>) {
    this.#run = run;
  }

  async evaluate<Params extends unknown[], Act extends EvaluateFunc<Params>>(
    act: Act | string,
    ...args: Params
  ): Promise<Awaited<ReturnType<Act>>> {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${act.toString()})(...arguments[0])).then(
        (value) => done({ value }), (error) => done({ error: String(error) }));`;
    const answer = (await this.#run('execute/async', { script, args: [args] })) as {
      value: Awaited<ReturnType<Act>>;
      error?: string;
    };
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  }

  async reload(): Promise<void> {
    await this.#run('refresh', {});
  }

  async close(): Promise<void> {
    await this.#run('window');
  }
}

/** The driver says nothing when it starts to listen. */
async function untilAnswering(url: string): Promise<void> {
  const end = performance.now() + 20_000;
  while (performance.now() < end) {
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`WebKitWebDriver does not answer at ${url}: run test/setup-browsers.sh`);
}

async function command<T>(method: string, url: string, body?: object): Promise<T> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${method} ${url}: ${value.error} ${value.message}`);
  return value;
}

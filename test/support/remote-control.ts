import type { ServerResponse } from 'node:http';
import type { EvaluateFunc } from 'puppeteer-core';
import type { DrivenPage } from './driven-page.ts';

/** Where a page asks what to run, and tells what came of it. */
export const remotePath = '/remote/';

interface Command {
  readonly script: string;
  readonly settle: (result: { value?: unknown; error?: string }) => void;
}

/**
 * Drives a page of a browser that no driver drives: the page asks for modules of its own origin, which a strict policy
 * lets in, and runs them one after another.
 */
export class RemoteControl implements DrivenPage {
  readonly script = `
    (async () => {
      for (let n = 0; ; n++) await import('${remotePath}command.js?' + performance.timeOrigin + '-' + n);
    })();`;
  readonly #commands: Command[] = [];
  #running: Command | undefined;
  /** Where the page waits for the next command. */
  #asking: ServerResponse | undefined;

  evaluate<Params extends unknown[], Act extends EvaluateFunc<Params>>(
    act: Act | string,
    ...args: Params
  ): Promise<Awaited<ReturnType<Act>>> {
    const script = `
      const tell = (result) => fetch('${remotePath}result', { method: 'POST', body: JSON.stringify(result) });
      try { await tell({ value: await (${act.toString()})(...${JSON.stringify(args)}) }); }
      catch (error) { await tell({ error: String(error) }); }`;
    return new Promise((resolve, reject) => {
      this.#commands.push({
        script,
        settle: ({ value, error }) =>
          error === undefined ? resolve(value as Awaited<ReturnType<Act>>) : reject(new Error(error)),
      });
      this.#answer();
    });
  }

  /** Forgets the page that was driven: another one will ask. */
  forget(): void {
    this.#asking = undefined;
  }

  handle(path: string, body: string, response: ServerResponse): void {
    if (path.endsWith('result')) {
      response.end();
      this.#running?.settle(JSON.parse(body) as object);
    } else {
      this.#asking = response;
      this.#answer();
    }
  }

  #answer(): void {
    if (!this.#asking || this.#commands.length === 0) return;
    this.#running = this.#commands.shift()!;
    this.#asking.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store' });
    this.#asking.end(this.#running.script);
    this.#asking = undefined;
  }
}

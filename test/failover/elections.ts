import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { scope } from './settings.ts';

const encode = (text: string) => Buffer.from(text).toString('base64');
const decode = (text: string) => Buffer.from(text, 'base64').toString();

/** A line of etcd's answer to a watch: what was put or deleted under the keys that are watched. */
const watched = v.object({
  result: v.object({
    events: v.optional(
      v.array(
        v.object({
          type: v.optional(v.picklist(['PUT', 'DELETE']), 'PUT'),
          kv: v.object({ key: v.string(), value: v.optional(v.string(), '') }),
        }),
      ),
      [],
    ),
  }),
});

/** What Patroni writes about who may take over without loss. */
const synchrony = v.object({
  leader: v.nullish(v.string()),
  sync_standby: v.nullish(v.string()),
});

/** Which node is the primary and which its synchronous standby, as Patroni writes it into etcd. */
export interface Roles {
  readonly primary: string | undefined;
  /** The node that has every acknowledged commit on its disk, and the only one that may take over. */
  readonly standby: string | undefined;
}

/** Follows the roles of the nodes from the events of etcd. */
export class Elections {
  #leader: string | undefined;
  #synchrony: v.InferOutput<typeof synchrony> = {};
  #changed = Promise.withResolvers<undefined>();
  #failure: Error | undefined;
  readonly #end = new AbortController();

  /** Follows the events from the first one on, since etcd was started. */
  static async follow(etcd: string): Promise<Elections> {
    const elections = new Elections();
    void elections.#read(await openWatch(etcd, elections.#end.signal)).catch((error: unknown) => {
      elections.#failure = error as Error;
      elections.#changed.resolve(undefined);
    });
    return elections;
  }

  get roles(): Roles {
    const { leader, sync_standby: standby } = this.#synchrony;
    const isCurrent = this.#leader !== undefined && leader === this.#leader;
    return { primary: this.#leader, standby: isCurrent ? (standby ?? undefined) : undefined };
  }

  /**
   * Waits until the roles are as wanted.
   *
   * @param milliseconds - At most.
   * @throws Error when they are not by then.
   */
  async until(what: string, isWanted: (roles: Roles) => boolean, milliseconds: number): Promise<Roles> {
    const timeout = AbortSignal.timeout(milliseconds);
    const isLate = new Promise<undefined>((late) => timeout.addEventListener('abort', () => late(undefined)));
    while (!isWanted(this.roles)) {
      if (this.#failure) throw this.#failure;
      if (timeout.aborted) {
        throw new Error(
          `${what} did not come within ${milliseconds / 1000} s: ${JSON.stringify(this.roles)}`,
        );
      }
      await Promise.race([this.#changed.promise, isLate]);
    }
    return this.roles;
  }

  close(): void {
    this.#end.abort();
  }

  async #read(lines: AsyncIterable<string>): Promise<void> {
    for await (const line of lines) {
      for (const { type, kv } of v.parse(watched, JSON.parse(line)).result.events) {
        const value = type === 'DELETE' ? undefined : decode(kv.value);
        const key = decode(kv.key).split('/').at(-1);
        if (key === 'leader') this.#leader = value;
        if (key === 'sync') this.#synchrony = value ? v.parse(synchrony, JSON.parse(value)) : {};
      }
      this.#changed.resolve(undefined);
      this.#changed = Promise.withResolvers();
    }
    if (!this.#end.signal.aborted) throw new Error('etcd has ended');
  }
}

/** Watches all keys of the cluster, over etcd's gateway for JSON. Tried again while etcd starts. */
async function openWatch(etcd: string, signal: AbortSignal): Promise<AsyncIterable<string>> {
  const prefix = `/service/${scope}/`;
  const request = {
    create_request: {
      key: encode(prefix),
      // The first key after all that begin with the prefix: a slash is followed by a zero.
      range_end: encode(prefix.replace(/\/$/, '0')),
      start_revision: '1',
    },
  };
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch(`${etcd}/v3/watch`, {
        method: 'POST',
        body: JSON.stringify(request),
        signal,
      });
      if (response.ok && response.body) return linesOf(response.body, signal);
      throw new Error(`etcd answers ${response.status}`);
    } catch (error) {
      if (attempt === 100) throw error;
      await wait(100);
    }
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>, signal: AbortSignal): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of body) {
      const lines = `${rest}${decoder.decode(chunk, { stream: true })}`.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

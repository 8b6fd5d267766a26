import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import * as v from 'valibot';
import { roles } from '../domain/identity.ts';
import type { Identity } from '../domain/identity.ts';
import type { Cookies } from './cookies.ts';
import type { Sealer } from './sealed-claims.ts';
import type { SignOnSettings } from './sign-on-settings.ts';

/** Somebody who has signed in, for a while. It is all in a cookie of theirs. */
export interface Session {
  readonly identity: Identity;
  /** What a page of the receiver's own site can know, and another site cannot. */
  readonly csrfToken: string;
  /** Seconds since the epoch. */
  readonly startedAt: number;
  readonly seenAt: number;
  readonly endsAt: number;
}

const sessionSchema = v.object({
  identity: v.object({
    id: v.string(),
    name: v.exactOptional(v.string()),
    department: v.exactOptional(v.string()),
    roles: v.exactOptional(v.array(v.picklist(roles))),
  }),
  csrf: v.string(),
  start: v.number(),
  iat: v.number(),
  exp: v.number(),
});

/** Keeps sessions in the cookies of the people they are of: any receiver with the same keys can go on with them. */
export class Sessions {
  readonly #sealer: Sealer;
  readonly #cookies: Cookies;
  readonly #now: () => number;
  /** Seconds. */
  readonly #idle: number;
  readonly #lifetime: number;

  /** @param now - Seconds since the epoch. */
  constructor(sealer: Sealer, cookies: Cookies, settings: SignOnSettings, now: () => number) {
    this.#sealer = sealer;
    this.#cookies = cookies;
    this.#now = now;
    this.#idle = settings.idleTime * 60;
    this.#lifetime = settings.lifetime * 60;
  }

  async start(c: Context, identity: Identity): Promise<void> {
    await this.#keep(c, { identity, csrf: randomBytes(24).toString('base64url'), start: this.#now() });
  }

  /** The session of a request; `undefined` where there is none, or it is over. */
  async read(c: Context): Promise<Session | undefined> {
    const claims = await this.#sealer.open('session', this.#cookies.read(c, 'session'));
    const result = v.safeParse(sessionSchema, claims);
    if (!result.success) return undefined;
    const { identity, csrf, start, iat, exp } = result.output;
    // Shorter times take effect at once, and so does a longer one at the next request.
    const endsAt = Math.min(exp, this.#endOf(start, iat));
    if (endsAt <= this.#now()) return undefined;
    return { identity, csrfToken: csrf, startedAt: start, seenAt: iat, endsAt };
  }

  /** Counts the idle time anew. Not at each request: a tenth of it makes no difference to a person. */
  async renew(c: Context, { identity, csrfToken, startedAt, seenAt }: Session): Promise<void> {
    if (this.#now() - seenAt < this.#idle / 10) return;
    await this.#keep(c, { identity, csrf: csrfToken, start: startedAt });
  }

  end(c: Context): void {
    this.#cookies.erase(c, 'session');
  }

  #endOf(start: number, seen: number): number {
    return Math.min(seen + this.#idle, start + this.#lifetime);
  }

  async #keep(c: Context, claims: { identity: Identity; csrf: string; start: number }): Promise<void> {
    const endsAt = this.#endOf(claims.start, this.#now());
    this.#cookies.write(c, 'session', await this.#sealer.seal('session', claims, endsAt));
  }
}

/** Whether a token that came with a request is that of its session. */
export function isTokenOf(session: Session | undefined, given: string | undefined): boolean {
  if (!session || given === undefined) return false;
  const expected = Buffer.from(session.csrfToken);
  const actual = Buffer.from(given);
  return expected.byteLength === actual.byteLength && timingSafeEqual(expected, actual);
}

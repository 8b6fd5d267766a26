import * as v from 'valibot';
import type { Endpoint } from './endpoint.ts';
import { namesOfPerson } from './given-headers.ts';

/** In whose name an endpoint may write what the trial sends. */
export interface Session {
  /** Names of the headers that may say who somebody is; none where the endpoint knows it without. */
  readonly headers: readonly string[];
  /** Whom the endpoint names, where it does. */
  readonly person?: string | undefined;
}

/** What a receiver with a sign-on answers at `auth/session`. */
const sessionSchema = v.object({
  signedIn: v.literal(true),
  identity: v.object({ id: v.string(), name: v.optional(v.string()) }),
});

/** Finds out, before anything is written, whether the trial is somebody. Nothing where it is nobody. */
export async function findSession(endpoint: Endpoint): Promise<Session | undefined> {
  const { url, headers } = endpoint.options;
  const answer = await endpoint.ask(new URL('../auth/session', url));
  const session = v.safeParse(sessionSchema, answer.body);
  const names = namesOfPerson(headers);
  if (!session.success) return names.length > 0 ? { headers: names } : undefined;
  const { id, name } = session.output.identity;
  return { headers: names, person: name === undefined ? id : `${name} (${id})` };
}

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach } from 'node:test';
import { startProvider } from '../../support/openid-provider.ts';
import type { ProviderOptions, TestProvider } from '../../support/openid-provider.ts';
import { host, page, prepareReceivers, publicAddress, redirectURI } from './sign-on.ts';
import type { SignOnReceiver } from './sign-on.ts';
import type { Visited, Visitor } from './visitor.ts';

export const sessionCookie = '__Host-charter-session';

export async function isSignedIn(visitor: Visitor): Promise<boolean> {
  const { text } = await visitor.ask(`${publicAddress}auth/session`);
  return (JSON.parse(text) as { signedIn: boolean }).signedIn;
}

/** Goes as far as the callback, and gives its address. */
export async function callbackOf(
  visitor: Visitor,
  change: (url: URL) => void = () => undefined,
): Promise<URL> {
  const isEnd = ({ href }: URL) => href.startsWith(redirectURI);
  const { headers } = await visitor.ask(`${publicAddress}auth/login?return=${encodeURIComponent(page)}`);
  const asked = new URL(headers.get('location')!);
  change(asked);
  return (await visitor.logIn(await visitor.go(asked), 'alice', isEnd)).url;
}

export async function assertRefused(
  visited: Visited,
  visitor: Visitor,
  { status, text }: { status: number; text: RegExp },
): Promise<void> {
  assert.equal(visited.status, status, visited.text);
  assert.match(visited.text, text);
  assert.match(visited.text, /La connexion n’a pas abouti/);
  assert.equal(visitor.cookiesOf(host).get(sessionCookie), undefined);
  assert.equal(await isSignedIn(visitor), false);
}

export const expired = { status: 400, text: /trop ancienne, ou a commencé dans un autre navigateur/ };

export const unproven = { status: 502, text: /n’a pas pu être vérifiée/ };

/** Receivers and providers for the tests of a file; those that a test starts are closed after it. */
export function useSignOn() {
  let receivers: Awaited<ReturnType<typeof prepareReceivers>>;

  before(async () => {
    receivers = await prepareReceivers();
  });

  after(() => receivers.close());

  let running: { close(): Promise<unknown> }[] = [];

  beforeEach(() => {
    running = [];
  });

  afterEach(async () => {
    for (const each of running.reverse()) await each.close();
  });

  async function provide(options: Partial<ProviderOptions> = {}): Promise<TestProvider> {
    const provider = await startProvider({ redirectURIs: [redirectURI], ...options });
    running.push(provider);
    return provider;
  }

  async function receive(...args: Parameters<typeof receivers.start>): Promise<SignOnReceiver> {
    const receiver = await receivers.start(...args);
    running.push(receiver);
    return receiver;
  }

  return { provide, receive, keysFile: () => receivers.keysFile };
}

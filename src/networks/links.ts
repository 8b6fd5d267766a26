import type { Network, NetworkLink } from './networks.ts';

/** Placeholder of a server's host name in the hosts and links of networks made of many servers (Mastodon). */
export const instancePlaceholder = '{instance}';

const hostName = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** The host name in what a person typed (`@me@mastodon.example`, `https://mastodon.example/`…), or `undefined`. */
export function readInstance(typed: string): string | undefined {
  const host = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    // Before the user's name: the path of a profile has one too.
    .replace(/[/\\?#].*$/, '')
    .replace(/^.*@/, '');
  return hostName.test(host) ? host : undefined;
}

/**
 * The address that a link may open, or `undefined` where there must be no link: it was not verified, it leads to a
 * host that the network does not list, or the reader has not named their server yet.
 *
 * @param instance - Host name of the reader's server, for networks made of many servers.
 */
export function openableLink(
  network: Pick<Network, 'hosts'>,
  link: NetworkLink | undefined,
  instance?: string,
): string | undefined {
  if (!link?.verified) return undefined;
  // The one address of an application that the data carries; it has no host to check.
  if (link.href === 'tg://settings/privacy') return link.href;
  if (!instance && link.href.includes(instancePlaceholder)) return undefined;
  const fill = (text: string): string => text.replace(instancePlaceholder, instance ?? '');
  const hosts = network.hosts.map(fill).filter((host) => host !== '');
  try {
    const url = new URL(fill(link.href));
    const listed = hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
    const isBare = !url.username && !url.password && !url.port;
    return url.protocol === 'https:' && listed && isBare ? url.href : undefined;
  } catch {
    return undefined;
  }
}

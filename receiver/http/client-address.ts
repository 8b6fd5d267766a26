import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The reverse proxies whose word is believed. */
export interface TrustedProxies {
  includes(address: string | undefined): boolean;
}

/**
 * Reads a list of addresses and ranges (`10.1.2.3`, `10.0.0.0/8`, `::1`).
 *
 * @throws Error naming the first entry that is not one.
 */
export function trustProxies(addresses: readonly string[]): TrustedProxies {
  const ranges = addresses.map(readRange);
  return {
    includes(address) {
      const read = parse(address ?? '');
      return (
        read !== undefined && ranges.some((range) => range[0].kind() === read.kind() && read.match(range))
      );
    },
  };
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;

function readRange(entry: string): [Address, number] {
  const [address = '', prefix, ...rest] = entry.split('/');
  const longest = isIP(address) === 4 ? 32 : 128;
  const bits = prefix === undefined ? longest : /^\d+$/.test(prefix) ? Number(prefix) : NaN;
  if (!isIP(address) || rest.length > 0 || !(bits <= longest)) {
    throw new Error(`"${entry}" is neither an IP address nor a range such as 10.0.0.0/8`);
  }
  return [ipaddr.parse(address), bits];
}

/** A dual-stack socket writes IPv4 addresses as `::ffff:10.1.2.3`. */
function parse(address: string): Address | undefined {
  // `ipaddr.js` alone also takes `10.1` and `0x0a000001`.
  return isIP(address) ? ipaddr.process(address) : undefined;
}

/**
 * Whom a request comes from: the other end of the connection, or, when that is a trusted proxy, the last address of
 * `X-Forwarded-For` that is not one. What stands before it was written by the client and proves nothing. (`proxy-addr` would
 * walk the same way, and takes no address with a port.)
 */
export function readClient(
  remote: string | undefined,
  forwardedFor: string | undefined,
  proxies: TrustedProxies,
): Client {
  let client = parse(remote ?? '')?.toString() ?? 'unknown';
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim());
  while (proxies.includes(client)) {
    const hop = hops.pop() ?? '';
    const address = parse(withoutPort(hop));
    if (!address) return { address: client, isUnreadable: hop !== '' };
    client = address.toString();
  }
  return { address: client, isUnreadable: false };
}

/** Whom a request comes from, as far as it can be known. */
export interface Client {
  readonly address: string;
  /** Whether a proxy that is believed wrote something else than an address: then it stands for whoever comes by it. */
  readonly isUnreadable: boolean;
}

/** IIS and Azure write the port of the client too: `192.0.2.9:5678`, `[2001:db8::1]:443`. */
function withoutPort(hop: string): string {
  return /^\[(.+)\](?::\d+)?$/.exec(hop)?.[1] ?? /^([\d.]+):\d+$/.exec(hop)?.[1] ?? hop;
}

/** The part of an address that tells clients apart: an IPv6 machine has all the addresses of its network, a /64. */
export function networkOf(address: string): string {
  const read = parse(address.replace(/%.*$/, ''));
  if (read?.kind() !== 'ipv6') return address;
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${read.toNormalizedString()}/64`).toString()}/64`;
}

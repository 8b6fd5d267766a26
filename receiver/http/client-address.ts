import { BlockList, isIP } from 'node:net';

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
  const list = new BlockList();
  for (const entry of addresses) {
    const [address = '', prefix, ...rest] = entry.split('/');
    const family = isIP(address);
    const longest = family === 4 ? 32 : 128;
    const bits = prefix === undefined ? longest : /^\d+$/.test(prefix) ? Number(prefix) : NaN;
    if (!family || rest.length > 0 || !(bits <= longest)) {
      throw new Error(`"${entry}" is neither an IP address nor a range such as 10.0.0.0/8`);
    }
    list.addSubnet(address, bits, family === 4 ? 'ipv4' : 'ipv6');
  }
  return {
    includes(address) {
      const plain = unmapped(address ?? '');
      const family = isIP(plain);
      return family !== 0 && list.check(plain, family === 4 ? 'ipv4' : 'ipv6');
    },
  };
}

/**
 * Whom a request comes from: the other end of the connection, or, when that is a trusted proxy, the last address of
 * `X-Forwarded-For` that is not one. What stands before it was written by the client and proves nothing.
 */
export function clientAddress(
  remote: string | undefined,
  forwardedFor: string | undefined,
  proxies: TrustedProxies,
): string {
  let client = unmapped(remote ?? 'unknown');
  const hops = (forwardedFor ?? '').split(',').map((hop) => unmapped(withoutPort(hop.trim())));
  while (proxies.includes(client)) {
    const hop = hops.pop();
    if (hop === undefined || !isIP(hop)) break;
    client = hop;
  }
  return client;
}

/** IIS and Azure write the port of the client too: `192.0.2.9:5678`, `[2001:db8::1]:443`. */
function withoutPort(hop: string): string {
  return /^\[(.+)\](?::\d+)?$/.exec(hop)?.[1] ?? /^([\d.]+):\d+$/.exec(hop)?.[1] ?? hop;
}

/** A dual-stack socket writes IPv4 addresses as `::ffff:10.1.2.3`. */
function unmapped(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
}

/** The part of an address that tells clients apart: an IPv6 machine has all the addresses of its network, a /64. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::');
  const groups = (text: string) => text.split(':').filter(Boolean);
  // An IPv4 address at the end stands for two groups.
  const after = groups((tail ?? '').replace(/[\d.]+\.\d+$/, '0:0'));
  const before = groups(head);
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const all = tail === undefined ? before : [...before, ...zeros, ...after];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

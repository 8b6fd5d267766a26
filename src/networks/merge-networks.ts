import type { Network, Networks } from './networks.ts';

/** What an administrator should know after a hospital's file was merged into the built-in one. */
export interface MergeNotice {
  readonly network: string;
  /** Hosts of the hospital's file that the built-in list does not have: its links to them stay text. */
  readonly refusedHosts: readonly string[];
}

export interface MergedNetworks {
  readonly networks: Networks;
  readonly notices: readonly MergeNotice[];
}

/**
 * Merges a hospital's file into the built-in networks, by id: a network or a step overrides its namesake, others are
 * added, `hidden` removes. The hosts of a built-in network cannot be changed, or an altered file could lead people to a
 * false sign-in page.
 */
export function mergeNetworks(builtIn: Networks, own: Networks): MergedNetworks {
  const notices: MergeNotice[] = [];
  const merged = new Map(builtIn.networks.map((network) => [network.id, network]));
  for (const network of own.networks) {
    const original = merged.get(network.id);
    if (!original) {
      merged.set(network.id, network);
      continue;
    }
    const refusedHosts = network.hosts.filter((host) => !original.hosts.includes(host));
    if (refusedHosts.length > 0) notices.push({ network: network.id, refusedHosts });
    merged.set(network.id, mergeNetwork(original, network));
  }
  const networks = [...merged.values()].filter(({ hidden }) => !hidden);
  return { networks: { ...builtIn, ...own, networks }, notices };
}

function mergeNetwork(original: Network, own: Network): Network {
  const steps = new Map([...original.steps, ...own.steps].map((step) => [step.id, step]));
  return {
    ...original,
    ...own,
    hosts: original.hosts,
    steps: [...steps.values()],
    links: own.links.length > 0 ? own.links : original.links,
  };
}

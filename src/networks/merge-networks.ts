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
 * added, `hidden` removes. The hosts of a built-in network cannot be changed, nor does another network with its name lead
 * anywhere else, or an altered file could lead people to a false sign-in page.
 */
export function mergeNetworks(builtIn: Networks, own: Networks): MergedNetworks {
  const notices: MergeNotice[] = [];
  const merged = new Map(builtIn.networks.map((network) => [network.id, network]));
  for (const network of own.networks) {
    const original = merged.get(network.id);
    // People see the name, whatever the id.
    const known = original ?? builtIn.networks.find(({ name }) => hasName(network, name));
    const hosts = known ? network.hosts.filter((host) => known.hosts.includes(host)) : network.hosts;
    const refusedHosts = network.hosts.filter((host) => !hosts.includes(host));
    if (refusedHosts.length > 0) notices.push({ network: network.id, refusedHosts });
    merged.set(network.id, original ? mergeNetwork(original, network) : { ...network, hosts });
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

/** Letters and digits that are drawn as Latin letters, each before the one. */
const lookalikes = new Map(
  ['аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwкkмmтtвbнh', 'αaοoρpνvιiκkτtυuχx', '0oıi'].flatMap((pairs) =>
    [...pairs.matchAll(/(.)(.)/gu)].map(([, letter, latin]) => [letter!, latin!] as const),
  ),
);

/** A name as it looks: without case, accents, spaces and signs. */
function looksOf(name: string): string {
  const letters =
    name
      .normalize('NFKD')
      .toLowerCase()
      .match(/[\p{L}\p{N}]/gu) ?? [];
  return letters.map((letter) => lookalikes.get(letter) ?? letter).join('');
}

/** Whether a network shows a name, alone or with more; a short one would be found in others. */
function hasName(network: Network, name: string): boolean {
  const [shown, wanted] = [looksOf(network.name), looksOf(name)];
  return wanted.length > 3 ? shown.includes(wanted) : shown === wanted;
}

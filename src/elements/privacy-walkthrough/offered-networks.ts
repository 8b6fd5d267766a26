import type { Network } from '../../networks/networks.ts';

/** The networks that a reader may choose, and the one that is open. */
export interface OfferedNetworks {
  readonly offered: readonly Network[];
  readonly open: Network | undefined;
}

/**
 * Those that the page asks for, or every one where it asks for none that is known.
 *
 * @param networks - Ids, separated by spaces, in their order.
 * @param network - Id of the one that is open; where only one is offered, it is.
 * @param onUnknown - Told of an id that is not among those that there are.
 */
export function offeredNetworks(
  known: readonly Network[],
  { networks, network }: { readonly networks?: string; readonly network?: string },
  onUnknown: (message: string) => void,
): OfferedNetworks {
  const find = (id: string, among: readonly Network[], attribute: string): Network | undefined => {
    const found = among.find((one) => one.id === id);
    if (!found && among.length > 0)
      onUnknown(`${attribute}: "${id}" is not known; use ${among.map((one) => one.id).join(', ')}`);
    return found;
  };
  const asked = networks
    ?.split(/\s+/)
    .filter(Boolean)
    .map((id) => find(id, known, 'networks'));
  const chosen = [...new Set(asked)].filter((one) => one !== undefined);
  const offered = chosen.length > 0 ? chosen : known;
  const open =
    (network && find(network, offered, 'network')) || (offered.length === 1 ? offered[0] : undefined);
  return { offered, open };
}

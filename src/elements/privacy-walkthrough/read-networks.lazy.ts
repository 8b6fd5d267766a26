/** Reads the networks, built in and the hospital's; with the library of their schema, which the first screen does without. */
export { loadNetworks } from '../../networks/load-networks.ts';
export { mergeNetworks } from '../../networks/merge-networks.ts';
export { parseNetworks } from '../../networks/networks.ts';

import { readFile } from 'node:fs/promises';
import { parseCharter } from 'charter-elements/charter';
import type { Charter } from 'charter-elements/charter';
import { parseNetworks } from 'charter-elements/networks';
import type { Networks } from 'charter-elements/networks';
import type { InterfaceText } from './texts-checks.ts';

/** What the library comes with; each is read by the command that needs it. */
export async function builtInCharter(): Promise<Charter> {
  return parseCharter(await readBuiltIn(import.meta.resolve('charter-elements/content/charter.fr.json')));
}

export async function builtInNetworks(): Promise<Networks> {
  return parseNetworks(await readBuiltIn(import.meta.resolve('charter-elements/content/networks.fr.json')));
}

// Node 20 warns of an import of JSON.
async function readBuiltIn(url: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(url), 'utf8'));
}

/** Every text of the interface, in the order of the ids. */
export async function interfaceTexts(): Promise<readonly InterfaceText[]> {
  return (await readBuiltIn(
    import.meta.resolve('charter-elements/interface-texts.json'),
  )) as readonly InterfaceText[];
}

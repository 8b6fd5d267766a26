import { parseCharter } from '../charter/index.ts';
import type { Charter } from '../charter/index.ts';
import { parseNetworks } from '../networks/index.ts';
import type { Networks } from '../networks/index.ts';
import type { InterfaceText } from './checks/texts-checks.ts';

/** What the package comes with; each is loaded by the command that needs it. */
export async function builtInCharter(): Promise<Charter> {
  return parseCharter((await import('../built-in/generated/social-media.fr.ts')).default);
}

export async function builtInNetworks(): Promise<Networks> {
  return parseNetworks((await import('../built-in/generated/networks.fr.ts')).default);
}

/** Every text of the interface, by id. */
export async function interfaceTexts(): Promise<readonly InterfaceText[]> {
  return (await import('../built-in/generated/interface-texts.ts')).default as readonly InterfaceText[];
}

import { readFile } from 'node:fs/promises';
import { parseCharter } from 'charter-elements/charter';
import type { Charter } from 'charter-elements/charter';
import { parseNetworks } from 'charter-elements/networks';
import type { Networks } from 'charter-elements/networks';
import type { InterfaceText } from './checks/texts-checks.ts';

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

/** The descriptions of values, which are written for translators, in French; any other stays as it is. */
const valueNames: Readonly<Record<string, string>> = {
  date: 'une date',
  time: 'une heure',
  'date and time': 'une date et une heure',
  'month and year, or year': 'un mois et une année, ou une année',
  seconds: 'un nombre de secondes',
  'title of the charter': 'le titre de la charte',
  'version number': 'un numéro de version',
  version: 'un numéro de version',
  'number of ticked practices': 'le nombre de pratiques cochées',
  'ticked practices': 'le nombre de pratiques cochées',
  'all practices': 'le nombre de pratiques',
  'number of signatures': 'un nombre de signatures',
  'number of settings': 'un nombre de réglages',
  'name of a setting, in our own translation': 'le nom d’un réglage',
  network: 'le nom du réseau',
  device: 'l’appareil',
  settled: 'le nombre de réglages faits',
  all: 'le nombre de réglages',
  '10 sur 10': 'par exemple « 10 sur 10 »',
  '3 sur 10': 'par exemple « 3 sur 10 »',
};

/** Every text of the interface, in the order of the ids. */
export async function interfaceTexts(): Promise<readonly InterfaceText[]> {
  const texts = (await readBuiltIn(
    import.meta.resolve('charter-elements/interface-texts.json'),
  )) as readonly InterfaceText[];
  return texts.map((text) => ({ ...text, values: text.values.map((value) => valueNames[value] ?? value) }));
}

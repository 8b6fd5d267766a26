import type { Charter } from '../../src/charter/charter.ts';
import { inTurn, serveAt } from './service.ts';

// Written in full: both Vite and the test runner's server find a file by an address that they can read.
const guideFile = new URL('../documents/charters/guide.fr.json', import.meta.url).href;
const arabicFile = new URL('../documents/charters/guide.ar.json', import.meta.url).href;
const overdueNetworksFile = new URL('../documents/networks/overdue.json', import.meta.url).href;
const invalidNetworksFile = new URL('../documents/networks/invalid.json', import.meta.url).href;
const invalidFile = new URL('../documents/charters/invalid.json', import.meta.url).href;

async function load<Document>(address: string): Promise<Document> {
  const response = await fetch(address);
  return (await response.json()) as Document;
}

/** A short charter with everything that the schema allows. */
export const guide = await load<Charter>(guideFile);
export const arabicGuide = await load<Charter>(arabicFile);

/** Addresses are in messages: the same on any machine. */
async function serveFile(name: string, file: string): Promise<string> {
  return serveAt(`https://intranet.example/${name}`, inTurn([await load(file)]));
}

/** Address of a charter that does not follow the schema. */
export const invalidCharter = await serveFile('charte.fr.json', invalidFile);
/** Address of a networks file that was to be reviewed some time ago. */
export const overdueNetworks = await serveFile('reseaux-anciens.json', overdueNetworksFile);
/** Address of a networks file that does not follow the schema. */
export const invalidNetworks = await serveFile('reseaux.json', invalidNetworksFile);
/** Address of a file with one network of one setting. */
export const smallNetworks = serveAt(
  'https://intranet.example/reseau.json',
  inTurn([{ ...(await load<object>(overdueNetworksFile)), reviewDue: '2027-03-31' }]),
);

import type { Charter } from '../../src/charter/charter.ts';

// Written in full: both Vite and the test runner's server find a file by an address that they can read.
const guideFile = new URL('../../test/fixtures/charters/guide.fr.json', import.meta.url).href;
const arabicFile = new URL('../../test/fixtures/charters/guide.ar.json', import.meta.url).href;

/** A charter that does not follow the schema. */
export const invalidCharter = new URL('../../test/fixtures/charters/invalid.json', import.meta.url).href;

async function load(address: string): Promise<Charter> {
  const response = await fetch(address);
  return (await response.json()) as Charter;
}

/** A short charter with everything that the schema allows. */
export const guide = await load(guideFile);
export const arabicGuide = await load(arabicFile);

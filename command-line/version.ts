import { readFileSync } from 'node:fs';

const manifest = readFileSync(new URL(import.meta.resolve('charter-elements-cli/package.json')), 'utf8');

/** The version of this package. */
export const { version } = JSON.parse(manifest) as { readonly version: string };

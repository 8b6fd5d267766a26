import { join } from 'node:path';
import type { Plugin } from 'rollup';
import license from 'rollup-plugin-license';
import type { Dependency } from 'rollup-plugin-license';
import { callable } from './callable.ts';

export const licensesFile = 'THIRD-PARTY-LICENSES.txt';

/** Those that ask for nothing but their notice, which {@link licensesFile} is. */
const allowed = '(MIT OR BSD-2-Clause OR BSD-3-Clause OR ISC OR Apache-2.0)';

/**
 * Writes the licence of each package of which code is in the bundle, beside it; one that may not be there fails the build. It
 * comes before what minifies: its map, of each character, would make those of the scripts five times as long.
 */
export function thirdPartyLicenses(folder: string): Plugin {
  return callable(license)({
    thirdParty: {
      multipleVersions: true,
      allow: { test: allowed, failOnUnlicensed: true, failOnViolation: true },
      output: { file: join(folder, licensesFile), template: noticesOf },
    },
  });
}

function noticesOf(dependencies: Dependency[]): string {
  const notices = dependencies.map(noticeOf).sort((one, other) => (one < other ? -1 : 1));
  return [
    'The scripts of this folder contain code of the packages below, each under its own licence.',
    ...notices,
  ].join(`\n${'-'.repeat(80)}\n\n`);
}

/** What a package's licence asks to be reproduced; its text, or there is no bundle. */
export function noticeOf({
  name,
  version,
  license: id,
  licenseText,
  noticeText,
}: Pick<Dependency, 'name' | 'version' | 'license' | 'licenseText' | 'noticeText'>): string {
  if (!licenseText) throw new Error(`${name} has no licence file, and its licence has to be reproduced`);
  const parts = [`${name} ${version} (${id})`, licenseText.trim(), noticeText?.trim()];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

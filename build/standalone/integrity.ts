import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Subresource integrity of each script of a folder, for pages that ask for it. */
export async function writeIntegrity(folder: string, scripts: readonly string[]): Promise<void> {
  const hashes: Record<string, string> = {};
  for (const name of scripts) hashes[name] = `sha384-${hash('sha384', await readFile(join(folder, name)))}`;
  await writeFile(join(folder, 'integrity.json'), `${JSON.stringify(hashes, null, 2)}\n`);
  await writeFile(join(folder, 'integrity.html'), snippetOf(hashes));
}

/** What a page pastes: the import map also covers the parts that the script loads later. */
function snippetOf(hashes: Readonly<Record<string, string>>): string {
  const folder = '/charter/';
  const integrity = Object.fromEntries(Object.entries(hashes).map(([name, each]) => [folder + name, each]));
  const map = `\n${JSON.stringify({ integrity }, null, 2)}\n`;
  return `<!-- For ${folder}; with another folder, replace it here and compute the hash of the policy again.
     A Content-Security-Policy without 'unsafe-inline' needs: script-src 'self' 'sha256-${hash('sha256', map)}' -->
<script type="importmap">${map}</script>
<script type="module" src="${folder}charter-elements.js" integrity="${hashes['charter-elements.js']}"></script>
`;
}

function hash(algorithm: 'sha256' | 'sha384', data: string | Buffer): string {
  return createHash(algorithm).update(data).digest('base64');
}

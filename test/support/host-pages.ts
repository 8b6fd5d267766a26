import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { copyOf, installWith, packLibrary, run, sideBySide } from './packed-library.ts';
import type { OwnFiles } from './network.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** What the strictest hosts send. */
const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "base-uri 'none'; require-trusted-types-for 'script'";

/** Where the pages of demo/hosts find what they name. */
const vendors: Record<string, string> = {
  charter: 'node_modules/charter-elements/dist/standalone',
  'vendor/jquery': 'node_modules/jquery/dist',
  'vendor/bootstrap': 'node_modules/bootstrap/dist',
  'vendor/turbo': 'node_modules/@hotwired/turbo/dist',
  'vendor/htmx': 'node_modules/htmx.org/dist',
  // npm has no Prototype.js: it is the package of Debian (test/setup-browsers.sh).
  'vendor/prototype': '/usr/share/javascript/prototype',
};

export const builtApps = ['react', 'vue', 'svelte', 'angular'] as const;

export interface BuiltHosts {
  /** A copy of demo/hosts in which everything is installed and built. */
  readonly folder: string;
  /** The library as npm would publish it. */
  readonly tarball: string;
}

/** Installs demo/hosts in a copy, with the library as npm would publish it, and builds its apps; once a process. */
export function buildHosts(): Promise<BuiltHosts> {
  return (built ??= build());
}

let built: Promise<BuiltHosts> | undefined;

async function build(): Promise<BuiltHosts> {
  const [folder, tarball] = await Promise.all([copyOf('demo/hosts'), packLibrary()]);
  await installWith(folder, tarball);
  // The longest comes first.
  await sideBySide(builtApps.toReversed().map((app) => () => run(folder, 'npm', 'run', `build:${app}`)));
  return { folder, tarball };
}

/** Serves the pages of a folder such as demo/hosts, and what they name. */
export function hostFiles(folder: string, more: Record<string, string> = {}): OwnFiles {
  const places = Object.entries({ ...vendors, ...more });
  return async (path) => {
    const file = path.replace(/^\//, '').replace(/(^|\/)$/, '$1index.html');
    const [prefix, place] = places.find(([each]) => file.startsWith(`${each}/`)) ?? ['', folder];
    const base = place.startsWith('/') ? place : join(folder, place);
    try {
      const body = await readFile(join(base, file.slice(prefix.length)));
      const policy = file.startsWith('sharepoint/') ? { 'content-security-policy': strictPolicy } : {};
      return {
        status: 200,
        headers: { 'content-type': types[extname(file)] ?? 'application/octet-stream', ...policy },
        body,
      };
    } catch {
      return undefined;
    }
  };
}

/** The same, with something changed in the pages. */
export function changePages(files: OwnFiles, change: (page: string) => string): OwnFiles {
  return async (path) => {
    const answer = await files(path);
    if (!answer || answer.headers['content-type'] !== types['.html']) return answer;
    return { ...answer, body: Buffer.from(change(answer.body.toString('utf8'))) };
  };
}

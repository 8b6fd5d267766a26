import { inTime } from './in-time.ts';

/** How long a file may take before it counts as missing, in milliseconds: a proxy may hold a connection for ever. */
const longestLoad = 30_000;

const failed = new Set<string>();
const arrived = new Map<string, Promise<void>>();

/**
 * Imports a part of the standalone script once its files are there. A browser may remember that an import failed for as long
 * as the page lives, as HTML has it («fetch a single module script»: the failure is put into the module map), and Firefox
 * does: a network that is gone for a moment would take away what the person came for. So a file that cannot be had is found
 * out before the import, and asked for again the next time.
 *
 * @param files - Names of the files, in the folder of this one.
 * @throws Error that names the file that could not be loaded.
 */
export async function importWithFiles<Part>(
  importPart: () => Promise<Part>,
  files: readonly string[],
): Promise<Part> {
  const urls = files.map((name) => new URL(name, import.meta.url).href);
  await Promise.all(urls.map(arrive));
  // Chromium hands a preload that failed to the next import of it, once.
  for (let stale = urls.filter((url) => failed.has(url)).length; ; stale--) {
    try {
      return await importPart();
    } catch (error) {
      if (stale === 0) throw error;
    }
  }
}

function arrive(url: string): Promise<void> {
  const known = arrived.get(url);
  if (known) return known;
  // What could not be preloaded once is not tried again by the browser.
  const arrival = failed.has(url) ? fetchFile(url) : preload(url);
  arrived.set(url, arrival);
  arrival.catch(() => {
    failed.add(url);
    arrived.delete(url);
  });
  return arrival;
}

/** As a script, so that no more of a page's policy has to allow it than the import itself. */
async function preload(url: string): Promise<void> {
  const link = document.createElement('link');
  if (!link.relList.supports('preload')) return;
  const loaded = new Promise<void>((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = () => reject(new Error(`${url} could not be loaded`));
  });
  Object.assign(link, { rel: 'preload', as: 'script', crossOrigin: 'anonymous', href: url });
  document.head.append(link);
  await inTime(loaded, longestLoad, `${url} did not come in time`).finally(() => link.remove());
}

async function fetchFile(url: string): Promise<void> {
  const forbidden: string[] = [];
  const noteViolation = ({ blockedURI }: SecurityPolicyViolationEvent): void => {
    forbidden.push(blockedURI);
  };
  document.addEventListener('securitypolicyviolation', noteViolation);
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(longestLoad) });
    if (!response.ok) throw new Error(`${url} was answered ${response.status}`);
    await response.arrayBuffer();
  } catch (error) {
    // The violation is told in a task of its own.
    await new Promise((resolve) => setTimeout(resolve, 50));
    // The page allows scripts from there, and nothing else.
    if (!forbidden.includes(url)) throw error;
  } finally {
    document.removeEventListener('securitypolicyviolation', noteViolation);
  }
}

import { inTime, longestLoad } from './in-time.ts';

const arrivals = new Map<string, Promise<void>>();

/**
 * Imports a part of the standalone script once its files are there, in the browser's cache. A browser may remember that an
 * import failed for as long as the page lives, as HTML has it («fetch a single module script»: the failure is put into the
 * module map). Firefox does, and Chromium does for what a part imports: a network that is gone for a moment would take away
 * what the person came for. So a file that cannot be had is found out before the import, and asked for again the next time.
 *
 * @param importPart - Tells the names of the files, which are in the folder of this one, and imports once they are there.
 * @throws Error that names the file that could not be loaded.
 */
export async function importWithFiles<Part>(
  importPart: (areThere: (files: readonly string[]) => boolean) => Promise<Part> | false,
): Promise<Part> {
  let files: readonly string[] = [];
  const part = importPart((names) => {
    files = names;
    return false;
  });
  if (part) return part;
  // From elsewhere, a page may allow scripts and nothing more.
  if (new URL(import.meta.url).origin === location.origin)
    await Promise.all(files.map((name) => arrive(new URL(name, import.meta.url).href)));
  return importPart(() => true) as Promise<Part>;
}

function arrive(url: string): Promise<void> {
  let arrival = arrivals.get(url);
  if (!arrival) {
    arrival = inTime(fetchFile(url), longestLoad, `${url} did not come in time`);
    arrivals.set(url, arrival);
    arrival.catch(() => arrivals.delete(url));
  }
  return arrival;
}

async function fetchFile(url: string): Promise<void> {
  const forbidden: string[] = [];
  const noteViolation = ({ blockedURI }: SecurityPolicyViolationEvent): void => {
    forbidden.push(blockedURI);
  };
  document.addEventListener('securitypolicyviolation', noteViolation);
  try {
    const response = await fetch(url).catch(async (error: unknown) => {
      // The violation is told in a task of its own.
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (!forbidden.includes(url)) throw error;
    });
    if (response && !response.ok) throw new Error(`${url} was answered ${response.status}`);
    await response?.arrayBuffer();
  } finally {
    document.removeEventListener('securitypolicyviolation', noteViolation);
  }
}

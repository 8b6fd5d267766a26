/**
 * Fetches a JSON file.
 *
 * @param what - What the file is, for messages: `charter`, `networks`…
 * @throws Error when the server does not answer or not with 2xx; DocumentError with line and column when the file is
 *   not JSON.
 */
export async function loadJSON(
  url: string,
  what: string,
  options: Pick<RequestInit, 'cache' | 'signal'> = {},
): Promise<unknown> {
  const unreached = (cause: unknown): never => {
    throw new Error(`${what} (${url}) could not be reached: check the address and the network`, { cause });
  };
  const response = await fetch(url, { ...options, headers: { Accept: 'application/json' } }).catch(unreached);
  if (!response.ok) {
    throw new Error(
      `${what} (${url}) could not be loaded: the server answered ${response.status} ${response.statusText}`.trim(),
    );
  }
  const text = await response.text().catch(unreached);
  try {
    return JSON.parse(text);
  } catch {
    const { syntaxError } = await import('./syntax-error.lazy.ts');
    throw syntaxError(text, what, url);
  }
}

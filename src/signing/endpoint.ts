/** Where records go: a resolved address, nowhere (the page sends them itself), or nowhere by mistake. */
export type Endpoint =
  { readonly url: string; readonly mistake?: undefined } | { readonly url: ''; readonly mistake: string };

/**
 * Resolves the address that a page gives.
 *
 * @param given - As the page wrote it; nothing where it sends its records itself.
 * @param base - What relative addresses are relative to (`document.baseURI`).
 * @param page - Address of the page: it cannot be the endpoint.
 * @returns With a `mistake`, in English, where no record can ever arrive there.
 */
export function resolveEndpoint(given: string | null | undefined, base: string, page: string): Endpoint {
  if (given === null || given === undefined || given === '') return { url: '' };
  const mistake = (reason: string): Endpoint => ({
    url: '',
    mistake: `endpoint="${given}" ${reason}: give the http(s) address that signatures are posted to`,
  });
  if (/^\s*($|[#?])/.test(given)) return mistake('is the page itself');
  let url: URL;
  try {
    url = new URL(given, base);
  } catch {
    return mistake('is no address');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return mistake('is not http or https');
  url.hash = '';
  const { origin, pathname, search } = new URL(page);
  // One script may serve the page and take the signature, told apart by the query.
  const isPage = url.origin === origin && url.pathname === pathname;
  if (isPage && (url.search === '' || url.search === search)) return mistake('is the page itself');
  return { url: url.href };
}

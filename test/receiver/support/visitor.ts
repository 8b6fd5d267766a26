/** What a visitor has come to, after the redirects. */
export interface Visited {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Where requests for an address of the outside really go: what a proxy does in a hospital. */
export type Route = readonly [publicAddress: string, address: string];

/** A browser without a screen: cookies by host, redirects, forms. Each visitor is somebody else. */
export class Visitor {
  readonly #cookies = new Map<string, Map<string, string>>();
  readonly #routes: readonly Route[];
  /** Every address asked for. */
  readonly trail: URL[] = [];
  /** Every `Set-Cookie` received. */
  readonly setCookies: string[] = [];

  constructor(routes: readonly Route[] = []) {
    this.#routes = routes;
  }

  /** The cookies for a host, by name. */
  cookiesOf(host: string): Map<string, string> {
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar);
    return jar;
  }

  /** Asks for one address and follows nothing. */
  async ask(address: string | URL, init: RequestInit = {}): Promise<Visited> {
    const url = new URL(address);
    this.trail.push(url);
    const jar = this.cookiesOf(url.host);
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set('Cookie', [...jar].map((pair) => pair.join('=')).join('; '));
    const response = await fetch(this.#routeOf(url), { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      this.setCookies.push(line);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/;\s*max-age=0/i.test(line) || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return { url, status: response.status, headers: response.headers, text: await response.text() };
  }

  /** Goes to an address and follows redirects, until a page or one that `isEnd` says to stop before. */
  async go(address: string | URL, isEnd: (url: URL) => boolean = () => false): Promise<Visited> {
    let visited = await this.ask(address);
    while ([302, 303].includes(visited.status)) {
      const next = new URL(visited.headers.get('location')!, visited.url);
      if (isEnd(next)) return { ...visited, url: next };
      visited = await this.ask(next);
    }
    return visited;
  }

  /** Signs in on the provider's page, and follows what comes of it. */
  async logIn(page: Visited, login: string, isEnd?: (url: URL) => boolean): Promise<Visited> {
    const { headers, url } = await this.ask(page.url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ login }).toString(),
    });
    const next = new URL(headers.get('location')!, url);
    return isEnd?.(next) ? { ...page, url: next } : this.go(next, isEnd);
  }

  #routeOf({ href }: URL): string {
    const [publicAddress, address] = this.#routes.find(([start]) => href.startsWith(start)) ?? ['', ''];
    return address + href.slice(publicAddress.length);
  }
}

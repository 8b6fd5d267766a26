/** What answers an address. */
export type Handler = (request: Request) => Promise<Response>;

const handlers = new Map<string, Handler>();
const network = globalThis.fetch;

// Elements load charters and keys through the page's `fetch`: there, their whole code runs, and no server is needed.
globalThis.fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input, location.href);
  const handler = handlers.get(url.href);
  if (!handler) return network.call(globalThis, input, init);
  const request = new Request(input instanceof Request ? input : url, init);
  return Promise.race([handler(request), aborted(request.signal)]);
};

let count = 0;

/**
 * Gives an address to what answers in the page.
 *
 * @param name - Last part of the address.
 */
export function serve(name: string, handler: Handler): string {
  // Records that wait are kept by address: no story may find those of an earlier visit.
  const [visit] = crypto.getRandomValues(new Uint32Array(1));
  return serveAt(`/service/${visit!.toString(36)}-${++count}/${name}`, handler);
}

/** Gives a fixed address to what answers in the page, where the address itself is shown. */
export function serveAt(address: string, handler: Handler): string {
  handlers.set(new URL(address, location.href).href, handler);
  return address;
}

/** An address that never answers. */
export function serveNothing(name: string): string {
  return serve(name, () => new Promise(() => undefined));
}

/** An address that gives these documents in turn, the last one for ever. */
export function serveJSON(name: string, ...documents: readonly unknown[]): string {
  return serve(name, inTurn(documents));
}

/** What gives these documents in turn, the last one for ever. */
export function inTurn(documents: readonly unknown[]): Handler {
  let asked = 0;
  return () => Promise.resolve(Response.json(documents[Math.min(asked++, documents.length - 1)]));
}

/** An address that answers with this status. */
export function serveStatus(name: string, status: number): string {
  return serve(name, () => Promise.resolve(new Response(null, { status })));
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const refuse = (): void => reject(signal.reason as Error);
    if (signal.aborted) refuse();
    else signal.addEventListener('abort', refuse, { once: true });
  });
}

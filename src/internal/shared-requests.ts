interface SharedRequest<Value> {
  readonly answer: Promise<Value>;
  readonly controller: AbortController;
  /** Those who wait; one without a signal waits to the end. */
  waiting: number;
  isOver: boolean;
}

export interface RequestOptions {
  /** Asks the server again, past every cache. */
  readonly isFresh?: boolean | undefined;
  /** Stops waiting. The request itself is aborted once nobody waits for it any more. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * What is loaded from an address, by one request for all who ask for it. What failed or was aborted is forgotten, so that
 * it can be asked for again.
 */
export class SharedRequests<Value> {
  readonly #load: (url: string, init: Pick<RequestInit, 'cache' | 'signal'>) => Promise<Value>;
  readonly #requests = new Map<string, SharedRequest<Value>>();

  constructor(load: (url: string, init: Pick<RequestInit, 'cache' | 'signal'>) => Promise<Value>) {
    this.#load = load;
  }

  ask(url: string, { isFresh = false, signal }: RequestOptions = {}): Promise<Value> {
    const known = isFresh ? undefined : this.#requests.get(url);
    const request = known ?? this.#start(url, isFresh);
    request.waiting++;
    signal?.addEventListener('abort', () => this.#leave(url, request), { once: true });
    return request.answer;
  }

  forget(url: string): void {
    this.#requests.delete(url);
  }

  #start(url: string, isFresh: boolean): SharedRequest<Value> {
    const controller = new AbortController();
    const { signal } = controller;
    const answer = this.#load(url, isFresh ? { cache: 'reload', signal } : { signal });
    const request = { answer, controller, waiting: 0, isOver: false };
    this.#requests.set(url, request);
    answer.then(
      () => (request.isOver = true),
      () => this.#drop(url, request),
    );
    return request;
  }

  #leave(url: string, request: SharedRequest<Value>): void {
    request.waiting--;
    if (request.waiting > 0 || request.isOver) return;
    this.#drop(url, request);
    request.controller.abort();
  }

  /** Another request may have taken its place. */
  #drop(url: string, request: SharedRequest<Value>): void {
    if (this.#requests.get(url) === request) this.#requests.delete(url);
  }
}

import type { ReactiveControllerHost } from 'lit';
import { CharterDeclinedEvent } from '../../events/charter-declined.ts';
import { CharterSignFailedEvent } from '../../events/charter-sign-failed.ts';
import { CharterSignQueuedEvent } from '../../events/charter-sign-queued.ts';
import { CharterSignRequestEvent } from '../../events/charter-sign-request.ts';
import type { SignAnswer } from '../../events/charter-sign-request.ts';
import { CharterSignedEvent } from '../../events/charter-signed.ts';
import { CharterUnsentChangedEvent } from '../../events/charter-unsent-changed.ts';
import { warnOnce } from '../../internal/warn-once.ts';
import type { OutboxEntry } from '../../outbox/entry.ts';
import type { SignatureRecord } from '../../signature/record.ts';

import type {
  AttemptDecision,
  AttemptOptions,
  AttemptRequest,
  SigningClient,
  SigningFact,
} from '../../signing/client.ts';
import type { Signing, SigningState } from '../../signing/signing-types.ts';
import { endSigning, openSigning } from '../../signing/open-signing.ts';
import { recordOf } from '../../signing/signature-state.ts';

/** What an element says about its signatures. */
export interface ElementSigningOptions extends AttemptOptions {
  /** As the page wrote it. */
  readonly endpoint: string | undefined;
  readonly isShared: boolean;
  readonly charter: SigningClient['charter'];
}

type Host = ReactiveControllerHost & HTMLElement;

/** An element as the client of its page's signing: tells the page in events, and the element when to look again. */
export class ElementSigning implements SigningClient {
  readonly url: string;
  readonly isShared: boolean;
  readonly #host: Host;
  readonly #options: () => ElementSigningOptions;
  readonly #signing: Signing;
  readonly #unsubscribe: () => void;
  /** Whether the signature on screen was given here, and not taken up. */
  #isOwn = false;
  #followed = '';

  constructor(host: Host, options: () => ElementSigningOptions, url: string) {
    this.#host = host;
    this.#options = options;
    this.url = url;
    this.isShared = options().isShared;
    this.#signing = openSigning(
      {
        endpoint: url,
        isShared: this.isShared,
        warn: warnOnce,
        announceElsewhere: (fact) => dispatch(document, fact, 0),
      },
      this,
    );
    this.#followed = this.#subject;
    this.#unsubscribe = this.#signing.subscribe(this);
  }

  get charter(): SigningClient['charter'] {
    return this.#options().charter;
  }

  get options(): AttemptOptions {
    return this.#options();
  }

  get isHere(): boolean {
    return this.#host.isConnected;
  }

  get state(): SigningState {
    return this.#signing.getState(this);
  }

  /** Whether a signature that was given here is still on screen. */
  get isEngaged(): boolean {
    return this.#isOwn && recordOf(this.state.signature) !== undefined;
  }

  decide(request: AttemptRequest, entry: OutboxEntry): AttemptDecision {
    const { record, sealed } = entry;
    let answer: Promise<SignAnswer> | undefined;
    const event = new CharterSignRequestEvent({
      record,
      sealed: record ? undefined : sealed,
      request,
      respondWith: (promise) => {
        answer = promise;
      },
    });
    this.#host.dispatchEvent(event);
    if (!event.defaultPrevented) return { kind: 'send' };
    return answer ? { kind: 'answered', answer } : { kind: 'withdrawn' };
  }

  announce(fact: SigningFact, unsent: number): void {
    dispatch(this.#host, fact, unsent);
  }

  announceUnsent(count: number): void {
    this.#host.dispatchEvent(new CharterUnsentChangedEvent({ count }));
  }

  update(): void {
    this.#host.requestUpdate();
  }

  /** The element is back in the page. */
  refresh(): void {
    this.#signing.refresh(this);
    this.#signing.wake();
  }

  /** Takes note of another text or another person. */
  follow(): void {
    const subject = this.#subject;
    if (subject === this.#followed) return;
    this.#followed = subject;
    this.#signing.refresh(this);
  }

  prepare(): Promise<void> {
    return this.#signing.prepare(this);
  }

  async sign(record: SignatureRecord): Promise<void> {
    this.#isOwn = true;
    await this.#signing.sign(record, this);
  }

  retry(entry?: OutboxEntry): Promise<void> {
    return this.#signing.retry(this, entry);
  }

  erase(entry: OutboxEntry): Promise<void> {
    return this.#signing.erase(entry);
  }

  async countUnsent(): Promise<number> {
    await this.#signing.ready;
    const { signature, unsent } = this.state;
    const isUnsent = ['sending', 'pending', 'refused', 'outdated'].includes(signature.name);
    return unsent.length + (isUnsent ? 1 : 0);
  }

  async leave(): Promise<void> {
    this.#isOwn = false;
    await this.#signing.leave(this);
  }

  release(): void {
    this.#unsubscribe();
  }

  end(): void {
    this.#unsubscribe();
    endSigning({ endpoint: this.url, isShared: this.isShared });
  }

  get #subject(): string {
    const { charter, signer } = this.#options();
    return JSON.stringify([charter?.id, charter?.version, signer.id, signer.name]);
  }
}

function dispatch(target: EventTarget, fact: SigningFact, unsent: number): void {
  const { record } = fact;
  switch (fact.name) {
    case 'signed':
      target.dispatchEvent(new CharterSignedEvent({ record, receipt: fact.receipt }));
      break;
    case 'declined':
      target.dispatchEvent(new CharterDeclinedEvent({ record }));
      break;
    case 'pending': {
      const { reason, nextTryAt } = fact;
      const time = nextTryAt === undefined ? undefined : new Date(nextTryAt);
      target.dispatchEvent(new CharterSignQueuedEvent({ record, reason, pending: unsent, nextTryAt: time }));
      break;
    }
    case 'refused':
    case 'outdated':
      target.dispatchEvent(new CharterSignFailedEvent({ record, problem: fact.problem }));
  }
}

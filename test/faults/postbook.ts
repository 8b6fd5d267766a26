import type { Answer } from './forward.ts';
import type { SignatureFault } from './fault-kinds.ts';

/** What was done to one record that was posted. */
export class Post {
  /** Where it was posted. */
  readonly paths = new Set<string>();
  /** What happened to its requests, in order. */
  readonly faults: SignatureFault[] = [];
  /** The receiver may have it: no refusal any more. */
  isForwarded = false;
  /** An answer that proves that it is recorded was let through. */
  isConfirmed = false;
  /** How it is refused, again each time. */
  refusal: SignatureFault | undefined;
  refusals = 0;

  refuse(fault: SignatureFault, isForGood: boolean): void {
    this.refusals++;
    if (isForGood) this.refusal = fault;
  }
}

/** What became, on the network, of each record, by id. */
export class Postbook {
  readonly posts = new Map<string, Post>();
  /** The receiver's answers, the last two. */
  #receipts: Record<string, unknown>[] = [];

  open(id: string, path: string): Post {
    const post = this.posts.get(id) ?? new Post();
    this.posts.set(id, post);
    post.paths.add(path);
    return post;
  }

  confirm(id: string): void {
    this.posts.get(id)!.isConfirmed = true;
  }

  /** Whether a record was answered with what the element may take for a refusal for good. */
  isRefused(id: string): boolean {
    return (this.posts.get(id)?.refusals ?? 0) > 0;
  }

  /** Keeps what the receiver answered, to be given to somebody else. */
  remember(id: string, { status, body }: Answer): void {
    if (status >= 300) return;
    const receipt = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
    this.#receipts = [...this.#receipts.filter((known) => known['id'] !== id), receipt].slice(-2);
  }

  /** A receipt of another record. */
  otherReceipt(id: string): Record<string, unknown> {
    return (
      this.#receipts.find((known) => known['id'] !== id) ?? {
        id: '00000000-0000-4000-8000-000000000000',
        receivedAt: new Date().toISOString(),
        recordDigest: `sha256:${'0'.repeat(64)}`,
      }
    );
  }
}

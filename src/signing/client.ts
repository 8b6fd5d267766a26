import type { OutboxEntry } from '../outbox/entry.ts';
import type { PendingReason } from '../signature/pending-reason.ts';
import type { Problem } from '../signature/problem.ts';
import type { Receipt } from '../signature/receipt.ts';
import type { SignatureRecord, Signer } from '../signature/record.ts';

/** How a page wants its signatures sent; read at every attempt, since tokens change. */
export interface AttemptOptions {
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly credentials: RequestCredentials;
  readonly csrfMeta: string | undefined;
  readonly csrfHeader: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly fetcher: typeof fetch | undefined;
  /** Address of a JSON Web Key Set: with it, a signature is recorded only when its receipt verifies. */
  readonly receiptKeys: string | undefined;
  /** Who is here, as far as the page vouches for it. */
  readonly signer: Partial<Signer>;
}

/** The request about to be made; the page may change it. */
export interface AttemptRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  credentials: RequestCredentials;
}

/** What the page makes of a request: it goes out, the page answers for it, or nothing is sent. */
export type AttemptDecision =
  | { readonly kind: 'send' }
  | { readonly kind: 'answered'; readonly answer: Promise<unknown> }
  | { readonly kind: 'withdrawn' };

/** What a page is told. */
export type SigningFact =
  | {
      readonly name: 'signed' | 'declined';
      readonly record: SignatureRecord;
      readonly receipt: Receipt | undefined;
    }
  | {
      readonly name: 'pending';
      readonly record: SignatureRecord;
      readonly reason: PendingReason;
      readonly nextTryAt: number | undefined;
    }
  | {
      readonly name: 'refused' | 'outdated';
      readonly record: SignatureRecord;
      readonly problem: Problem;
    };

/** What asks for signatures and shows them: an element, which may come and go. */
export interface SigningClient {
  /** The text that it is for, once it is known. */
  readonly charter: { readonly id: string; readonly version: string } | undefined;
  readonly options: AttemptOptions;
  /** Whether it is in the page now. */
  readonly isHere: boolean;
  /** Lets the page change the request, take it over or withdraw it. */
  decide(request: AttemptRequest, entry: OutboxEntry): AttemptDecision;
  /** @param unsent - How many records of the same text wait. */
  announce(fact: SigningFact, unsent: number): void;
  announceUnsent(count: number): void;
  /** What is shown may be something else now. */
  update(): void;
}

/** Whether a record is of the text that a client is for. */
export function isOfCharter(record: SignatureRecord, { charter }: SigningClient): boolean {
  return charter?.id === record.charter.id && charter.version === record.charter.version;
}

/**
 * Whether a record is of the person whom the page names. An intranet that knows who is connected would attribute another
 * person's record to them; by the identifier where both have one, else by the name. The receiver itself looks at whose an
 * encrypted one is.
 */
export function isOfSigner({ record }: OutboxEntry, present: Partial<Signer>): boolean {
  if (!record) return true;
  const { signer } = record;
  if (present.id && signer.id) return present.id === signer.id;
  return !present.name || present.name === signer.name;
}

import { writeJSON } from '../../internal/write-json.ts';
import type { SignatureRecord } from '../../signature/record.ts';

/** Where a person is before anything is sent. */
export type Step = 'form' | 'decline' | 'review' | 'tried';

/** A record reviewed longer ago than this takes the time of the click. Milliseconds. */
const reviewedLately = 5 * 60_000;

/**
 * The way to a signature: form → review → (sent, or tried in a dry run), or form → decline → review. The review is a
 * snapshot: what it shows is what leaves, and when that changes the person sees the new one first.
 */
export class AcknowledgementFlow {
  step: Step = 'form';
  /** What the review shows. */
  record: SignatureRecord | undefined;
  /** What the review shows is not what it showed before: the person is told. */
  isChanged = false;
  /** The text changed under the review: its statements are to be read again. */
  isAnotherText = false;

  get isReviewing(): boolean {
    return this.record !== undefined && (this.step === 'review' || this.step === 'tried');
  }

  goToForm(): void {
    this.#go('form');
  }

  goToDecline(): void {
    this.#go('decline');
  }

  /** Back to where the record was filled in. */
  goBack(): void {
    this.#go(this.record?.decision === 'declined' ? 'decline' : 'form');
  }

  review(record: SignatureRecord): void {
    this.#go('review');
    this.record = record;
  }

  /** A dry run ends here. */
  endTrial(): void {
    this.step = 'tried';
  }

  /**
   * Compares what the review shows with what would be signed now.
   *
   * @param draft - What would be signed now; `undefined` when the form has to be filled in again first.
   * @param isAnotherText - The charter is not the one reviewed.
   * @returns Whether the review still shows what would be signed.
   */
  follow(draft: SignatureRecord | undefined, isAnotherText: boolean): boolean {
    const { record } = this;
    if (!record || !this.isReviewing) return true;
    if (draft && !isAnotherText && contentOf(draft) === contentOf(record)) return true;
    if (!draft || isAnotherText) {
      this.goBack();
      this.isAnotherText = isAnotherText;
    } else {
      this.step = 'review';
      this.record = draft;
    }
    this.isChanged = true;
    return false;
  }

  /** The record to send: as it was reviewed, with the time of the click where that was long ago. */
  accept(now: Date): SignatureRecord | undefined {
    if (!this.record) return undefined;
    const isRecent = now.getTime() - Date.parse(this.record.signedAt) < reviewedLately;
    if (!isRecent) this.record = { ...this.record, signedAt: now.toISOString() };
    return this.record;
  }

  #go(step: Step): void {
    this.step = step;
    this.record = undefined;
    this.isChanged = this.isAnotherText = false;
  }
}

/** What a record says, whatever its number and its time. */
function contentOf(record: SignatureRecord): string {
  return writeJSON({ ...record, id: '', signedAt: '' });
}

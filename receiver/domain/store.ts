import type { SignatureRecord } from 'charter-elements/signature';
import type { KeptCharter } from './charters.ts';
import type { Identity } from './identity.ts';

/** A signature as it was recorded. */
export interface RecordedSignature {
  readonly record: SignatureRecord;
  readonly recordDigest: string;
  /** RFC 3339 in UTC, with milliseconds. */
  readonly receivedAt: string;
  /** Compact JWS. */
  readonly receipt: string;
  /** Who the hospital's single sign-on said was signing. */
  readonly identity?: Identity | undefined;
}

/** A signature to record. */
export interface NewSignature extends RecordedSignature {
  /** Canonical text of the record, kept as it is so that the digest can be computed again. */
  readonly canonicalRecord: string;
}

/** Numbers of people. */
export interface Counts {
  readonly accepted: number;
  readonly declined: number;
}

export interface DepartmentCount extends Counts {
  /** `null` gathers the people of whom no department is known. */
  readonly department: string | null;
}

/** What keeps signatures, whatever it is made of. What it has acknowledged stays. */
export interface Store {
  /** What it is made of, for whoever watches over it. */
  readonly engine: 'postgresql' | 'pglite';
  find(id: string): Promise<RecordedSignature | undefined>;
  /**
   * Records a signature.
   *
   * @returns Whether it was: false, and nothing is changed, when its id is already there.
   */
  add(signature: NewSignature): Promise<boolean>;
  /**
   * How many people accepted or declined a version: the latest record of each counts, in the order in which the store took them.
   *
   * @param most - Departments at most.
   * @returns Of all departments, and of the largest of them, the largest first.
   */
  countByDepartment(
    charter: string,
    version: string,
    most: number,
  ): Promise<{ total: Counts; departments: readonly DepartmentCount[] }>;
  /**
   * Keeps the text of a charter for as long as the signatures that name its digest.
   *
   * @returns The digests of the other texts that were published as the same version: someone edited it in place.
   */
  keepDocument(document: KeptCharter): Promise<string[]>;
  /** @throws StoreUnavailableError when no signature could be recorded now. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** Thrown by every method of a {@link Store} that cannot do what it is asked now; it may a moment later, or once repaired. */
export class StoreUnavailableError extends Error {
  /** Nothing answers: what was recorded cannot be asked for either. */
  readonly isLost: boolean;
  /** Waiting alone does not help: somebody has to put it right. */
  readonly needsRepair: boolean;

  constructor(
    message: string,
    {
      isLost,
      needsRepair,
      ...options
    }: ErrorOptions & { readonly isLost: boolean; readonly needsRepair: boolean },
  ) {
    super(message, options);
    this.isLost = isLost;
    this.needsRepair = needsRepair;
  }
}

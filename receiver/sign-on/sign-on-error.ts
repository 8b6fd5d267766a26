/** What prevented somebody from signing in. */
export type SignOnFailure =
  /** The attempt is not of this browser, or is over. */
  | 'expired'
  /** The person or the provider said no. */
  | 'denied'
  /** The provider cannot be asked. */
  | 'unavailable'
  /** What the provider answered proves nothing: a setting is wrong, or somebody tampers. */
  | 'unproven'
  /** The provider does not say what the receiver has to know. */
  | 'incomplete'
  /** The page to go back to is not of the hospital. */
  | 'foreign-return'
  /** Another site sent the request through the person's browser. */
  | 'foreign-request';

/** HTTP status of each. */
export const signOnStatuses: Readonly<Record<SignOnFailure, number>> = {
  expired: 400,
  denied: 403,
  unavailable: 503,
  unproven: 502,
  incomplete: 403,
  'foreign-return': 400,
  'foreign-request': 403,
};

/** An attempt to sign in or out that failed. */
export class SignOnError extends Error {
  override readonly name = 'SignOnError';
  readonly failure: SignOnFailure;
  /** For the log: names and codes, never what the provider says of a person. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    failure: SignOnFailure,
    details: Readonly<Record<string, unknown>> = {},
    options: ErrorOptions = {},
  ) {
    super(`signing in failed: ${failure}`, options);
    this.failure = failure;
    this.details = details;
  }
}

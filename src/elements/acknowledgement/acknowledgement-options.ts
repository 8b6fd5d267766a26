import { property } from 'lit/decorators.js';
import { audienceConverter } from '../../base/attributes.ts';
import type { Audience } from '../../charter/charter.ts';
import { CharterElement } from '../../base/charter-element.ts';
import type { Signer } from '../../signature/record.ts';
import type { AttemptOptions } from '../../signing/client.ts';
import { findFallbackForm } from './fallback-form.ts';

/** What a page sets on a `charter-acknowledgement`. */
export abstract class AcknowledgementOptions extends CharterElement {
  /** Where signatures are posted (see the HTTP contract); by default, where the form in the element posts to. */
  @property() endpoint?: string;

  /** Address of the charter document. */
  @property() src?: string;

  /** Id of a `charter-viewer` in the same root: its charter and its audience are used. */
  @property() for?: string;

  /** Who signs; by default the viewer's audience, else `staff`. */
  @property({ reflect: true, converter: audienceConverter }) audience?: Audience;

  /** Id of a `charter-checklist` in the same root: its ticked practices join the record. */
  @property() checklist?: string;

  /** Name of the person, from the intranet's session. */
  @property({ attribute: 'signer-name' }) signerName?: string;

  /** Professional identifier of the person. */
  @property({ attribute: 'signer-id' }) signerId?: string;

  /** E-mail address of the person. */
  @property({ attribute: 'signer-email' }) signerEmail?: string;

  /** Role of the person in the institution. */
  @property({ attribute: 'signer-role' }) signerRole?: string;

  /** Department of the person. */
  @property({ attribute: 'signer-department' }) signerDepartment?: string;

  /** Details that the page gives cannot be changed. */
  @property({ type: Boolean, attribute: 'lock-signer' }) lockSigner = false;

  /**
   * Details asked for beside the name: `id`, `email`, `role`, `department`; optional with a final `?`. By default, those
   * of the form in the element.
   */
  @property() fields = '';

  /** Whether cookies go with the request: `same-origin`, `include` or `omit`. */
  @property() credentials: RequestCredentials = 'same-origin';

  /** Name of the `<meta>` whose content is a CSRF token. */
  @property({ attribute: 'csrf-meta' }) csrfMeta?: string;

  /** Header that carries the CSRF token. */
  @property({ attribute: 'csrf-header' }) csrfHeader = 'X-CSRF-Token';

  /** How long to wait for an answer, in milliseconds. */
  @property({ type: Number }) timeout = 15_000;

  /** Everything is shown, nothing is sent. */
  @property({ type: Boolean, attribute: 'dry-run' }) dryRun = false;

  /** Offers to decline, with a reason. */
  @property({ type: Boolean, attribute: 'allow-decline' }) allowDecline = false;

  /** Several people use this browser: nothing of a person stays on it. */
  @property({ type: Boolean, attribute: 'shared-device' }) sharedDevice = false;

  /**
   * On a shared device, how long nobody may touch it before the warning, in milliseconds. The wipe comes 30 seconds
   * later, or after a third of that time if it is shorter.
   */
  @property({ type: Number, attribute: 'idle-timeout' }) idleTimeout = 90_000;

  /** Version that the person has already signed. */
  @property({ attribute: 'signed-version' }) signedVersion?: string;

  /** When the person signed it (a date or an instant). */
  @property({ attribute: 'signed-at' }) signedAt?: string;

  /** How long a signature counts, from `signed-at`: an ISO 8601 duration such as `P1Y`. */
  @property({ attribute: 'renew-after' }) renewAfter?: string;

  /**
   * Address of the version in `signed-version`, such as `/charters/{id}-{version}.{locale}.json`, to show what changed; by
   * default the viewer's.
   */
  @property({ attribute: 'previous-src' }) previousSrc?: string;

  /** Address of the JSON Web Key Set that receipts are verified with; with it, only a verified receipt says *signed*. */
  @property({ attribute: 'receipt-keys' }) receiptKeys?: string;

  /** Level of the title, from 1. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Details of the person, all at once; they come before the `signer-*` attributes. */
  @property({ attribute: false }) signer?: Partial<Signer>;

  /** Headers added to the request, such as an authorization. */
  @property({ attribute: false }) headers?: Readonly<Record<string, string>>;

  /** Used in place of `fetch`. */
  @property({ attribute: false }) fetcher?: typeof fetch;

  /** Details that the page gives, without the empty ones. */
  protected get givenSigner(): Partial<Signer> {
    const details: Partial<Record<keyof Signer, string | undefined>> = {
      name: this.signerName,
      id: this.signerId,
      email: this.signerEmail,
      role: this.signerRole,
      department: this.signerDepartment,
      ...this.signer,
    };
    return Object.fromEntries(Object.entries(details).filter(([, value]) => value?.trim()));
  }

  protected get signingOptions(): AttemptOptions & {
    readonly endpoint: string | undefined;
    readonly isShared: boolean;
  } {
    return {
      endpoint: this.endpoint ?? findFallbackForm(this)?.action,
      headers: this.headers,
      credentials: this.credentials,
      csrfMeta: this.csrfMeta,
      csrfHeader: this.csrfHeader,
      timeout: this.timeout,
      fetcher: this.fetcher,
      receiptKeys: this.receiptKeys,
      // Without the lock, what the page gives is a suggestion that the person may correct.
      signer: this.lockSigner ? this.givenSigner : {},
      isShared: this.sharedDevice,
    };
  }
}

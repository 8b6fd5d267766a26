import {
  audience,
  callback,
  flag,
  headerName,
  instant,
  level,
  milliseconds,
  object,
  optional,
  picklist,
  restriction,
  text,
} from '../../base/attributes.ts';
import { property } from '../../base/property.ts';
import type { Audience } from '../../charter/charter.ts';
import { CharterElement } from '../../base/charter-element.ts';
import type { Signer } from '../../signature/record.ts';
import type { AttemptOptions } from '../../signing/client.ts';
import { findFallbackForm } from './fallback-form.ts';
import { readDetails } from './signer-fields.ts';

/** What a page sets on a `charter-acknowledgement`. */
export abstract class AcknowledgementOptions extends CharterElement {
  /** Where signatures are posted (see the HTTP contract); by default, where the form in the element posts to. */
  @property({ is: optional(text) }) endpoint?: string;

  /** Address of the charter document. */
  @property({ is: optional(text) }) src?: string;

  /** Id of a `charter-viewer` in the same root: its charter and its audience are used. */
  @property({ is: optional(text) }) for?: string;

  /** Who signs; by default the viewer's audience, else `staff`. */
  @property({ is: audience, reflect: true }) audience?: Audience;

  /** Id of a `charter-checklist` in the same root: its ticked practices join the record. */
  @property({ is: optional(text) }) checklist?: string;

  /** Name of the person, from the intranet's session. */
  @property({ is: optional(text), attribute: 'signer-name' }) signerName?: string;

  /** Professional identifier of the person. */
  @property({ is: optional(text), attribute: 'signer-id' }) signerId?: string;

  /** E-mail address of the person. */
  @property({ is: optional(text), attribute: 'signer-email' }) signerEmail?: string;

  /** Role of the person in the institution. */
  @property({ is: optional(text), attribute: 'signer-role' }) signerRole?: string;

  /** Department of the person. */
  @property({ is: optional(text), attribute: 'signer-department' }) signerDepartment?: string;

  /** Details that the page gives cannot be changed. */
  @property({ is: restriction, attribute: 'lock-signer' }) lockSigner = false;

  /**
   * Details asked for beside the name: `id`, `email`, `role`, `department`; optional with a final `?`. By default, those
   * of the form in the element.
   */
  @property({ is: text }) fields = '';

  /** Whether cookies go with the request: `same-origin`, `include` or `omit`. */
  @property({ is: picklist(['same-origin', 'include', 'omit']) }) credentials: RequestCredentials =
    'same-origin';

  /** Name of the `<meta>` whose content is a CSRF token. */
  @property({ is: optional(text), attribute: 'csrf-meta' }) csrfMeta?: string;

  /** Header that carries the CSRF token. */
  @property({ is: headerName, attribute: 'csrf-header' }) csrfHeader = 'X-CSRF-Token';

  /** How long to wait for an answer, in milliseconds. */
  @property({ is: milliseconds }) timeout = 15_000;

  /** Everything is shown, nothing is sent. */
  @property({ is: restriction, attribute: 'dry-run' }) dryRun = false;

  /** Offers to decline, with a reason. */
  @property({ is: flag, attribute: 'allow-decline' }) allowDecline = false;

  /** Several people use this browser: nothing of a person stays on it. */
  @property({ is: restriction, attribute: 'shared-device' }) sharedDevice = false;

  /**
   * On a shared device, how long nobody may give a sign of life before the warning, in milliseconds: 20 000 at least. The
   * wipe comes 60 seconds after the warning.
   */
  @property({ is: milliseconds, attribute: 'idle-timeout' }) idleTimeout = 90_000;

  /** Version that the person has already signed. */
  @property({ is: optional(text), attribute: 'signed-version' }) signedVersion?: string;

  /** When the person signed it (a date or an instant). */
  @property({ is: optional(instant), attribute: 'signed-at' }) signedAt?: string;

  /** How long a signature counts, from `signed-at`: an ISO 8601 duration such as `P1Y`. */
  @property({ is: optional(text), attribute: 'renew-after' }) renewAfter?: string;

  /**
   * Address of the version in `signed-version`, such as `/charters/{id}-{version}.{locale}.json`, to show what changed; by
   * default the viewer's.
   */
  @property({ is: optional(text), attribute: 'previous-src' }) previousSrc?: string;

  /** Address of the JSON Web Key Set that receipts are verified with; with it, only a verified receipt says *signed*. */
  @property({ is: optional(text), attribute: 'receipt-keys' }) receiptKeys?: string;

  /** Level of the title, from 1. */
  @property({ is: level, attribute: 'heading-level' }) headingLevel = 2;

  /** Details of the person, all at once; they come before the `signer-*` attributes. */
  @property({ is: optional(object), attribute: false }) signer?: Partial<Signer>;

  /** Headers added to the request, such as an authorization. */
  @property({ is: optional(object), attribute: false }) headers?: Readonly<Record<string, string>>;

  /** Used in place of `fetch`. */
  @property({ is: optional(callback), attribute: false }) fetcher?: typeof fetch;

  /** Details that the page gives, without the empty ones. @internal */
  protected get givenSigner(): Partial<Signer> {
    const attributes = {
      name: this.signerName,
      id: this.signerId,
      email: this.signerEmail,
      role: this.signerRole,
      department: this.signerDepartment,
    };
    return readDetails(attributes, this.signer);
  }

  /** @internal */
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

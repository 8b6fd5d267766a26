import { nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { ComparisonSource } from '../../behaviors/comparison-source.ts';
import type { Audience, Charter } from '../../charter/charter.ts';
import { compareVersions } from '../../charter/versions.ts';
import { addDuration } from '../../internal/duration.ts';
import { warnOnce } from '../../internal/warn-once.ts';
import type { LocalizeController } from '../../localization/localize-controller.ts';
import { renderEarlierVersion } from './views/earlier-version-view.ts';

/** What a page says of the signature that a person gave before. */
export interface EarlierSignatureOptions {
  readonly charter: Charter | undefined;
  readonly signedVersion: string | undefined;
  readonly signedAt: string | undefined;
  /** ISO 8601 duration after which a signature no longer counts. */
  readonly renewAfter: string | undefined;
  /** Version that the receiver found outdated: it was read here, and not signed. */
  readonly outdatedVersion: string | undefined;
  /** Where earlier versions are. */
  readonly previousSrc: string | undefined;
}

/** Whether a person has to sign again, and what has changed since they signed. */
export class EarlierSignature implements ReactiveController {
  readonly #options: () => EarlierSignatureOptions;
  readonly #comparison: ComparisonSource;
  #current: EarlierSignatureOptions | undefined;
  /** When the signature counts no longer, in milliseconds since the epoch. */
  #renewsAt = Infinity;

  constructor(host: ReactiveControllerHost & HTMLElement, options: () => EarlierSignatureOptions) {
    this.#options = options;
    this.#comparison = new ComparisonSource(host, () => {
      const { charter, signedVersion, outdatedVersion, previousSrc: src } = options();
      return { charter, version: outdatedVersion ?? signedVersion, src };
    });
    host.addController(this);
  }

  hostUpdate(): void {
    const next = this.#options();
    const current = this.#current;
    this.#current = next;
    if (next.renewAfter !== current?.renewAfter || next.signedAt !== current?.signedAt)
      this.#renewsAt = renewalOf(next);
  }

  /** The person has signed the version in force, and the signature still counts. */
  get isCurrent(): boolean {
    const { charter, signedVersion } = this.#options();
    return (
      !!charter &&
      !!signedVersion &&
      compareVersions(signedVersion, charter.version) >= 0 &&
      !this.#isRenewalDue
    );
  }

  /** The version that the person knows, with what has changed since. */
  render(
    charter: Charter,
    audience: Audience,
    localize: LocalizeController,
  ): TemplateResult | typeof nothing {
    const { signedVersion, signedAt, outdatedVersion: read } = this.#options();
    const common = { comparison: this.#comparison.comparison, audience };
    if (read && compareVersions(read, charter.version) < 0) {
      const earlier = { ...common, version: read, signedAt: undefined, isRenewalDue: false };
      return renderEarlierVersion(earlier, charter, localize);
    }
    if (!signedVersion) return nothing;
    const earlier = { ...common, version: signedVersion, signedAt, isRenewalDue: this.#isRenewalDue };
    return renderEarlierVersion(earlier, charter, localize);
  }

  get #isRenewalDue(): boolean {
    return Date.now() >= this.#renewsAt;
  }
}

function renewalOf({ renewAfter, signedAt }: EarlierSignatureOptions): number {
  if (!renewAfter || !signedAt) return Infinity;
  const time = addDuration(new Date(signedAt), renewAfter).getTime();
  if (!Number.isNaN(time)) return time;
  warnOnce(
    `renew-after="${renewAfter}": write a duration such as P1Y (a year) or P6M; until then, it is left out`,
  );
  return Infinity;
}

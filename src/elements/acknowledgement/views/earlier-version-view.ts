import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ShownComparison } from '../../../behaviors/comparison-source.ts';
import type { Audience, Charter } from '../../../charter/charter.ts';
import { changesSince, compareVersions } from '../../../charter/versions.ts';
import type { LocalizeController } from '../../../localization/localize-controller.ts';
import { richText } from '../../../templates/rich-text.ts';
import * as earlierVersionTexts from '../earlier-version-texts.ts';

export interface EarlierVersion {
  readonly version: string;
  /** When it was signed (a date or an instant), as far as is known. */
  readonly signedAt: string | undefined;
  /** The same version is to be signed again, since a signature counts for some time only. */
  readonly isRenewalDue: boolean;
  /** How it differs from the charter, where the page gives it. */
  readonly comparison: ShownComparison | undefined;
  readonly audience: Audience;
}

/** The version that the person has signed before, and what has changed since. */
export function renderEarlierVersion(
  earlier: EarlierVersion,
  charter: Charter,
  localize: LocalizeController,
): TemplateResult {
  const { version: signedVersion, signedAt, isRenewalDue, comparison, audience } = earlier;
  const date = signedAt && localize.date(signedAt);
  const { history } = changesSince(charter, signedVersion);
  const isSameVersion = compareVersions(signedVersion, charter.version) >= 0;
  const isCurrent = isSameVersion && !isRenewalDue;
  return html`<div class="notice stack ${isCurrent ? 'success' : 'warning'}" part="signed-version">
    <p>
      <strong>
        ${
          date
            ? earlierVersionTexts.signedVersionOn(localize, signedVersion, date)
            : earlierVersionTexts.signedVersion(localize, signedVersion)
        }
      </strong>
    </p>
    ${isSameVersion ? html`<p>${renderSameVersion(isRenewalDue, localize)}</p>` : nothing}
    ${
      isSameVersion
        ? nothing
        : html`<p>${earlierVersionTexts.changed(localize, charter.version)}</p>
            <ul class="list">
              ${history.map(({ version, changes }) => html`<li>${version} – ${richText(changes)}</li>`)}
            </ul>
            ${
              comparison
                ? comparison.render({ charter, audience, comparison, localize, say: (words) => words })
                : nothing
            }`
    }
  </div>`;
}

function renderSameVersion(isRenewalDue: boolean, localize: LocalizeController): string {
  return isRenewalDue
    ? earlierVersionTexts.renewalDue(localize)
    : earlierVersionTexts.signedCurrent(localize);
}

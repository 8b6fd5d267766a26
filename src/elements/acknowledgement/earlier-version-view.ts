import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ShownComparison } from '../../behaviors/comparison-source.ts';
import type { Audience, Charter } from '../../charter/charter.ts';
import { changesSince, compareVersions } from '../../charter/versions.ts';
import type { LocalizeController } from '../../localization/localize-controller.ts';
import { richText } from '../../templates/rich-text.ts';

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
  const { msg } = localize;
  const date = signedAt && localize.date(signedAt);
  const { history } = changesSince(charter, signedVersion);
  const isSameVersion = compareVersions(signedVersion, charter.version) >= 0;
  const isCurrent = isSameVersion && !isRenewalDue;
  return html`<div class="notice stack ${isCurrent ? 'success' : 'warning'}" part="signed-version">
    <p>
      <strong>
        ${
          date
            ? msg(str`Vous avez signé la version ${signedVersion} le ${date}.`, {
                id: 'acknowledgement.signed-version-on',
                desc: 'Notice above the form. 0: version, 1: date',
              })
            : msg(str`Vous avez lu ou signé la version ${signedVersion}.`, {
                id: 'acknowledgement.signed-version',
                desc: 'Notice above the form. 0: version',
              })
        }
      </strong>
    </p>
    ${isSameVersion ? html`<p>${renderSameVersion(isRenewalDue, localize)}</p>` : nothing}
    ${
      isSameVersion
        ? nothing
        : html`<p>
              ${msg(str`La charte est passée à la version ${charter.version} : lisez ce qui a changé, puis signez-la.`, { id: 'acknowledgement.changed', desc: 'After acknowledgement.signed-version: there is a newer one. 0: version' })}
            </p>
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

function renderSameVersion(isRenewalDue: boolean, { msg }: LocalizeController): string {
  return isRenewalDue
    ? msg('L’établissement vous demande de relire la charte et de la signer de nouveau.', {
        id: 'acknowledgement.renewal-due',
        desc: 'the signature is too old, the version is still in force',
      })
    : msg('C’est la version en vigueur : vous n’avez rien à faire.', {
        id: 'acknowledgement.signed-current',
        desc: 'After acknowledgement.signed-version: nothing to do',
      });
}

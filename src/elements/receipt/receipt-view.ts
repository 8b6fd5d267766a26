import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { directionOf } from '../../localization/language.ts';
import type { LocalizeController } from '../../localization/localize-controller.ts';
import type { Finding, ReceiptFile, ReceiptFindings } from '../../signature/check-receipt.ts';
import { definition } from '../../templates/definition.ts';
import { icon } from '../../templates/icons.ts';

/**
 * What a receipt says: who, what, when.
 *
 * @param title - Title of the charter, where the one signed is at hand.
 */
export function renderReceipt(
  { record, receivedAt, recordDigest }: ReceiptFile,
  title: string | undefined,
  localize: LocalizeController,
): TemplateResult {
  const { msg } = localize;
  const { charter, signer, statements, practices } = record;
  return html`<dl class="receipt" part="receipt">
      ${definition(msg('Nom et prénom', { id: 'acknowledgement.name', desc: 'Label of a field and of a line of the receipt (max 30)' }), signer.name)}
      ${signer.id ? definition(msg('Identifiant professionnel', { id: 'acknowledgement.id', desc: 'Label of a field and of a line of the receipt: login or staff number (max 30)' }), signer.id) : nothing}
      ${signer.email ? definition(msg('Adresse électronique', { id: 'acknowledgement.email', desc: 'Label of a field and of a line of the receipt (max 30)' }), signer.email) : nothing}
      ${signer.role ? definition(msg('Fonction', { id: 'acknowledgement.role', desc: 'Label of a field and of a line of the receipt: job, such as nurse (max 30)' }), signer.role) : nothing}
      ${signer.department ? definition(msg('Service', { id: 'acknowledgement.department', desc: 'Label of a field and of a line of the receipt: hospital department, such as emergency (max 30)' }), signer.department) : nothing}
      ${definition(
        msg('Décision', { id: 'receipt.decision', desc: 'Label before “signed” or “declined” (max 25)' }),
        record.decision === 'accepted'
          ? msg('Charte signée', {
              id: 'receipt.accepted',
              desc: 'Value of the decision: the charter was signed',
            })
          : msg('Refus de signer', {
              id: 'receipt.declined',
              desc: 'Value of the decision: the person declined to sign',
            }),
      )}
      ${record.decision === 'declined' ? definition(msg('Raison du refus', { id: 'acknowledgement.reason', desc: 'Label before the reason for not signing (max 25)' }), record.reason) : nothing}
      ${definition(msg('Charte', { id: 'acknowledgement.charter', desc: 'Label before the title of the charter (max 25)' }), title ?? charter.id)}
      ${definition(msg('Version', { id: 'acknowledgement.version', desc: 'Label before the version of the charter (max 25)' }), charter.version)}
      ${practices ? definition(msg('Bonnes pratiques cochées', { id: 'acknowledgement.ticked', desc: 'Label before the number of ticked practices' }), localize.number(practices.length)) : nothing}
      ${definition(
        msg('Reçue le', {
          id: 'acknowledgement.received-at',
          desc: 'Label before the date on which the server received the signature (max 25)',
        }),
        html`<time datetime=${receivedAt}>
          ${localize.date(receivedAt, { dateStyle: 'long', timeStyle: 'short' })}
        </time>`,
      )}
      ${definition(msg('Numéro', { id: 'acknowledgement.number', desc: 'Label before the number of the record (max 25)' }), html`<code translate="no">${record.id}</code>`)}
      ${definition(msg('Empreinte de la charte', { id: 'acknowledgement.digest', desc: 'Label before a digest (hash) of the text that was signed' }), html`<code translate="no">${charter.digest}</code>`)}
      ${definition(msg('Empreinte de la signature', { id: 'acknowledgement.record-digest', desc: 'Label before a digest (hash) of the record' }), html`<code translate="no">${recordDigest}</code>`)}
    </dl>
    ${
      statements.length > 0
        ? html`<ul
            class="statements"
            part="statements"
            translate="no"
            lang=${charter.locale}
            dir=${directionOf(charter.locale)}
          >
            ${statements.map(({ text }) => html`<li>${text}</li>`)}
          </ul>`
        : nothing
    }`;
}

/** What was checked, one line each: never by colour alone. */
export function renderFindings(findings: ReceiptFindings, { msg }: LocalizeController): TemplateResult {
  return html`<ul class="findings" part="findings">
    ${finding(findings.record, {
      verified: msg('La signature n’a pas été modifiée depuis sa réception.', {
        id: 'receipt.record-verified',
        desc: 'Result of the first check: the signature is unchanged',
      }),
      refuted: msg('La signature a été modifiée, ou ce reçu est celui d’une autre.', {
        id: 'receipt.record-refuted',
        desc: 'Result of the first check: it was changed, or is not the one of this receipt',
      }),
      unknown: '',
    })}
    ${finding(findings.signature, {
      verified: msg('Le reçu porte bien la signature de l’établissement.', {
        id: 'receipt.signature-verified',
        desc: 'Result of the second check: the institution’s own electronic signature on the receipt is right',
      }),
      refuted: msg('Le reçu ne porte pas la signature de l’établissement.', {
        id: 'receipt.signature-refuted',
        desc: 'Result of the second check: it is wrong',
      }),
      unknown: msg('La signature de l’établissement n’a pas pu être vérifiée ici.', {
        id: 'receipt.signature-unknown',
        desc: 'Result of the second check: the key or the means are missing here',
      }),
    })}
    ${finding(findings.charter, {
      verified: msg('Le texte signé est celui de la charte affichée ici.', {
        id: 'receipt.charter-verified',
        desc: 'Result of the third check: the digest is that of the charter on this page',
      }),
      refuted: msg('Le texte signé n’est pas celui que cette page connaît sous le même numéro de version.', {
        id: 'receipt.charter-refuted',
        desc: 'Result of the third check: same version number, another text',
      }),
      unknown: msg(
        'Cette page n’a pas la version de la charte qui a été signée : le texte n’a pas été comparé.',
        { id: 'receipt.charter-unknown', desc: 'Result of the third check: this page has another version' },
      ),
    })}
  </ul>`;
}

function finding({ outcome }: Finding, texts: Record<Finding['outcome'], string>): TemplateResult {
  const [tone, name] = {
    verified: ['success', 'check'],
    refuted: ['danger', 'alert'],
    unknown: ['warning', 'clock'],
  }[outcome] as [string, 'check' | 'alert' | 'clock'];
  return html`<li class=${tone} data-outcome=${outcome}>
    <span class="tone">${icon(name)}</span> ${texts[outcome]}
  </li>`;
}

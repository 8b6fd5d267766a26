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
  return html`<dl part="receipt">
      ${definition(msg('Nom et prénom', { id: 'acknowledgement.name' }), signer.name)}
      ${signer.id ? definition(msg('Identifiant professionnel', { id: 'acknowledgement.id' }), signer.id) : nothing}
      ${signer.email ? definition(msg('Adresse électronique', { id: 'acknowledgement.email' }), signer.email) : nothing}
      ${signer.role ? definition(msg('Fonction', { id: 'acknowledgement.role' }), signer.role) : nothing}
      ${signer.department ? definition(msg('Service', { id: 'acknowledgement.department' }), signer.department) : nothing}
      ${definition(
        msg('Décision', { id: 'receipt.decision' }),
        record.decision === 'accepted'
          ? msg('Charte signée', { id: 'receipt.accepted' })
          : msg('Signature refusée', { id: 'receipt.declined' }),
      )}
      ${record.decision === 'declined' ? definition(msg('Raison du refus', { id: 'acknowledgement.reason' }), record.reason) : nothing}
      ${definition(msg('Charte', { id: 'acknowledgement.charter' }), title ?? charter.id)}
      ${definition(msg('Version', { id: 'acknowledgement.version' }), charter.version)}
      ${practices ? definition(msg('Bonnes pratiques cochées', { id: 'acknowledgement.ticked' }), localize.number(practices.length)) : nothing}
      ${definition(
        msg('Reçue le', { id: 'acknowledgement.received-at' }),
        html`<time datetime=${receivedAt}>
          ${localize.date(receivedAt, { dateStyle: 'long', timeStyle: 'short' })}
        </time>`,
      )}
      ${definition(msg('Numéro', { id: 'acknowledgement.number' }), html`<code translate="no">${record.id}</code>`)}
      ${definition(msg('Empreinte de la charte', { id: 'acknowledgement.digest' }), html`<code translate="no">${charter.digest}</code>`)}
      ${definition(msg('Empreinte de la signature', { id: 'acknowledgement.record-digest' }), html`<code translate="no">${recordDigest}</code>`)}
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
      }),
      refuted: msg('La signature a été modifiée, ou ce reçu est celui d’une autre.', {
        id: 'receipt.record-refuted',
      }),
      unknown: '',
    })}
    ${finding(findings.signature, {
      verified: msg('Le reçu porte bien la signature de l’établissement.', {
        id: 'receipt.signature-verified',
      }),
      refuted: msg('Le reçu ne porte pas la signature de l’établissement.', {
        id: 'receipt.signature-refuted',
      }),
      unknown: msg('La signature de l’établissement n’a pas pu être vérifiée ici.', {
        id: 'receipt.signature-unknown',
      }),
    })}
    ${finding(findings.charter, {
      verified: msg('Le texte signé est celui de la charte affichée ici.', {
        id: 'receipt.charter-verified',
      }),
      refuted: msg('Le texte signé n’est pas celui que cette page connaît sous le même numéro de version.', {
        id: 'receipt.charter-refuted',
      }),
      unknown: msg(
        'Cette page n’a pas la version de la charte qui a été signée : le texte n’a pas été comparé.',
        { id: 'receipt.charter-unknown' },
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

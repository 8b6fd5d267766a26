import { html } from 'hono/html';
import type { RecordedSignature } from '../domain/store.ts';
import { formatInstant } from './french.ts';
import { pageResponse } from './page.ts';
import type { HTML } from './page.ts';

export interface ReceiptPage {
  readonly signature: RecordedSignature;
  /** Title of the charter, where its document is kept. */
  readonly title: string | undefined;
  readonly status: 200 | 201;
  readonly headers: Readonly<Record<string, string>>;
  /** Address of the page that the form stood on. */
  readonly back: string | undefined;
}

/** Says to a person that their signature, or their refusal, is recorded, and gives what proves it. */
export function receiptPage({ signature, title, status, headers, back }: ReceiptPage): Promise<Response> {
  const { record, recordDigest, receivedAt, receipt, identity } = signature;
  const { charter } = record;
  const isRefusal = record.decision === 'declined';
  const rows = [
    row('Nom', html`${identity?.name ?? record.signer.name}`),
    identity ? row('Identifiant', html`${identity.id}`) : '',
    row('Charte', html`<span lang="${charter.locale}">${title ?? charter.id}</span>`),
    row('Version', html`${charter.version}`),
    isRefusal ? row('Raison du refus', html`${record.reason}`) : '',
    row(
      isRefusal ? 'Reçu le' : 'Reçue le',
      html`<time datetime="${receivedAt}">${formatInstant(receivedAt)}</time>`,
    ),
    row('Numéro', html`<code>${record.id}</code>`),
    row(isRefusal ? 'Empreinte du refus' : 'Empreinte de la signature', html`<code>${recordDigest}</code>`),
  ];
  return pageResponse({
    status,
    headers,
    tone: 'success',
    outcome: isRefusal ? 'Votre refus est enregistré' : 'Votre signature est enregistrée',
    subject: title ?? charter.id,
    content: html`<p>
        ${isRefusal ? 'L’établissement l’a bien reçu.' : 'L’établissement l’a bien reçue.'} Gardez ce reçu :
        imprimez cette page ou enregistrez-la.
      </p>
      <dl>${rows}</dl>
      <details>
        <summary>Preuve signée par le serveur</summary>
        <p class="note">
          Avec ce texte, le service informatique peut vérifier que le reçu vient bien de l’établissement.
        </p>
        <pre><code>${receipt}</code></pre>
      </details>
      ${back === undefined ? '' : html`<p><a href="${back}">Revenir à la page de la charte</a></p>`}`,
  });
}

function row(term: string, description: HTML): HTML {
  return html`<div>
    <dt>${term}</dt>
    <dd>${description}</dd>
  </div>`;
}

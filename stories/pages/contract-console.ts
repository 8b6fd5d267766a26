import { decodeJwt } from 'jose';
import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import '../../src/elements/acknowledgement/charter-acknowledgement.ts';
import type { PageEvent } from '../../src/events/page-event.ts';
import { choiceGroups } from './console-answers.ts';
import type { Choice, ConsoleAnswer } from './console-answers.ts';
import { endpoint, forgetUnsent, openService } from './console-service.ts';
import type { ConsoleService, SeenRequest, SeenResponse } from './console-service.ts';
import '../stories.css';
import './http-contract.css';

/** Events of the element, with what they say. */
const heard: Readonly<Record<string, string>> = {
  'charter-loaded': 'la charte est affichée',
  'charter-sign-request': 'la requête va partir ; la page peut encore la changer ou la retenir',
  'charter-sign-queued': 'pas encore enregistrée : gardée sur l’appareil',
  'charter-signed': 'enregistrée',
  'charter-sign-failed': 'refusée, ou la charte a changé',
  'charter-unsent-changed': 'le nombre de signatures en attente a changé',
};

interface LogEntry {
  readonly kind: 'event' | 'request' | 'response';
  readonly name: string;
  readonly text: string;
}

/** The acknowledgement beside the service that answers it, with every exchange and event in order. */
export class ContractConsole extends LitElement {
  @state() answer: ConsoleAnswer = 'recorded';
  @state() isVerifying = true;
  @state() private request: SeenRequest | undefined;
  @state() private response: SeenResponse | undefined;
  @state() private log: readonly LogEntry[] = [];
  @state() private service: ConsoleService | undefined;
  /** Each beginning has an element of its own. */
  #beginning = 0;
  /** Resolves once there is an element to sign with. */
  begun = Promise.resolve();

  // Styles of the page apply, and there is nothing to hide.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.restart();
  }

  /** Begins again: nothing signed, nothing waiting. */
  restart(): void {
    this.begun = this.#begin();
  }

  async #begin(): Promise<void> {
    this.service = undefined;
    this.request = this.response = undefined;
    this.log = [];
    // The element that leaves may be about to try again: it goes first.
    await this.updateComplete;
    await forgetUnsent();
    this.#beginning++;
    this.service = openService({
      answer: () => this.answer,
      handleRequest: (request) => {
        this.request = request;
        this.response = undefined;
        this.#tell('request', `${request.method} ${request.path}`, request.digest);
      },
      handleResponse: (response) => {
        this.response = response;
        const { status, body, headers } = response;
        const wait = headers.find(([name]) => name === 'retry-after');
        const { title } = (parse(body) ?? {}) as { title?: string };
        const problem = status && status >= 400 ? title : '';
        this.#tell(
          'response',
          status === undefined ? 'aucune réponse' : String(status),
          [problem, wait && `Retry-After : ${wait[1]}`].filter(Boolean).join(' – '),
        );
      },
    });
  }

  protected override render(): TemplateResult {
    return html`<div class="console">
      <div class="doc" lang="fr" dir="ltr">
        <h2>1. Choisir la réponse</h2>
        ${this.#renderChoices()}
      </div>
      <div class="signing">
        <h2 lang="fr" dir="ltr">2. Signer</h2>
        ${this.service ? keyed(this.#beginning, this.#renderElement(this.service)) : nothing}
      </div>
      <div class="doc" lang="fr" dir="ltr">
        <h2>3. Lire la requête</h2>
        ${this.request ? renderRequest(this.request) : html`<p>Rien n’est encore parti.</p>`}
      </div>
      <div class="doc" lang="fr" dir="ltr">
        <h2>4. Lire la réponse</h2>
        ${this.response ? renderResponse(this.response, this.request?.digest) : html`<p>Rien n’est encore arrivé.</p>`}
      </div>
      <div class="doc wide" lang="fr" dir="ltr">
        <h2 id="log-title">5. Ce qui s’est passé, dans l’ordre</h2>
        <div role="log" aria-labelledby="log-title">
          <ol class="log">
            ${this.log.map(
              ({ kind, name, text }) =>
                html`<li class=${kind}>
                  <span class="kind"
                    >${{ event: 'Événement', request: 'Requête', response: 'Réponse' }[kind]}</span
                  >
                  <code>${name}</code> ${text}
                </li>`,
            )}
          </ol>
        </div>
        <button type="button" @click=${() => this.restart()}>Tout recommencer</button>
      </div>
    </div>`;
  }

  #renderChoices(): TemplateResult {
    const renderChoice = ({ answer, label, note }: Choice): TemplateResult =>
      html`<div class="choice">
        <input
          type="radio"
          name="answer"
          id=${`answer-${answer}`}
          .checked=${this.answer === answer}
          aria-describedby=${`note-${answer}`}
          @change=${() => (this.answer = answer)}
        />
        <label for=${`answer-${answer}`}>${label}</label>
        <p id=${`note-${answer}`} ?hidden=${this.answer !== answer}>${note}</p>
      </div>`;
    return html`<p>Ce que le service répondra à la prochaine requête :</p>
      ${choiceGroups.map(
        ({ title, choices }) =>
          html`<fieldset class="choices">
            <legend>${title}</legend>
            ${choices.map(renderChoice)}
          </fieldset>`,
      )}
      <p class="choice">
        <input
          type="checkbox"
          id="verifying"
          .checked=${this.isVerifying}
          @change=${(event: Event) => (this.isVerifying = (event.target as HTMLInputElement).checked)}
        />
        <label for="verifying">La page vérifie les reçus (<code>receipt-keys</code>)</label>
      </p>`;
  }

  #renderElement({ charter, previousCharter, receiptKeys }: ConsoleService): TemplateResult {
    const hear = (event: Event): void => this.#hear(event as PageEvent<unknown>);
    return html`<charter-acknowledgement
      heading-level="3"
      src=${charter}
      previous-src=${previousCharter}
      endpoint=${endpoint}
      receipt-keys=${this.isVerifying ? receiptKeys : nothing}
      signer-name="Claire Martin"
      @charter-loaded=${hear}
      @charter-sign-request=${hear}
      @charter-sign-queued=${hear}
      @charter-signed=${hear}
      @charter-sign-failed=${hear}
      @charter-unsent-changed=${hear}
    ></charter-acknowledgement>`;
  }

  #hear(event: PageEvent<unknown>): void {
    const { count, problem, charter } = event.detail as {
      count?: number;
      problem?: { type: string };
      charter?: { version: string };
    };
    const more =
      (charter && `version ${charter.version}`) ??
      problem?.type ??
      (count === undefined ? '' : String(count));
    this.#tell('event', event.type, [heard[event.type], more].filter(Boolean).join(' – '));
  }

  #tell(kind: LogEntry['kind'], name: string, text: string): void {
    this.log = [...this.log, { kind, name, text }];
  }
}

customElements.define('contract-console', ContractConsole);

function renderRequest({ method, path, headers, body, digest }: SeenRequest): TemplateResult {
  return html`<p><code>${method} ${path}</code>, sur l’origine de la page</p>
    ${renderHeaders(headers)} ${preformatted('Corps, tel qu’il part : la forme canonique (RFC 8785)', body)}
    ${preformatted('Le même, mis en page pour être lu', JSON.stringify(JSON.parse(body), null, 2))}
    <p>Empreinte du corps : <code>${digest}</code></p>`;
}

/** @param digest - That of the request's body. */
function renderResponse({ status, headers, body }: SeenResponse, digest?: string): TemplateResult {
  if (status === undefined) return html`<p>La connexion a été coupée avant la réponse.</p>`;
  const parsed = parse(body) as { receipt?: string; recordDigest?: string } | undefined;
  return html`<p><code>${status}</code></p>
    ${renderHeaders(headers)} ${renderAnyBody(body, parsed)}
    ${digest !== undefined && parsed?.recordDigest === digest ? html`<p>L’empreinte rendue est celle du corps envoyé : ce sont ces octets qui sont enregistrés.</p>` : nothing}`;
}

function renderAnyBody(body: string, parsed: object | undefined): TemplateResult {
  if (parsed) return renderBody(parsed);
  return body ? preformatted('Corps, qui n’est pas du JSON', body) : html`<p>Sans corps.</p>`;
}

/** The value of a body, or `undefined` where it is no object: a page, a text, half an answer. */
function parse(body: string): object | undefined {
  try {
    return Object(JSON.parse(body)) as object;
  } catch {
    return undefined;
  }
}

/** The receipt's signature is another each time, and too long to be read. */
function renderBody({ receipt, ...rest }: { receipt?: string }): TemplateResult {
  const shown = { ...rest, ...(receipt && { receipt: `${receipt.slice(0, 24)}…` }) };
  return html`${preformatted('Corps', JSON.stringify(shown, null, 2))}
  ${
    receipt
      ? preformatted('Ce que le reçu (un JWS) affirme', JSON.stringify(decodeJwt(receipt), null, 2))
      : nothing
  }`;
}

function renderHeaders(headers: SeenRequest['headers']): TemplateResult {
  return html`<table>
    <caption>
      En-têtes
    </caption>
    <thead>
      <tr>
        <th scope="col">Nom</th>
        <th scope="col">Valeur</th>
      </tr>
    </thead>
    <tbody>
      ${headers.map(
        ([name, value]) =>
          html`<tr>
            <th scope="row"><code>${name}</code></th>
            <td><code>${value}</code></td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function preformatted(label: string, text: string): TemplateResult {
  return html`<p class="before-code">${label}</p>
    <pre tabindex="0" role="region" aria-label=${label} lang="en"><code>${text}</code></pre>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'contract-console': ContractConsole;
  }
}

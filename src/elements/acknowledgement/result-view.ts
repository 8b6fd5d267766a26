import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SigningStatus } from '../../behaviors/signing/signing-status.ts';
import type { OutboxEntry } from '../../outbox/storage.ts';
import { problemPrefix } from '../../signature/problem.ts';
import type { LocalizeController } from '../../localization/localize-controller.ts';
import { definition } from '../../templates/definition.ts';
import { heading } from '../../templates/heading.ts';
import { icon } from '../../templates/icons.ts';
import type { IconName } from '../../templates/icons.ts';
import { explainFailure } from './problem-texts.ts';
import { labelOf } from './signer-fields.ts';

export interface ResultActions {
  readonly headingLevel: number;
  readonly isShared: boolean;
  /** The page knows who the person is: nobody else signs here. */
  readonly isLocked: boolean;
  /** Title of the charter, where the one signed is the one at hand. */
  readonly charterTitle: string | undefined;
  /** Whether unsent records survive this page. */
  readonly isDurable: boolean;
  readonly retry: () => void;
  /** Sends a record that is kept nowhere. */
  readonly signAgain: () => void;
  readonly startOver: () => void;
  readonly readNewVersion: () => void;
  readonly print: () => void;
  readonly download: () => void;
}

type Status<Name extends SigningStatus['name']> = Extract<SigningStatus, { name: Name }>;

/** What the person sees once a record was handed to the outbox. */
export function renderResult(
  status: Exclude<SigningStatus, { name: 'idle' | 'sending' }>,
  actions: ResultActions,
  localize: LocalizeController,
): TemplateResult {
  switch (status.name) {
    case 'signed':
      return renderSigned(status, actions, localize);
    case 'pending':
      return status.entry.hold === 'sign-in'
        ? renderSignIn(status, actions, localize)
        : renderPending(status, actions, localize);
    case 'outdated':
      return renderOutdated(actions, localize);
    case 'failed':
      return renderFailed(status, actions, localize);
  }
}

/** The signatures that wait beside the one on screen: how many, since when, and when they are tried again. */
export function renderUnsent(
  entries: readonly OutboxEntry[],
  shownId: string | undefined,
  localize: LocalizeController,
): TemplateResult | typeof nothing {
  const { msg } = localize;
  const others = entries.filter(({ id }) => id !== shownId);
  if (others.length === 0) return nothing;
  const count = localize.number(others.length);
  const since = localize.date(new Date(others[0]!.addedAt), { dateStyle: 'long', timeStyle: 'short' });
  const times = others.filter(({ hold }) => hold === undefined).map(({ nextTryAt }) => nextTryAt);
  return html`<p class="notice muted no-print" part="unsent">
    ${localize.plural(
      others.length,
      () =>
        msg(str`${count} signature attend d’être envoyée depuis cet appareil. Elle date du ${since}.`, {
          id: 'acknowledgement.unsent.one',
          desc: 'Notice: a signature of this device has not been sent. 0: their number, 1: date and time of signing',
        }),
      () =>
        msg(
          str`${count} signatures attendent d’être envoyées depuis cet appareil. La plus ancienne date du ${since}.`,
          {
            id: 'acknowledgement.unsent.other',
            desc: 'Notice: signatures of this device that have not been sent. 0: their number, 1: date and time of the oldest',
          },
        ),
    )}
    ${times.length > 0 ? renderNextTry(Math.min(...times), localize) : nothing}
  </p>`;
}

/** @param time - Milliseconds since the epoch. */
function renderNextTry(time: number, localize: LocalizeController): string {
  const next = localize.date(new Date(time), { timeStyle: 'short' });
  return localize.msg(str`Prochain essai à ${next}.`, {
    id: 'acknowledgement.next-try',
    desc: 'After acknowledgement.unsent or acknowledgement.pending-since. 0: time of day',
  });
}

function renderSigned(
  { record, receipt }: Status<'signed'>,
  actions: ResultActions,
  localize: LocalizeController,
): TemplateResult {
  const { msg } = localize;
  const isDeclined = record.decision === 'declined';
  const time = receipt?.receivedAt ?? record.signedAt;
  const when = localize.date(time, { dateStyle: 'long', timeStyle: 'short' });
  return html`<div class="panel" part="receipt">
    ${notice(
      'success',
      'check',
      actions,
      isDeclined
        ? msg('Votre refus est enregistré', {
            id: 'acknowledgement.declined',
            desc: 'Heading when the server has recorded the refusal',
          })
        : msg('Votre signature est enregistrée', {
            id: 'acknowledgement.signed',
            desc: 'Heading when the server has recorded the signature',
          }),
      html`<p>
        ${
          isDeclined
            ? msg('L’établissement l’a bien reçu.', {
                id: 'acknowledgement.declined-note',
                desc: 'Under acknowledgement.declined',
              })
            : msg(
                'L’établissement l’a bien reçue. Gardez ce reçu : il dit qui a signé, quel texte et quand.',
                {
                  id: 'acknowledgement.signed-note',
                  desc: 'Under acknowledgement.signed, above the receipt',
                },
              )
        }
      </p>`,
    )}
    <dl class="receipt" part="details">
      ${definition(labelOf('name', localize), record.signer.name)}
      ${definition(msg('Charte', { id: 'acknowledgement.charter', desc: 'Label before the title of the charter (max 25)' }), msg(str`${actions.charterTitle ?? record.charter.id}, version ${record.charter.version}`, { id: 'acknowledgement.charter-version', desc: 'Value of the receipt. 0: title of the charter, 1: version' }))}
      ${definition(receipt ? msg('Reçue le', { id: 'acknowledgement.received-at', desc: 'Label before the date on which the server received the signature (max 25)' }) : msg('Signée le', { id: 'acknowledgement.signed-at', desc: 'Label before the date by the clock of the device (max 25)' }), html`<time datetime=${time}>${when}</time>`)}
      ${definition(msg('Numéro', { id: 'acknowledgement.number', desc: 'Label before the number of the record (max 25)' }), html`<code translate="no">${record.id}</code>`)}
      ${definition(msg('Empreinte de la charte', { id: 'acknowledgement.digest', desc: 'Label before a digest (hash) of the text that was signed' }), html`<code translate="no">${record.charter.digest}</code>`)}
      ${receipt ? definition(msg('Empreinte de la signature', { id: 'acknowledgement.record-digest', desc: 'Label before a digest (hash) of the record' }), html`<code translate="no">${receipt.recordDigest}</code>`) : nothing}
    </dl>
    <div class="row no-print" part="actions">
      ${button('print-button', 'print', msg('Imprimer le reçu', { id: 'acknowledgement.print', desc: 'Button (max 30)' }), actions.print)}
      ${button('download-button', 'download', msg('Télécharger le reçu', { id: 'acknowledgement.download', desc: 'Button (max 30)' }), actions.download)}
      ${renderStartOver(actions, localize)}
    </div>
  </div>`;
}

function renderPending(
  { record, entry }: Status<'pending'>,
  actions: ResultActions,
  localize: LocalizeController,
): TemplateResult {
  const { msg } = localize;
  const since = localize.date(record.signedAt, { dateStyle: 'long', timeStyle: 'short' });
  return html`<div class="panel" part="pending">
    ${notice(
      'warning',
      'clock',
      actions,
      msg('Votre signature n’est pas encore enregistrée', {
        id: 'acknowledgement.pending',
        desc: 'Heading while the server has not answered; never say that it is signed',
      }),
      html` <p>
          ${
            entry.sealed
              ? msg(
                  'Le serveur n’a pas répondu. Votre signature est gardée sur ce poste, chiffrée : seul l’établissement peut la lire. Elle sera renvoyée toute seule ; vous pouvez terminer et effacer.',
                  {
                    id: 'acknowledgement.pending-sealed',
                    desc: 'Under acknowledgement.pending, on a shared computer: it is stored encrypted',
                  },
                )
              : actions.isDurable
                ? msg(
                    'Le serveur n’a pas répondu. Votre signature est gardée sur cet appareil et sera renvoyée toute seule, même si vous fermez cette page puis y revenez.',
                    {
                      id: 'acknowledgement.pending-note',
                      desc: 'Under acknowledgement.pending: it is stored in the browser',
                    },
                  )
                : msg(
                    'Le serveur n’a pas répondu. Ce navigateur ne peut rien garder : laissez cette page ouverte, votre signature sera renvoyée toute seule.',
                    {
                      id: 'acknowledgement.pending-memory',
                      desc: 'Under acknowledgement.pending: the browser can store nothing',
                    },
                  )
          }
        </p>
        <p class="muted">
          ${msg(str`En attente depuis le ${since}.`, { id: 'acknowledgement.pending-since', desc: 'Under acknowledgement.pending. 0: date and time' })}
          ${renderNextTry(entry.nextTryAt, localize)}
        </p>`,
    )}
    <div class="row" part="actions">
      ${button('retry-button', undefined, msg('Réessayer maintenant', { id: 'acknowledgement.retry', desc: 'Button (max 30)' }), actions.retry, 'primary')}
      ${button('download-button', 'download', msg('Télécharger ma signature', { id: 'acknowledgement.export', desc: 'Button: downloads the record that could not be sent (max 35)' }), actions.download)}
      ${renderStartOver(actions, localize)}
    </div>
  </div>`;
}

function renderSignIn(
  { entry }: Status<'pending'>,
  actions: ResultActions,
  localize: LocalizeController,
): TemplateResult {
  const { msg } = localize;
  const isLeft = entry.sealed !== undefined || (actions.isDurable && !actions.isShared);
  return html`<div class="panel" part="pending">
    ${notice(
      'warning',
      'alert',
      actions,
      msg('Reconnectez-vous pour terminer', {
        id: 'acknowledgement.sign-in',
        desc: 'Heading when the session of the intranet has ended',
      }),
      html`<p>
        ${
          isLeft
            ? msg(
                'L’intranet ne vous reconnaît plus. Votre signature est gardée, elle n’est pas encore enregistrée : reconnectez-vous dans un autre onglet, revenez ici, puis réessayez.',
                {
                  id: 'acknowledgement.sign-in-note',
                  desc: 'Under acknowledgement.sign-in: the signature is stored in the browser',
                },
              )
            : msg(
                'L’intranet ne vous reconnaît plus. Votre signature n’est pas encore enregistrée et rien n’en reste si vous fermez cette page : reconnectez-vous dans un autre onglet, revenez ici, puis réessayez.',
                {
                  id: 'acknowledgement.sign-in-memory',
                  desc: 'Under acknowledgement.sign-in: the browser can store nothing',
                },
              )
        }
      </p>`,
    )}
    <div class="row" part="actions">
      ${button('retry-button', undefined, msg('Réessayer maintenant', { id: 'acknowledgement.retry', desc: 'Button (max 30)' }), actions.retry, 'primary')}
      ${button('download-button', 'download', msg('Télécharger ma signature', { id: 'acknowledgement.export', desc: 'Button: downloads the record that could not be sent (max 35)' }), actions.download)}
    </div>
  </div>`;
}

function renderOutdated(actions: ResultActions, { msg }: LocalizeController): TemplateResult {
  return html`<div class="panel" part="outdated">
    ${notice(
      'warning',
      'alert',
      actions,
      msg('La charte a changé entre-temps', {
        id: 'acknowledgement.outdated',
        desc: 'Heading when a newer version of the charter was published meanwhile',
      }),
      html`<p>
        ${msg('L’établissement a publié une nouvelle version pendant votre lecture : votre signature n’a pas été enregistrée. Lisez ce qui a changé, puis signez la nouvelle version. Votre identité reste remplie.', { id: 'acknowledgement.outdated-note', desc: 'Under acknowledgement.outdated' })}
      </p>`,
    )}
    <div class="row" part="actions">
      ${button('reload-button', undefined, msg('Voir la nouvelle version', { id: 'acknowledgement.read-new-version', desc: 'Button under acknowledgement.outdated (max 30)' }), actions.readNewVersion, 'primary')}
    </div>
  </div>`;
}

function renderFailed(
  { problem }: Status<'failed'>,
  actions: ResultActions,
  localize: LocalizeController,
): TemplateResult {
  const { msg } = localize;
  const detail = [problem.status || '', problem.title ?? '', problem.detail ?? '']
    .filter(Boolean)
    .join(' – ');
  const isKept = problem.type !== `${problemPrefix}not-kept`;
  return html`<div class="panel" part="failure">
    ${notice(
      'danger',
      'alert',
      actions,
      msg('Votre signature n’a pas été enregistrée', {
        id: 'acknowledgement.failed',
        desc: 'Heading when the server refused; the reason follows',
      }),
      html` <p>${explainFailure(problem, localize)}</p>
        ${
          detail
            ? html`<p class="muted">
                ${msg('Détail technique :', { id: 'acknowledgement.server-answer', desc: 'Before what the server answered, or what is wrong with its receipt, in English' })}
                <span lang="en" dir="ltr">${detail}</span>
              </p>`
            : nothing
        }
        ${
          problem.errors?.length
            ? html`<ul class="list muted" lang="en" dir="ltr">
                ${problem.errors.map((error) => html`<li><code>${error.pointer}</code> ${error.detail}</li>`)}
              </ul>`
            : nothing
        }`,
    )}
    <div class="row" part="actions">
      ${isKept ? nothing : button('retry-button', undefined, msg('Réessayer maintenant', { id: 'acknowledgement.retry', desc: 'Button (max 30)' }), actions.signAgain, 'primary')}
      ${button('download-button', 'download', msg('Télécharger ma signature', { id: 'acknowledgement.export', desc: 'Button: downloads the record that could not be sent (max 35)' }), actions.download)}
      ${button('restart-button', undefined, msg('Revenir au formulaire', { id: 'acknowledgement.back-to-form', desc: 'Button: back to what was typed (max 35)' }), actions.startOver)}
    </div>
  </div>`;
}

function renderStartOver(
  { isShared, isLocked, startOver }: ResultActions,
  { msg }: LocalizeController,
): TemplateResult | typeof nothing {
  // On a shared device, one button ends the session, whatever is on screen.
  if (isLocked || isShared) return nothing;
  const label = msg('Signer pour une autre personne', {
    id: 'acknowledgement.sign-another',
    desc: 'Button after a signature: someone else signs on the same page, not on behalf of the first (max 35)',
  });
  return button('restart-button', undefined, label, startOver, 'quiet');
}

function notice(
  tone: string,
  iconName: IconName,
  { headingLevel }: ResultActions,
  title: string,
  content: TemplateResult,
): TemplateResult {
  return html`<div class="notice stack ${tone}" part="notice">
    <div class="row">
      <span class="tone">${icon(iconName)}</span>
      ${heading(headingLevel + 1, title, { name: 'result-title', focusable: true })}
    </div>
    ${content}
  </div>`;
}

function button(
  part: string,
  iconName: IconName | undefined,
  label: string,
  act: () => void,
  tone = '',
): TemplateResult {
  return html`<button type="button" class=${tone} part=${part} @click=${act}>
    ${iconName ? icon(iconName) : nothing} ${label}
  </button>`;
}

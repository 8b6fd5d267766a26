import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { LocalizeController } from '../../localization/localize-controller.ts';
import { isAutomatic, isOld } from '../../outbox/entry-times.ts';
import type { OutboxEntry } from '../../outbox/entry.ts';
import type { SigningState } from '../../signing/signing-types.ts';
import { button, nextTry } from './result-parts.ts';
import type { ResultActions } from './result-parts.ts';

/** What waits on this device beside the signature on screen. */
export function renderUnsent(
  { unsent, others }: SigningState,
  endpoint: string,
  actions: ResultActions,
  localize: LocalizeController,
): TemplateResult | typeof nothing {
  const now = Date.now();
  const old = unsent.filter((entry) => isOld(entry, now));
  const waiting = unsent.filter((entry) => !old.includes(entry));
  const listed = [...old, ...others];
  if (waiting.length + listed.length === 0) return nothing;
  return html`<div class="stack no-print">
    ${waiting.length > 0 ? renderCount(waiting, now, localize) : nothing}
    ${listed.length > 0 ? renderOthers(listed, endpoint, actions, localize) : nothing}
  </div>`;
}

/** Signatures of this text: how many, since when, and when they are tried again. */
function renderCount(
  entries: readonly OutboxEntry[],
  now: number,
  localize: LocalizeController,
): TemplateResult {
  const { msg } = localize;
  const count = localize.number(entries.length);
  const since = localize.date(new Date(entries[0]!.addedAt), { dateStyle: 'long', timeStyle: 'short' });
  const times = entries.filter((entry) => isAutomatic(entry, now)).map(({ nextTryAt }) => nextTryAt);
  return html`<p class="notice muted" part="unsent">
    ${localize.plural(
      entries.length,
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
    ${times.length > 0 ? nextTry(Math.min(...times), localize) : nothing}
  </p>`;
}

/** Signatures of another text, address or person, and those that have waited too long: a person says what becomes of each. */
function renderOthers(
  entries: readonly OutboxEntry[],
  endpoint: string,
  actions: ResultActions,
  localize: LocalizeController,
): TemplateResult {
  const { msg } = localize;
  const count = localize.number(entries.length);
  return html`<details
    class="notice"
    part="others"
    ?open=${entries.some((entry) => isOld(entry, Date.now()))}
  >
    <summary>
      ${localize.plural(
        entries.length,
        () =>
          msg(str`${count} autre signature non envoyée sur cet appareil`, {
            id: 'acknowledgement.others.one',
            desc: 'Heading that can be unfolded: a signature of another charter, address or person. 0: their number',
          }),
        () =>
          msg(str`${count} autres signatures non envoyées sur cet appareil`, {
            id: 'acknowledgement.others.other',
            desc: 'Heading that can be unfolded: signatures of other charters, addresses or persons. 0: their number',
          }),
      )}
    </summary>
    <ul class="others">
      ${entries.map((entry) => renderOther(entry, endpoint, actions, localize))}
    </ul>
  </details>`;
}

function renderOther(
  entry: OutboxEntry,
  endpoint: string,
  actions: ResultActions,
  localize: LocalizeController,
): TemplateResult {
  const { msg } = localize;
  const { record } = entry;
  const { id, version } = (record ?? entry.sealed!).charter;
  const since = localize.date(new Date(entry.addedAt), { dateStyle: 'long', timeStyle: 'short' });
  return html`<li class="stack" part="other">
    <p>
      ${
        record
          ? msg(str`${record.signer.name}, charte « ${id} », version ${version}, le ${since}.`, {
              id: 'acknowledgement.unsent-entry',
              desc: 'A signature that was not sent. 0: name of the person, 1: id of the charter, 2: version, 3: date and time',
            })
          : msg(str`Signature chiffrée, charte « ${id} », version ${version}, le ${since}.`, {
              id: 'acknowledgement.other-encrypted',
              desc: 'A signature that was not sent and can be read by the hospital alone. 0: id of the charter, 1: version, 2: date and time',
            })
      }
      ${
        entry.endpoint === endpoint
          ? nothing
          : html`<span class="muted">
              ${msg(str`Elle était destinée à ${entry.endpoint}.`, {
                id: 'acknowledgement.other-address',
                desc: 'After a signature that was not sent. 0: address of a server',
              })}
            </span>`
      }
      ${
        isOld(entry, Date.now())
          ? html`<strong>
              ${msg('Elle attend depuis plus de 30 jours : faut-il l’envoyer ou l’effacer ?', {
                id: 'acknowledgement.other-old',
                desc: 'After a signature that was not sent',
              })}
            </strong>`
          : nothing
      }
    </p>
    <div class="row" part="actions">
      ${button('send-button', undefined, msg('Envoyer à cet intranet', { id: 'acknowledgement.other-send', desc: 'Button: sends a waiting signature to the address of this page (max 30)' }), () => actions.sendOther(entry))}
      ${record ? button('download-button', 'download', msg('Télécharger', { id: 'acknowledgement.other-download', desc: 'Button: downloads a waiting signature, which may be of somebody else (max 20)' }), () => actions.download(record)) : nothing}
      ${button('erase-button', undefined, msg('Effacer', { id: 'acknowledgement.other-erase', desc: 'Button: erases a waiting signature from this device (max 20)' }), () => actions.erase(entry), { tone: 'quiet' })}
    </div>
  </li>`;
}

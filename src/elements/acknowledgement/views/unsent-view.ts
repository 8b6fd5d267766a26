import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { LocalizeController } from '../../../localization/localize-controller.ts';
import { liveText } from '../../../templates/live-text.ts';
import { isAutomatic, isOld } from '../../../outbox/entry-times.ts';
import type { OutboxEntry } from '../../../outbox/entry.ts';
import type { SigningState } from '../../../signing/signing-types.ts';
import * as pendingTexts from '../pending-texts.ts';
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
  const since = localize.date(new Date(entries[0]!.addedAt), { dateStyle: 'long', timeStyle: 'short' });
  const times = entries.filter((entry) => isAutomatic(entry, now)).map(({ nextTryAt }) => nextTryAt);
  return html`<p class="notice muted" part="unsent">
    ${liveText(pendingTexts.unsent(localize, entries.length, since))}
    ${times.length > 0 ? liveText(nextTry(Math.min(...times), localize)) : nothing}
  </p>`;
}

/** Signatures of another text, address or person, and those that have waited too long: a person says what becomes of each. */
function renderOthers(
  entries: readonly OutboxEntry[],
  endpoint: string,
  actions: ResultActions,
  localize: LocalizeController,
): TemplateResult {
  return html`<details
    class="notice"
    part="others"
    ?open=${entries.some((entry) => isOld(entry, Date.now()))}
  >
    <summary>${liveText(pendingTexts.others(localize, entries.length))}</summary>
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
  const { record } = entry;
  const { id, version } = (record ?? entry.sealed!).charter;
  const since = localize.date(new Date(entry.addedAt), { dateStyle: 'long', timeStyle: 'short' });
  return html`<li class="stack" part="other">
    <p>
      ${
        record
          ? pendingTexts.unsentEntry(localize, record.signer.name, id, version, since)
          : pendingTexts.otherEncrypted(localize, id, version, since)
      }
      ${
        entry.endpoint === endpoint
          ? nothing
          : html`<span class="muted"> ${pendingTexts.otherAddress(localize, entry.endpoint)} </span>`
      }
      ${isOld(entry, Date.now()) ? html`<strong> ${pendingTexts.otherOld(localize)} </strong>` : nothing}
    </p>
    <div class="row" part="actions">
      ${button('send-button', undefined, pendingTexts.otherSend(localize), () => actions.sendOther(entry))}
      ${
        record
          ? button('download-button', 'download', pendingTexts.otherDownload(localize), () =>
              actions.download(record),
            )
          : nothing
      }
      ${button('erase-button', undefined, pendingTexts.otherErase(localize), () => actions.erase(entry), {
        tone: 'quiet',
      })}
    </div>
  </li>`;
}

import { CharterSignRequestEvent } from '../../events/charter-sign-request.ts';
import type { SignAnswer } from '../../events/charter-sign-request.ts';
import { noAnswer, readAnswer } from '../../outbox/answer.ts';
import type { Answer } from '../../outbox/answer.ts';
import { contractHeaders, postRecord } from '../../outbox/transport.ts';
import { problemPrefix } from '../../signature/problem.ts';
import { readReceipt } from '../../signature/receipt.ts';
import type { SignatureRecord } from '../../signature/record.ts';
import { ReceiptError, verifyReceipt } from '../../signature/verify-receipt.ts';
import type { JSONWebKeySet } from '../../signature/verify-receipt.ts';
import type { SigningOptions } from './signing-status.ts';

/**
 * One attempt: the page may change the request, send it itself or withdraw it; then the record is posted, and its
 * receipt verified where the page asks for that.
 */
export async function sendRecord(
  host: HTMLElement,
  record: SignatureRecord,
  options: SigningOptions,
): Promise<Answer> {
  const { endpoint, credentials, headers, timeout, fetcher } = options;
  const request = {
    url: endpoint ?? '',
    method: 'POST',
    headers: { ...contractHeaders(record), ...csrfHeaders(options), ...headers },
    credentials,
  };
  let ownAnswer: Promise<SignAnswer> | undefined;
  const event = new CharterSignRequestEvent({
    record,
    request,
    respondWith: (answer) => {
      ownAnswer = answer;
    },
  });
  host.dispatchEvent(event);

  let answer: Answer;
  if (event.defaultPrevented) {
    if (!ownAnswer) return { kind: 'withdrawn' };
    answer = await readOwnAnswer(ownAnswer);
  } else if (!request.url) {
    return { kind: 'refused', problem: { type: `${problemPrefix}endpoint-missing`, status: 0 } };
  } else {
    answer = await postRecord(record, request, timeout, fetcher);
  }
  return answer.kind === 'recorded' ? verified(answer, record, options) : answer;
}

function csrfHeaders({ csrfMeta, csrfHeader }: SigningOptions): Record<string, string> {
  if (!csrfMeta) return {};
  const token = document.querySelector<HTMLMetaElement>(`meta[name="${CSS.escape(csrfMeta)}"]`)?.content;
  if (!token) {
    console.warn(`charter-elements: csrf-meta="${csrfMeta}" names no <meta> with a content in this page`);
    return {};
  }
  return { [csrfHeader]: token };
}

async function readOwnAnswer(promise: Promise<SignAnswer>): Promise<Answer> {
  try {
    const answer = await promise;
    return answer instanceof Response
      ? await readAnswer(answer)
      : { kind: 'recorded', receipt: readReceipt(answer) };
  } catch (error) {
    return noAnswer(String(error));
  }
}

async function verified(
  answer: Extract<Answer, { kind: 'recorded' }>,
  record: SignatureRecord,
  { receiptKeys: keysUrl, timeout, fetcher = fetch }: SigningOptions,
): Promise<Answer> {
  if (!keysUrl) return answer;
  // The endpoint answers a replay with the same receipt.
  if (answer.isBroken) return noAnswer('the answer broke off before its receipt');
  let keys: JSONWebKeySet;
  try {
    const response = await fetcher(keysUrl, {
      cache: 'no-cache',
      headers: { Accept: 'application/json' },
      // One that is never answered would hold up every record of this device.
      signal: AbortSignal.timeout(timeout),
    });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    keys = (await response.json()) as JSONWebKeySet;
  } catch (error) {
    return noAnswer(`the key set ${keysUrl} could not be loaded: ${String(error)}`);
  }
  try {
    await verifyReceipt(answer.receipt, record, keys);
    return answer;
  } catch (error) {
    const fault = error instanceof ReceiptError ? error.fault : 'signature';
    const detail = error instanceof Error ? error.message : String(error);
    // The key set may be mended before the record is sent again.
    if (fault === 'keys-unavailable') return noAnswer(detail);
    return { kind: 'refused', problem: { type: `${problemPrefix}receipt-${fault}`, status: 0, detail } };
  }
}

import { CharterSignRequestEvent } from '../../events/charter-sign-request.ts';
import type { SignAnswer } from '../../events/charter-sign-request.ts';
import { noAnswer, readAnswer } from '../../outbox/answer.ts';
import type { Answer } from '../../outbox/answer.ts';
import type { OutboxEntry } from '../../outbox/storage.ts';
import { contractHeaders, postBody, postRecord, sealedHeaders } from '../../outbox/transport.ts';
import { problemPrefix } from '../../signature/problem.ts';
import { readReceipt } from '../../signature/read-receipt.ts';
import type { JSONWebKeySet } from '../../signature/verify-receipt.ts';
import { loadReceiptKeys } from './receipt-keys.ts';
import type { SigningOptions } from './signing-status.ts';

/**
 * One attempt: the page may change the request, send it itself or withdraw it; then the record is posted (encrypted, where
 * only that is left of it), and its receipt verified where the page asks for that.
 */
export async function sendRecord(
  host: HTMLElement,
  entry: OutboxEntry,
  options: SigningOptions,
): Promise<Answer> {
  const { endpoint, credentials, headers, timeout, fetcher } = options;
  const { id, record, sealed } = entry;
  const request = {
    url: endpoint ?? '',
    method: 'POST',
    headers: {
      ...(record ? contractHeaders(record) : sealedHeaders(id)),
      ...csrfHeaders(options),
      ...headers,
    },
    credentials,
  };
  let ownAnswer: Promise<SignAnswer> | undefined;
  const event = new CharterSignRequestEvent({
    record,
    sealed: record ? undefined : sealed,
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
  } else if (record) {
    answer = await postRecord(record, request, timeout, fetcher);
  } else {
    answer = await postBody(sealed?.jwe ?? '', request, timeout, fetcher);
  }
  return answer.kind === 'recorded' ? verified(answer, entry, options) : answer;
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

/** Only where receipts are verified: with the library of their schema. */
const loadVerification = () => import('../../signature/verify-receipt.ts');

async function verified(
  answer: Extract<Answer, { kind: 'recorded' }>,
  { id, record, sealed }: OutboxEntry,
  { receiptKeys, timeout, fetcher }: SigningOptions,
): Promise<Answer> {
  if (!receiptKeys) return answer;
  // Sent again later in these two cases: the endpoint answers a replay with the same receipt.
  if (answer.isCutShort) return noAnswer('the answer broke off before its receipt');
  let needed: [JSONWebKeySet, typeof import('../../signature/verify-receipt.ts')];
  try {
    needed = await Promise.all([loadReceiptKeys(receiptKeys, timeout, fetcher), loadVerification()]);
  } catch (error) {
    return noAnswer(String(error));
  }
  const [keys, { ReceiptError, verifyReceipt }] = needed;
  try {
    await verifyReceipt(answer.receipt, record ?? { id, charter: sealed!.charter }, keys);
    return answer;
  } catch (error) {
    const fault = error instanceof ReceiptError ? error.fault : 'signature';
    const detail = error instanceof Error ? error.message : String(error);
    // The key set may be mended before the record is sent again.
    if (fault === 'keys-unavailable') return noAnswer(detail);
    return { kind: 'refused', problem: { type: `${problemPrefix}receipt-${fault}`, status: 0, detail } };
  }
}

import { inTime } from '../internal/in-time.ts';
import { findBreach, noAnswer, readAnswer } from '../outbox/answer.ts';
import type { Answer, ExpectedRecord } from '../outbox/answer.ts';
import type { OutboxEntry } from '../outbox/entry.ts';
import { contractHeaders, expectedOf, postBody, postRecord, sealedHeaders } from '../outbox/transport.ts';
import { problemPrefix } from '../signature/problem.ts';
import { readReceipt } from '../signature/read-receipt.ts';
import type { JSONWebKeySet } from '../signature/verify-receipt.ts';
import type { AttemptOptions, SigningClient } from './client.ts';
import { loadReceiptKeys } from './keys.ts';

/**
 * One attempt: the page may change the request, send it itself or withdraw it; then the record is posted (encrypted, where
 * only that is left of it), and its receipt verified where the page asks for that.
 *
 * @param url - Resolved; empty where the page sends its records itself.
 */
export async function sendEntry(
  url: string,
  entry: OutboxEntry,
  client: SigningClient,
  warn: (message: string) => void,
): Promise<Answer> {
  const { options } = client;
  const { id, record, sealed } = entry;
  const request = {
    url,
    method: 'POST',
    headers: {
      ...(record ? contractHeaders(record) : sealedHeaders(id)),
      ...csrfHeaders(options, warn),
      ...options.headers,
    },
    credentials: options.credentials,
  };
  const decision = client.decide(request, entry);
  const expected = record ? expectedOf(record) : { id };
  let answer: Answer;
  if (decision.kind === 'withdrawn') return decision;
  if (decision.kind === 'answered')
    answer = await within(options.timeout, readOwnAnswer(decision.answer, expected));
  else if (!request.url) answer = missingEndpoint;
  else {
    const { timeout, fetcher } = options;
    const posted = record
      ? postRecord(record, request, timeout, fetcher)
      : postBody(sealed?.jwe ?? '', request, timeout, fetcher, expected);
    // The page's own fetch may not listen to its signal: no record may wait behind it without end.
    answer = await within(timeout + grace, posted);
  }
  return answer.kind === 'recorded' ? verified(answer, entry, options) : answer;
}

const missingEndpoint: Answer = {
  kind: 'refused',
  problem: { type: `${problemPrefix}endpoint-missing`, status: 0 },
};

function csrfHeaders(
  { csrfMeta, csrfHeader }: AttemptOptions,
  warn: (message: string) => void,
): Record<string, string> {
  if (!csrfMeta) return {};
  const token = document.querySelector<HTMLMetaElement>(`meta[name="${CSS.escape(csrfMeta)}"]`)?.content;
  if (!token) {
    warn(`csrf-meta="${csrfMeta}" names no <meta> with a content in this page`);
    return {};
  }
  return { [csrfHeader]: token };
}

/** How long after its time an attempt of the browser is over by itself. Milliseconds. */
const grace = 500;

/** A page may promise an answer that never comes. What is waited for here never rejects by itself. */
function within(timeout: number, answer: Promise<Answer>): Promise<Answer> {
  const late = 'the page gave no answer in time';
  return inTime(answer, timeout, late).catch(() => noAnswer(late));
}

/** What the page answers: the endpoint's response, its parsed body, or nothing, which says that it is recorded. */
async function readOwnAnswer(promise: Promise<unknown>, expected: ExpectedRecord): Promise<Answer> {
  try {
    const answer = await promise;
    if (answer === undefined || answer === null) return { kind: 'recorded', receipt: undefined };
    if (answer instanceof Response) return await readAnswer(answer, expected);
    const breach = await findBreach(answer, expected);
    if (breach === undefined) return { kind: 'recorded', receipt: readReceipt(answer) };
    const problem = { type: 'about:blank', status: 0 };
    return {
      kind: 'pending',
      reason: 'not-confirmed',
      problem,
      breach,
    };
  } catch (error) {
    return noAnswer(String(error));
  }
}

/** Only where receipts are verified: with the library of their schema. */
const loadVerification = () => import('../signature/verify-receipt.ts');

/** Loads what the verification of receipts needs; it never rejects, since each attempt asks again. */
export async function prepareVerification({ receiptKeys, timeout, fetcher }: AttemptOptions): Promise<void> {
  if (!receiptKeys) return;
  await Promise.allSettled([
    rememberedKeys(receiptKeys, timeout, fetcher),
    loadVerification(),
    import('jose'),
  ]);
}

/** The last key set of each address: the network may go between the answer and the keys. */
const remembered = new Map<string, JSONWebKeySet>();

async function rememberedKeys(url: string, timeout: number, fetcher?: typeof fetch): Promise<JSONWebKeySet> {
  try {
    const keys = await loadReceiptKeys(url, timeout, fetcher);
    remembered.set(url, keys);
    return keys;
  } catch (error) {
    const keys = remembered.get(url);
    if (!keys) throw error;
    return keys;
  }
}

async function verified(
  answer: Extract<Answer, { kind: 'recorded' }>,
  { id, record, sealed }: OutboxEntry,
  { receiptKeys, timeout, fetcher }: AttemptOptions,
): Promise<Answer> {
  if (!receiptKeys) return answer;
  let needed: [JSONWebKeySet, typeof import('../signature/verify-receipt.ts')];
  try {
    needed = await Promise.all([rememberedKeys(receiptKeys, timeout, fetcher), loadVerification()]);
  } catch (error) {
    return unverified(String(error), 'could be verified with no key');
  }
  const [keys, { ReceiptError, verifyReceipt }] = needed;
  try {
    await verifyReceipt(answer.receipt, record ?? { id, charter: sealed!.charter }, keys);
    return answer;
  } catch (error) {
    const fault = error instanceof ReceiptError ? error.fault : 'signature';
    const detail = error instanceof Error ? error.message : String(error);
    // The key set may be mended before the record is sent again; a replay is answered with its receipt.
    if (fault === 'keys-unavailable') return unverified(detail, 'could be verified with no key');
    if (fault === 'missing')
      return unverified(detail, 'came without the signed receipt that receipt-keys asks for');
    return { kind: 'refused', problem: { type: `${problemPrefix}receipt-${fault}`, status: 0, detail } };
  }
}

function unverified(detail: string, breach: string): Answer {
  const problem = { type: `${problemPrefix}receipt-missing`, status: 0, detail };
  return { kind: 'pending', reason: 'not-confirmed', problem, breach: `gave an answer that ${breach}` };
}

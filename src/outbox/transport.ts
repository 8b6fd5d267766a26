import { canonicalForm } from '../charter/canonical-form.ts';
import { digestDocument } from '../charter/digest.ts';
import { problemPrefix } from '../signature/problem.ts';
import type { SignatureRecord } from '../signature/record.ts';
import { noAnswer, readAnswer } from './answer.ts';
import type { Answer, ExpectedRecord } from './answer.ts';

export interface TransportRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly credentials: RequestCredentials;
}

/** The request that the contract asks for, without the page's own headers. */
export function contractHeaders(record: SignatureRecord): Record<string, string> {
  return { ...commonHeaders(record.id), 'Content-Type': 'application/json' };
}

/** The same for a record that was encrypted to the receiver. */
export function sealedHeaders(id: string): Record<string, string> {
  return { ...commonHeaders(id), 'Content-Type': 'application/jose' };
}

function commonHeaders(id: string): Record<string, string> {
  return { Accept: 'application/json, application/problem+json', 'Idempotency-Key': `"${id}"` };
}

/** What the answer to a record has to speak of. */
export function expectedOf(record: SignatureRecord): ExpectedRecord {
  return { id: record.id, digest: () => digestDocument(record) };
}

/**
 * Posts a record once. The body is its canonical form: the bytes that its digest is computed over.
 *
 * @param timeout - Milliseconds to wait for the answer.
 */
export async function postRecord(
  record: SignatureRecord,
  request: TransportRequest,
  timeout: number,
  fetcher?: typeof fetch,
): Promise<Answer> {
  let body: string;
  try {
    body = canonicalForm(record);
  } catch (error) {
    // It would never succeed.
    return {
      kind: 'refused',
      problem: { type: `${problemPrefix}invalid-record`, status: 0, detail: String(error) },
    };
  }
  return postBody(body, request, timeout, fetcher, expectedOf(record));
}

/**
 * Posts a body once: a record's canonical form, or its JWE. No redirect is followed: neither the record nor the page's
 * cookies and tokens go to an address that the page did not name.
 *
 * @param timeout - Milliseconds to wait for the answer.
 * @param expected - What the answer has to speak of.
 */
export async function postBody(
  body: string,
  { url, method, headers, credentials }: TransportRequest,
  timeout: number,
  fetcher: typeof fetch = fetch,
  expected?: ExpectedRecord,
): Promise<Answer> {
  try {
    const response = await fetcher(url, {
      method,
      headers,
      credentials,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    return await readAnswer(response, expected);
  } catch (error) {
    return noAnswer(String(error));
  }
}

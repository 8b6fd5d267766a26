import { canonicalForm } from '../charter/canonical-form.ts';
import { problemPrefix } from '../signature/problem.ts';
import type { SignatureRecord } from '../signature/record.ts';
import { noAnswer, readAnswer } from './answer.ts';
import type { Answer } from './answer.ts';

export interface TransportRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly credentials: RequestCredentials;
}

/** The request that the contract asks for, without the page's own headers. */
export function contractHeaders(record: SignatureRecord): Record<string, string> {
  return {
    'Content-Type': 'application/json',
    Accept: 'application/json, application/problem+json',
    'Idempotency-Key': `"${record.id}"`,
  };
}

/**
 * Posts a record once. The body is its canonical form: the bytes that its digest is computed over.
 *
 * @param timeout - Milliseconds to wait for the answer.
 */
export async function postRecord(
  record: SignatureRecord,
  { url, method, headers, credentials }: TransportRequest,
  timeout: number,
  fetcher: typeof fetch = fetch,
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
  try {
    const response = await fetcher(url, {
      method,
      headers,
      credentials,
      body,
      signal: AbortSignal.timeout(timeout),
    });
    return await readAnswer(response);
  } catch (error) {
    return noAnswer(String(error));
  }
}

import { digestDocument } from '../../src/charter/digest.ts';
import { problemPrefix } from '../../src/signature/problem.ts';
import type { SignatureRecord } from '../../src/signature/record.ts';

const page =
  '<!doctype html>\n<html lang="fr">\n<title>Connexion à l’intranet</title>\n<h1>Connexion à l’intranet</h1>';

interface Written {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const html = (status: number): Written => ({ status, type: 'text/html; charset=utf-8', body: page });
const json = (status: number, value: unknown, type = 'application/json'): Written => ({
  status,
  type,
  body: JSON.stringify(value),
});

/** Answers of which the contract says that they prove nothing, or only that the person must sign in again. */
const unproven = {
  'login-page': () => html(200),
  'token-expired': () => html(419),
  'page-422': () => html(422),
  'page-404': () => html(404),
  text: () => ({ status: 200, type: 'text/plain', body: 'OK' }),
  array: () => json(200, []),
  empty: () => ({ status: 200, type: 'application/json', body: '' }),
  'no-id': () => json(200, { success: false, code: 401 }),
  'other-record': async (record) => json(201, { ...(await receipt(record)), id: crypto.randomUUID() }),
  'other-digest': async (record) =>
    json(201, { ...(await receipt(record)), recordDigest: `sha256:${'0'.repeat(64)}` }),
  'year-1999': async (record) =>
    json(201, { ...(await receipt(record)), receivedAt: '1999-12-31T23:59:59Z' }),
  cut: async (record) => {
    const whole = json(201, await receipt(record));
    return { ...whole, body: whole.body.slice(0, 30) };
  },
  'malformed-problem': () =>
    json(
      422,
      { type: `${problemPrefix}invalid-record`, status: 422, detail: { toString: 1 }, errors: 'x' },
      'application/problem+json',
    ),
} as const satisfies Record<string, (record: SignatureRecord) => Written | Promise<Written>>;

/** `redirect` is what a browser makes of one that it does not follow, `headerless` of a connection cut too early. */
export type UnprovenAnswer = keyof typeof unproven | 'redirect' | 'headerless';

export const isUnproven = (answer: string): answer is UnprovenAnswer =>
  Object.hasOwn(unproven, answer) || answer === 'redirect' || answer === 'headerless';

/** The response that a page gets. */
export async function answerUnproven(answer: UnprovenAnswer, record: SignatureRecord): Promise<Response> {
  if (answer === 'headerless') return Object.defineProperty(new Response(null), 'type', { value: 'basic' });
  if (answer === 'redirect') return hiddenRedirect();
  const { status, type, body } = await unproven[answer](record);
  return new Response(body, { status, headers: { 'Content-Type': type } });
}

/** With `redirect: 'manual'`, a browser tells that there is a redirect, and nothing more. Only `fetch` makes a real one. */
function hiddenRedirect(): Response {
  return Object.defineProperties(new Response(null), {
    type: { value: 'opaqueredirect' },
    status: { value: 0 },
    ok: { value: false },
  });
}

const receipt = async (record: SignatureRecord) => ({
  id: record.id,
  receivedAt: new Date().toISOString(),
  recordDigest: await digestDocument(record),
});

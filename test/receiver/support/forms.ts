import { request } from './requests.ts';
import type { Answer } from './requests.ts';

/** Fields of a form, or the text of its body. */
export type Fields = Readonly<Record<string, string | readonly string[]>> | string;

/** A form that signs the French guide. */
export const guideForm = {
  'charter.id': 'guide',
  'charter.version': '2.0.0',
  'charter.locale': 'fr',
  'signer.name': 'Zoë Lefèvre',
  statements: ['read', 'commit'],
} as const;

/** A form as no other test sends it, since a form without id is the same signature for a day. */
export function uniqueForm(): typeof guideForm & { 'signer.id': string } {
  return { ...guideForm, 'signer.id': crypto.randomUUID() };
}

/** Posts a form as a browser does: one that is sent back with a cookie sends it again with that. */
export async function postForm(
  address: string,
  fields: Fields,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await postFormOnce(address, fields, headers);
  if (answer.status !== 307) return answer;
  const Cookie = cookiesOf(answer);
  return postFormOnce(address, fields, { ...headers, Cookie }, answer.headers.get('location')!);
}

/** Posts a form, and follows no redirect. */
export function postFormOnce(
  address: string,
  fields: Fields,
  headers: Record<string, string> = {},
  query = '',
): Promise<Answer> {
  return request(address, `/api/signatures${query}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
      ...headers,
    },
    body: typeof fields === 'string' ? fields : encodeForm(fields),
  });
}

export function encodeForm(fields: Exclude<Fields, string>): string {
  const pairs = Object.entries(fields).flatMap(([name, values]) =>
    [values].flat().map((value) => [name, value] as [string, string]),
  );
  return new URLSearchParams(pairs).toString();
}

/** The texts of a page's paragraphs, headings, items and cells, as they are read. */
export function readPage({ text }: Answer): string[] {
  const blocks = text.match(/<(title|h1|h2|p|li|dt|dd|summary)\b[^>]*>[\s\S]*?<\/\1>/g) ?? [];
  return blocks.map((block) =>
    block
      .replace(/<[^>]*>/g, '')
      .replace(/[ \n]+/g, ' ')
      .replace(/^ | $/g, '')
      .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!),
  );
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The number of the signature that a page confirms. */
export function numberOn({ headers, text }: Answer): string {
  const id = headers.get('location')?.split('/').at(-1) ?? '';
  return text.includes(`<code>${id}</code>`) ? id : '';
}

/** What a page gives as a proof: the signature's number and its receipt. */
export function receiptOn(answer: Answer): { id: string; receipt: string } {
  return { id: numberOn(answer), receipt: /<pre><code>([\w.-]+)<\/code>/.exec(answer.text)?.[1] ?? '' };
}

/** Posts a form as the browser does that was given an answer before. */
export function postFormAgain(address: string, fields: Fields, earlier: Answer): Promise<Answer> {
  return postForm(address, fields, { Cookie: cookiesOf(earlier) });
}

/** The cookies of an answer, as a browser sends them back. */
export function cookiesOf({ headers }: Answer): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

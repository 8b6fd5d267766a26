import type { Answer } from './forward.ts';
import type { Random } from './random.ts';

/** Where the receiver takes signatures: by its own address, by one that the next deployment brings, and beside each page. */
export const signaturePaths: readonly string[] = [
  '/api/signatures',
  '/renamed/signatures',
  '/east/signatures',
  '/west/signatures',
];

export const keySetPath = '/.well-known/jwks.json';

/** The same key set, with an encryption key that no library can use. */
export const malformedKeySetPath = '/malformed-jwks.json';

const malformations: readonly (readonly [string, unknown])[] = [
  ['x', '!'],
  ['x', undefined],
  ['y', 'AAAA'],
  ['x', 12],
];

export function withMalformedKey(answer: Answer, random: Random): Answer {
  const { keys } = JSON.parse(answer.body.toString('utf8')) as { keys: Record<string, unknown>[] };
  const [member, value] = malformations[Math.floor(random() * malformations.length)]!;
  const malformed = keys.map((key) => (key['use'] === 'enc' ? { ...key, [member]: value } : key));
  return { ...answer, body: Buffer.from(JSON.stringify({ keys: malformed })) };
}

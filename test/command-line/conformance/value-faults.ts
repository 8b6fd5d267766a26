import { digestDocument } from '../../../src/charter/index.ts';
import { problem, recordOf } from '../support/faulty-receiver.ts';
import type { Asked, Respond } from '../support/faulty-receiver.ts';
import { instead, withBody } from './faults.ts';
import type { Fault } from './faults.ts';

type Change = (text: string) => string;

/** Changes what the person wrote, as a column, a framework or a collation does. */
function changed(asked: Asked, change: Change): Asked {
  const record = recordOf(asked);
  if (!record?.signer) return asked;
  const signer = Object.fromEntries(
    Object.entries(record.signer).map(([name, value]) => [
      name,
      typeof value === 'string' ? change(value) : value,
    ]),
  );
  const reason = 'reason' in record ? { reason: change(record.reason ?? '') } : {};
  return { ...asked, body: Buffer.from(JSON.stringify({ ...record, signer, ...reason })) };
}

/** Keeps the changed value, and digests it. */
const keeps =
  (change: Change) =>
  (good: Respond): Respond =>
  (asked) =>
    good(changed(asked, change));

/** Keeps the changed value, and answers the digest of the bytes that came: nothing shows, but for another record. */
const keepsQuietly =
  (change: Change) =>
  (good: Respond): Respond =>
  async (asked) => {
    if (asked.method === 'GET') return problem(404, 'not-found');
    const reply = await good(changed(asked, change));
    const isRecorded = reply.status === 200 || reply.status === 201;
    return isRecorded ? withBody(reply, { recordDigest: await digestDocument(recordOf(asked)) }) : reply;
  };

const cut =
  (length: number): Change =>
  (text) =>
    Array.from(text).slice(0, length).join('');

const alterations: readonly (readonly [what: string, change: Change, found: string[]])[] = [
  ['cuts texts at 50 characters', cut(50), ['long-name', 'long-emoji', 'astral-name', 'long-reason']],
  [
    'cuts texts at 200 units of UTF-16',
    (text) => text.slice(0, 200),
    ['long-emoji', 'astral-name', 'long-reason'],
  ],
  ['takes away the spaces around', (text) => text.trim(), ['outer-spaces']],
  ['cuts texts at 255 characters', cut(255), ['long-reason']],
  [
    'replaces what needs four bytes in UTF-8',
    (text) => text.replaceAll(/[\u{10000}-\u{10ffff}]/gu, '?'),
    ['long-emoji', 'astral-name', 'non-ascii'],
  ],
  ['brings spaces together', (text) => text.replaceAll(/\s+/g, ' '), ['inner-spaces']],
  [
    'takes accents away',
    (text) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC'),
    ['combining-marks'],
  ],
  ['tells no capitals from small letters', (text) => text.toLowerCase(), ['letter-case']],
];

/** Receivers that do not keep every letter. */
export const valueFaults: readonly Fault[] = [
  ...alterations.map(([what, change, found]) => ({
    name: what,
    make: keeps(change),
    found,
    rule: 'other-digest',
  })),
  ...alterations.map(([what, change, found]) => ({
    name: `${what}, and shows the digest of what came`,
    make: keepsQuietly(change),
    found: found.filter((id) => id !== 'non-ascii'),
    rule: 'altered',
  })),
  {
    name: 'takes no name of more than 50 characters',
    make: instead((asked) =>
      String(recordOf(asked)?.signer?.name).length > 50 ? problem(422, 'invalid-record') : undefined,
    ),
    found: ['long-name'],
    rule: 'refused',
  },
  {
    name: 'counts units of UTF-16 in place of characters',
    make: instead((asked) =>
      String(recordOf(asked)?.signer?.department).length > 200 ? problem(422, 'invalid-record') : undefined,
    ),
    found: ['long-emoji'],
    rule: 'refused',
  },
];

import { generateKeyPair } from 'jose';
import { digestDocument } from '../../../src/charter/index.ts';
import { builtInCharter } from '../../../command-line/checks/built-in.ts';
import {
  allowed,
  createGoodReceiver,
  nextInstant,
  problem,
  recordOf,
  signReceipt,
} from '../support/faulty-receiver.ts';
import type { Asked, Reply, Respond } from '../support/faulty-receiver.ts';

const charter = await builtInCharter();
export const loaded = { charter, digest: await digestDocument(charter) };

const isPost = ({ method }: Asked): boolean => method === 'POST';
const isRecorded = ({ status }: Reply): boolean => status >= 200 && status < 300;
export const bodyOf = (reply: Reply) => reply.body as Record<string, string>;

/** Changes the answers that say « recorded ». */
export const whenRecorded =
  (change: (reply: Reply, asked: Asked) => Reply | Promise<Reply>) =>
  (good: Respond): Respond =>
  async (asked) => {
    const reply = await good(asked);
    return isPost(asked) && isRecorded(reply) ? change(reply, asked) : reply;
  };

/** Changes the answers that refuse a post. */
export const whenRefused =
  (change: (reply: Reply, asked: Asked) => Reply) =>
  (good: Respond): Respond =>
  async (asked) => {
    const reply = await good(asked);
    return isPost(asked) && reply.status >= 400 ? change(reply, asked) : reply;
  };

/** Answers some requests instead of the receiver. */
export const instead =
  (answer: (asked: Asked) => Reply | undefined) =>
  (good: Respond): Respond =>
  (asked) =>
    answer(asked) ?? good(asked);

export const withBody = (reply: Reply, members: object): Reply => ({
  ...reply,
  body: { ...bodyOf(reply), ...members },
});

/** A receiver with one thing wrong. */
export interface Fault {
  readonly name: string;
  readonly make: (good: Respond) => Respond;
  /** Checks that must find it. */
  readonly found: readonly string[];
  /** Checks that must remark on it, when it breaks nothing. */
  readonly remarked?: readonly string[];
  /** The rule that each of these checks must name. */
  readonly rule?: string;
  /** Headers that whoever tries it was given. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly origin?: string;
  /** Receipts are verified too. */
  readonly hasKeys?: boolean;
}

const forged = (await generateKeyPair('ES256')).privateKey;
let firstReceipt: string | undefined;

export const faults: readonly Fault[] = [
  {
    name: 'stores each sending anew',
    make: () => async (asked) => createGoodReceiver().respond(asked),
    found: ['replay', 'concurrent', 'mismatch', 'mismatch-decision', 'concurrent-mismatch'],
  },
  {
    name: 'takes another record under a known id for the first one',
    make: whenRefused((reply, asked) =>
      recordOf(asked) && bodyOf(reply)['title'] === 'idempotency-mismatch'
        ? { status: 200, body: { id: recordOf(asked)!.id } }
        : reply,
    ),
    found: ['mismatch', 'mismatch-decision', 'concurrent-mismatch'],
  },
  {
    name: 'refuses another record under a known id, but has overwritten the first one',
    make: () => {
      const { respond, rows } = createGoodReceiver();
      return async (asked) => {
        const reply = await respond(asked);
        if (reply.status === 422 && recordOf(asked)) {
          rows.delete(recordOf(asked)!.id);
          await respond(asked);
        }
        return reply;
      };
    },
    found: ['mismatch', 'mismatch-decision'],
  },
  {
    name: 'refuses a replay',
    make: whenRecorded((reply) => (reply.status === 200 ? problem(422, 'invalid-record') : reply)),
    found: ['replay', 'concurrent', 'mismatch'],
  },
  {
    name: 'fails on a key that is there',
    make: whenRecorded((reply) => (reply.status === 200 ? problem(500, 'internal') : reply)),
    found: ['replay', 'concurrent'],
  },
  {
    name: 'refuses another record by 409, without the type of the contract',
    make: whenRefused((reply) =>
      bodyOf(reply)['title'] === 'idempotency-mismatch'
        ? { status: 409, type: 'application/problem+json', body: { type: 'about:blank', status: 409 } }
        : reply,
    ),
    found: ['mismatch', 'mismatch-decision'],
  },
  {
    name: 'answers another digest',
    make: whenRecorded((reply) => withBody(reply, { recordDigest: `sha256:${'0'.repeat(64)}` })),
    rule: 'other-digest',
    found: ['accepted', 'all-signer-fields', 'practices', 'plain', 'declined', 'non-ascii', 'alive'],
  },
  {
    name: 'answers another id',
    make: whenRecorded((reply) => withBody(reply, { id: crypto.randomUUID() })),
    rule: 'other-id',
    found: ['accepted'],
  },
  {
    name: 'answers a date that is none',
    make: whenRecorded((reply) => withBody(reply, { receivedAt: '23/11/2026 12:00' })),
    rule: 'no-instant',
    found: ['accepted'],
  },
  {
    name: 'answers the time of each sending',
    make: whenRecorded((reply) => withBody(reply, { receivedAt: nextInstant() })),
    found: ['replay', 'concurrent', 'mismatch'],
  },
  {
    name: 'signs receipts with a key that is not published',
    hasKeys: true,
    make: whenRecorded(async (reply, asked) => {
      const { receipt: _, ...claims } = bodyOf(reply);
      const receipt = await signReceipt({ ...claims, charter: recordOf(asked)!.charter }, forged);
      return withBody(reply, { receipt });
    }),
    found: ['accepted', 'declined', 'replay'],
  },
  {
    name: 'gives everyone the first receipt',
    hasKeys: true,
    make: whenRecorded((reply) => withBody(reply, { receipt: (firstReceipt ??= bodyOf(reply)['receipt']) })),
    found: ['accepted'],
  },
  {
    name: 'leaves the receipt out',
    hasKeys: true,
    make: whenRecorded((reply) => withBody(reply, { receipt: undefined })),
    found: ['accepted'],
  },
  {
    name: 'refuses in HTML',
    make: whenRefused((reply) => ({ ...reply, type: 'text/html', body: '<h1>Erreur</h1>' })),
    found: ['broken-json', 'empty-body', 'array', 'null', 'text', 'empty-object', 'mismatch'],
  },
  {
    name: 'refuses in JSON that is not said to be a problem',
    make: whenRefused((reply) => ({ ...reply, type: 'application/json' })),
    found: ['broken-json', 'mismatch'],
  },
  {
    name: 'refuses without a word',
    make: whenRefused((reply) => ({ status: reply.status })),
    found: ['broken-json', 'mismatch'],
  },
  {
    name: 'says another status in the problem than in the answer',
    make: whenRefused((reply) => withBody(reply, { status: 200 })),
    found: ['broken-json'],
  },
  {
    name: 'refuses by problems without a type',
    make: whenRefused((reply) => withBody(reply, { type: undefined })),
    found: ['broken-json'],
  },
  {
    name: 'fails on whatever it refuses',
    make: whenRefused(() => problem(500, 'internal')),
    found: [
      'broken-json',
      'array',
      'empty-object',
      'mismatch',
      'concurrent-mismatch',
      'deep-array',
      'lone-surrogate',
    ],
  },
  {
    name: 'says that everything is recorded',
    make: () => () => ({ status: 204 }),
    found: ['broken-json', 'empty-body', 'array', 'null', 'text', 'empty-object', 'deep-array', 'mismatch'],
  },
  {
    name: 'asks to sign in where it should refuse',
    make: whenRefused((reply) => withBody({ ...reply, status: 401 }, { status: 401 })),
    found: ['broken-json', 'empty-object'],
  },
  {
    name: 'hangs up on what is nested',
    make: instead(({ body }) =>
      body.includes('[[[[') || body.includes('{"a":{"a":') ? { status: 0 } : undefined,
    ),
    found: ['deep-array', 'deep-member'],
  },
  {
    name: 'fails on what a database does not store',
    make: instead(({ body }) => (body.includes('\\u0000') ? problem(500, 'internal') : undefined)),
    found: ['nul-character'],
  },
  {
    name: 'fails on names that only it could give',
    make: instead(({ body, headers }) =>
      body.includes('__proto__') ||
      body.includes('drop table') ||
      body.includes('1e999') ||
      body.includes('"x3":0')
        ? problem(500, 'internal')
        : String(headers['idempotency-key']).length > 1000 || body.includes('"decision":"declined","')
          ? problem(500, 'internal')
          : undefined,
    ),
    found: [
      'prototype',
      'id-injection',
      'name-injection',
      'huge-number',
      'many-members',
      'long-key',
      'key-twice',
    ],
  },
  {
    name: 'fails on what the charter or the schema does not allow',
    make: instead(({ body, headers }) => {
      const record = recordOf({ body });
      const isPlainRecord =
        record?.schema === 'charter-signature/1' &&
        String(record.signer?.name).startsWith('Essai de conformité') &&
        record.charter?.digest === loaded.digest &&
        record.charter.version === loaded.charter.version;
      const isPlainRequest = headers['content-type'] === 'application/json' && headers['idempotency-key'];
      return isPlainRecord && isPlainRequest ? undefined : problem(500, 'internal');
    }),
    found: [
      ...['wrong-digest', 'outdated', 'unknown-version', 'key-missing', 'media-type', 'no-media-type'],
      ...['schema-unknown', 'signer-missing', 'name-empty', 'name-not-text', 'digest-malformed'],
    ],
  },
  {
    name: 'fails on a record that it does not like',
    make: instead((asked) => {
      const record = recordOf(asked) as Record<string, unknown> | undefined;
      const text = asked.body.toString('utf8');
      const statements = record?.['statements'] as unknown[] | undefined;
      const hasFault =
        'readingTime' in (record ?? {}) ||
        /maybe|essai-inconnu|Essai\."|2026-02-30/.test(text) ||
        text.length > 15_000 ||
        (record?.['decision'] === 'accepted' && statements?.length === 0) ||
        (record?.['decision'] === 'declined' && record['reason'] === undefined) ||
        (record?.['practices'] as unknown[] | undefined)?.length === 2 ||
        Date.parse(String(record?.['signedAt'])) > Date.now() + 60_000 ||
        (record && asked.headers['idempotency-key'] !== `"${String(record['id'])}"`);
      return hasFault ? problem(500, 'internal') : undefined;
    }),
    found: [
      ...['field-unknown', 'decision-unknown', 'reason-missing', 'time-impossible', 'statement-missing'],
      ...['statement-unknown', 'statement-reworded', 'practice-unknown', 'practice-twice', 'name-too-long'],
      ...['signed-in-the-future', 'key-mismatch', 'too-large'],
    ],
  },
  {
    name: 'fails on bytes that are no text',
    make: instead(({ body }) =>
      body.includes(0) || body.includes(0xeb) ? problem(500, 'internal') : undefined,
    ),
    found: ['not-utf-8', 'utf-16'],
  },
  {
    name: 'takes no refusal to sign',
    make: instead((asked) =>
      recordOf(asked)?.decision === 'declined' ? problem(422, 'invalid-record') : undefined,
    ),
    found: ['declined'],
  },
  {
    name: 'keeps letters as another encoding reads them',
    make: (good) => (asked) => good({ ...asked, body: Buffer.from(asked.body.toString('latin1')) }),
    found: ['non-ascii', 'accepted'],
  },
  {
    name: 'gives another record back than was sent',
    make: (good) => async (asked) => {
      const reply = await good(asked);
      return asked.method === 'GET' && reply.status === 200 ? withBody(reply, { record: {} }) : reply;
    },
    found: ['read-back', 'accepted', 'concurrent', 'mismatch'],
  },
  {
    name: 'gives two rows back',
    make: (good) => async (asked) => {
      const reply = await good(asked);
      return asked.method === 'GET' && reply.status === 200
        ? { ...reply, body: [reply.body, reply.body] }
        : reply;
    },
    found: ['read-back'],
  },
  {
    name: 'shows a record that nobody sent',
    make: (good) => async (asked) => {
      const reply = await good(asked);
      return asked.method === 'GET' && reply.status === 404 ? { status: 200, body: {} } : reply;
    },
    found: ['unknown-id'],
  },
  {
    name: 'names no version to sign',
    make: instead((asked) =>
      recordOf(asked)?.charter?.version === '0.0.1' ? problem(409, 'charter-outdated') : undefined,
    ),
    found: ['outdated'],
  },
  {
    name: 'forgets other origins when it refuses',
    make: whenRefused((reply) => ({ ...reply, headers: {} })),
    origin: 'https://intranet.example',
    found: ['cors-refused'],
  },
  {
    name: 'knows no other origin',
    make: (good) => async (asked) => ({ ...(await good(asked)), headers: {} }),
    origin: 'https://intranet.example',
    found: ['cors-preflight', 'cors-recorded', 'cors-refused'],
  },
  {
    name: 'does not let the key come from another origin',
    make: instead(({ method }) =>
      method === 'OPTIONS'
        ? { status: 204, headers: { ...allowed, 'Access-Control-Allow-Headers': 'content-type' } }
        : undefined,
    ),
    origin: 'https://intranet.example',
    found: ['cors-preflight'],
    remarked: ['cors-headers', 'cors-credentials'],
  },
  {
    name: 'does not let the token of the page come from another origin',
    make: (good) => good,
    origin: 'https://intranet.example',
    headers: { 'X-XSRF-Token': 'jeton', Authorization: 'Bearer abc' },
    found: ['cors-headers'],
  },
  {
    name: 'takes a star for any header, where cookies come',
    make: instead(({ method }) =>
      method === 'OPTIONS'
        ? { status: 204, headers: { ...allowed, 'Access-Control-Allow-Headers': '*' } }
        : undefined,
    ),
    origin: 'https://intranet.example',
    headers: { Cookie: 'session=abc' },
    found: ['cors-preflight', 'cors-credentials'],
    remarked: ['cors-headers'],
  },
];

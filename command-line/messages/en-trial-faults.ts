import type { BrokenRule, ReceiptError } from 'charter-elements/signature';
import { receptions } from './en-trial.ts';
import type * as french from './fr-trial-faults.ts';
import { describeReception } from './reception.ts';
import type { SameCodes } from './same-codes.ts';

const receipt = '{ id, receivedAt, recordDigest }';
const shown = (value: unknown): string => (value === undefined ? 'absent' : JSON.stringify(value));

const brokenRules: Readonly<Record<BrokenRule, string>> = {
  cut: 'the answer breaks off, or its JSON is wrong: it counts as lost, and the signature is sent again for ever',
  'no-headers':
    'a 2xx without any header passes for a cut of the network: give at least Content-Type or Date',
  redirect: `the element follows no redirect: answer 201 with ${receipt} at this very address, and 401 when the session is over`,
  html: `a page of HTML proves nothing, and the person will be asked to sign in: answer ${receipt} in JSON, and 401 when the session is over`,
  empty: `an empty answer proves nothing, unless it is 201, 202 or 204: answer ${receipt} in JSON`,
  'not-json': `a text proves nothing: answer ${receipt}, Content-Type: application/json`,
  'not-an-object': `this JSON is not an object: answer ${receipt}, without an array around it`,
  'no-id': `the answer does not say which record it confirms: answer its id, ${receipt}`,
  'other-id': 'the answer confirms another record: answer the id that came, as it is',
  'other-digest':
    'recordDigest is the digest of something else: SHA-256 of the canonical form (RFC 8785 after NFC), that of the bytes that came',
  'no-instant': 'receivedAt is not the time of the reception: write it as 2026-11-23T12:00:00Z',
  'other-status': 'this problem type of the contract has another status: the element does not believe it',
  'no-problem':
    'this refusal is no problem of the contract: the element does not believe it, and keeps the signature',
};

const receiptFaults: Readonly<Record<ReceiptError['fault'], string>> = {
  missing: 'the answer has no signed receipt: a page that gives receipt-keys will not say “signed”',
  unsupported: 'receipts cannot be verified here',
  'keys-unavailable': 'the address of --receipt-keys gives no key set',
  signature: 'the receipt is signed by none of the published keys',
  mismatch: 'the signed receipt speaks of something else than this record',
};

/** The faults of fr-trial-faults.ts in English. */
export const faults: SameCodes<typeof french.faults> = {
  'broken-rule': ({ rule, value }) =>
    `${brokenRules[rule]}${value === undefined ? '' : ` (got: ${JSON.stringify(value)})`}`,
  'no-answer': ({ failure }) => `no answer (${failure})`,
  'not-accepted': ({ detail }) =>
    `a valid record has to be accepted${detail === undefined ? '' : `: ${detail}`}`,
  'receipt-not-json': ({ type }) =>
    `answer in JSON ${receipt}: the person will have a dated receipt (Content-Type: ${type || 'none'})`,
  'receipt-lacks': ({ names }) => `${names.join(', ')} is missing: the person will have no receipt`,
  'clock-off': ({ receivedAt }) =>
    `receivedAt (${receivedAt}) is far from what time it is: is it a local time with Z, or a clock to be set?`,
  'receipt-fault': ({ fault, message }) => `${receiptFaults[fault]} (${message})`,
  'replay-lacks': ({ name }) => `the answer lacks ${name}: always answer what was kept`,
  'replay-differs': ({ name, first, again }) =>
    `${name} changes from one answer to the next (${shown(first)}, then ${shown(again)}): ` +
    'is the record there twice? Keep the first, and always answer what was kept',
  'first-lost': ({ got }) =>
    `the first record, sent again, is no longer accepted (${describeReception(receptions, got)}): is it lost?`,
  'several-kept': ({ count }) => `${count} records have this id instead of one`,
  'read-back-differs': () => 'the record that is read back is not the one that was sent',

  'refusal-unanswered': ({ failure }) =>
    `no answer (${failure}): the element would send the same request again for ever`,
  'refusal-failed': () => '5xx means “later”: the element would send the same request again for ever',
  'no-record-accepted': () => 'this is no record: accepting it would have “signed” shown wrongly',
  'accepted-as-it-is': () => 'accepted as it is: the reference receiver refuses it',
  'kept-for-later': ({ status }) => `${status} has the signature kept for later: refuse it for good`,
  answer: ({ status, type }) => `answer ${status}, type ${type}`,

  'not-utf-8': () => 'the body is not in UTF-8: JSON has no other encoding (RFC 8259)',
  'other-charset': ({ charset }) =>
    `Content-Type announces charset=${charset}: JSON is in UTF-8 (RFC 8259), announce nothing else`,
  'problem-type': ({ type }) =>
    `an error is in application/problem+json (${type === undefined ? 'empty' : type || 'without a type'})`,
  'problem-member': ({ name, wanted }) =>
    `the problem is malformed (RFC 9457): “${name}” is not ${wanted === 'string' ? 'a text' : 'a number'}`,
  'problem-not-object': () => 'the problem is malformed (RFC 9457): it is no JSON object',
  'problem-without-type': () => 'the problem is malformed (RFC 9457): “type” is missing',
  'problem-errors': () =>
    'the problem is malformed (RFC 9457): “errors” is no list of { pointer, detail }, two texts',
  'problem-status': ({ said, status }) =>
    `the problem is malformed (RFC 9457): it says status ${said}, the answer ${status}`,

  'not-created': () => 'answer 201 the first time, 200 when it was there already',
  'charset-refused': () => 'accept the parameter charset=utf-8',
  altered: () =>
    'a value is cut or changed before it is compared or kept: keep the bytes that came, in columns that are large enough',
  'replay-status': () => 'answer 200 to what was recorded already',
  'compares-bytes': () => 'compare digests (RFC 8785 after NFC), not bytes',
  'replay-refused': ({ got }) =>
    `${describeReception(receptions, got)}: one that is sent again at the same time has to be accepted, or put off until later`,
  'none-accepted': () => 'none of them is accepted',
  'created-twice': () => '201 more than once: a unique constraint on the id tells which of them came first',
  'both-recorded': () =>
    'both are said to be recorded, and one of them is lost: compare and write in one step',
  'second-failed': ({ got }) => `${describeReception(receptions, got)}: refuse the second with 422`,
  'current-version': ({ version }) =>
    `current.version has to give the version to sign, ${version} or a later one`,
  'hung-up': () => 'answer 413 before you cut the connection',

  'anonymous-signs': () => 'anyone can sign in somebody’s name: answer 401',
  'token-unchecked': ({ header }) =>
    `${header} is not checked: refuse with 403 a token that is not the one of the session`,
  'signed-out-failed': () => '5xx means “later”: answer 401, or 403 for the token',
  'signed-out-accepted': () =>
    'a lost session answers like a success: answer 401 to a request in JSON, and keep the sign-in page for pages',
  'signed-out-redirected': () =>
    'a redirect is never followed: the person is asked to sign in, but answer 401 to a request in JSON',
  'signed-out-refused': () =>
    'a lost session passes for a refusal for good: answer 401, or 403 for the token',
  'token-status': ({ status, type }) =>
    `${status}: the signature is kept and the person is asked to reload the page, but answer 403, type ${type}`,
  'preflight-refused': () => 'answer 204 to OPTIONS, without asking for authorization',
  'header-not-allowed': ({ name }) => `Access-Control-Allow-Headers has to name ${name}`,
  'credentials-not-allowed': ({ allowed, origin }) =>
    `for a page that gives credentials="include", answer true by Access-Control-Allow-Credentials (${allowed ?? 'absent'}), and ${origin} by Access-Control-Allow-Origin, never a star`,
  'origin-not-allowed': ({ allowed, origin }) =>
    `Access-Control-Allow-Origin is ${allowed ?? 'absent'} instead of ${origin}`,
  'server-gone': () => 'the server answers no more',
  'record-made-up': () => 'a record is shown that does not exist',
};

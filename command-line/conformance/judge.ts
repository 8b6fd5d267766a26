import { canonicalForm, digestDocument } from 'charter-elements/charter';
import { ReceiptError, problemName, problems, readReceipt, verifyReceipt } from 'charter-elements/signature';
import type { ProblemName, SignatureRecord } from 'charter-elements/signature';
import { breaking, faultOf, must, should } from './check.ts';
import type { Fault, Level } from './check.ts';
import { isAccepted, meaningOf, membersOf } from './endpoint.ts';
import type { Answer, Endpoint } from './endpoint.ts';
import { answerOf, faultOfRule, faultsOfEncoding, faultsOfProblemForm } from './rules.ts';

/** How far the clock of an endpoint may be from that of the trial without a word. Milliseconds. */
const clockTolerance = 10 * 60_000;

/** What is wrong with the answer to a record that had to be recorded. */
export async function faultsOfRecorded(
  endpoint: Endpoint,
  record: SignatureRecord,
  answer: Answer,
): Promise<Fault[]> {
  if (answer.status === 0) return [must('no-answer', { failure: answer.failure ?? '' })];
  const meaning = meaningOf(answer, { id: record.id, recordDigest: await digestDocument(record) });
  if (meaning.kind === 'pending' && meaning.broken && answer.status < 400)
    return [faultOfRule(meaning.broken, answer), ...faultsOfEncoding(answer)];
  if (meaning.kind !== 'recorded') {
    const { detail } = membersOf(answer.body);
    const said = typeof detail === 'string' ? detail : undefined;
    return [breaking('refused', must('not-accepted', { detail: said }))];
  }
  return [
    ...faultsOfReceipt(answer),
    ...faultsOfEncoding(answer),
    ...(await faultsOfSignature(endpoint, record, answer)),
  ];
}

/** What a receipt that proves enough could say better. */
function faultsOfReceipt({ body, contentType }: Answer): Fault[] {
  if (body === undefined) return [should('receipt-not-json', { type: contentType })];
  const { receivedAt, recordDigest } = membersOf(body);
  const names = Object.entries({ receivedAt, recordDigest })
    .filter(([, value]) => value === undefined || value === null)
    .map(([name]) => name);
  if (names.length > 0) return [should('receipt-lacks', { names })];
  const isOff = Math.abs(Date.parse(String(receivedAt)) - Date.now()) > clockTolerance;
  return isOff ? [should('clock-off', { receivedAt: String(receivedAt) })] : [];
}

async function faultsOfSignature(
  { options }: Endpoint,
  record: SignatureRecord,
  { body }: Answer,
): Promise<Fault[]> {
  if (!options.keys) return [];
  try {
    await verifyReceipt(readReceipt(body), record, options.keys);
    return [];
  } catch (error) {
    if (!(error instanceof ReceiptError)) throw error;
    return [must('receipt-fault', { fault: error.fault, message: error.message })];
  }
}

/** What differs between the answers to the first sending of a record and to another one. */
export function faultsOfReplay(first: Answer, again: Answer): Fault[] {
  if (!isAccepted(first) || !isAccepted(again)) return [];
  const before = membersOf(first.body);
  const after = membersOf(again.body);
  const faults: Fault[] = [];
  for (const name of ['receivedAt', 'recordDigest']) {
    if (after[name] === undefined && before[name] !== undefined)
      faults.push(should('replay-lacks', { name }));
    else if (before[name] !== undefined && before[name] !== after[name])
      faults.push(must('replay-differs', { name, first: before[name], again: after[name] }));
  }
  return faults;
}

/** The same record is answered as before, and is still there as it was sent. */
export async function faultsOfKept(
  endpoint: Endpoint,
  record: SignatureRecord,
  first: Answer,
): Promise<Fault[]> {
  const again = await endpoint.post(record);
  const faults = isAccepted(again)
    ? faultsOfReplay(first, again)
    : [must('first-lost', { got: again.reception })];
  return [...faults, ...((await readBack(endpoint, record, first)) ?? [])];
}

/** What is wrong with the record as the endpoint gives it back, or `undefined` when it does not give any. */
export async function readBack(
  endpoint: Endpoint,
  record: SignatureRecord,
  first: Answer,
): Promise<Fault[] | undefined> {
  const { status, body } = await endpoint.get(record.id, membersOf(first.body)['receipt']);
  const kept = membersOf(body);
  if (status !== 200 || body === undefined) return undefined;
  if (Array.isArray(body) && body.length !== 1) return [must('several-kept', { count: body.length })];
  if (kept['record'] === undefined) return undefined;
  const faults = faultsOfReplay(first, { ...first, body });
  return sameText(kept['record'], record) ? faults : [...faults, must('read-back-differs')];
}

function sameText(value: unknown, record: SignatureRecord): boolean {
  try {
    return canonicalForm(value) === canonicalForm(record);
  } catch {
    return false;
  }
}

/** How a refusal is judged. */
export interface Refusal {
  /** `must` when accepting the request would call recorded what cannot be. */
  readonly refused: Level;
  /** The problem of the contract. */
  readonly problem?: ProblemName;
  /** Level of the exact status and type. */
  readonly exact?: Level;
  /** Level of RFC 9457; `should` for what a server often refuses before the code that receives signatures. */
  readonly format?: Level;
}

/** What is wrong with the answer to a request that had to be refused for good. */
export function faultsOfRefusal(
  answer: Answer,
  { refused, problem, exact = 'should', format = 'must' }: Refusal,
): Fault[] {
  const { status } = answer;
  if (status === 0) return [must('refusal-unanswered', { failure: answer.failure ?? '' })];
  if (status >= 500) return [must('refusal-failed')];
  if (status >= 300 && status < 400) return [faultOfRule('redirect', answer)];
  if (status < 400) return [refused === 'must' ? must('no-record-accepted') : should('accepted-as-it-is')];
  const faults = faultsOfProblemForm(answer, format);
  const { type } = membersOf(answer.body);
  const name = typeof type === 'string' ? problemName({ type }) : undefined;
  const meaning = meaningOf(answer);
  if (meaning.kind === 'pending' && (meaning.reason !== 'not-accepted' || meaning.broken)) {
    const { reason, broken } = meaning;
    if (reason !== 'not-accepted')
      faults.push(breaking('not-refused', faultOf(refused, 'kept-for-later', { status })));
    // Said above already, when it is not even a problem.
    else if (broken && (faults.length === 0 || broken === 'other-status'))
      faults.push({ ...faultOfRule(broken, answer), level: broken === 'other-status' ? 'must' : format });
  }
  if (problem && (name !== problem || status !== problems[problem][0]))
    faults.push(breaking('exact', faultOf(exact, 'answer', answerOf(problem))));
  return faults;
}

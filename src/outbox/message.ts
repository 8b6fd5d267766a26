import { object, oneOf, text } from '../internal/checks.ts';
import { readProblem } from '../signature/read-problem.ts';
import { readReceipt } from '../signature/read-receipt.ts';
import type { Answer } from './answer.ts';
import { pendingReasons } from '../signature/pending-reason.ts';
import type { PendingReason } from '../signature/pending-reason.ts';

/** What tabs tell each other: which entry changed, and what came of an attempt. Nothing of the record, nor of who signed. */
export interface Message {
  readonly endpoint: string;
  readonly id: string;
  readonly answer?: Answer | undefined;
}

const isMessage = object({ endpoint: text(), id: text(/\S/) });
const isAnswer = object(
  { kind: oneOf('recorded', 'pending', 'outdated', 'refused', 'withdrawn') },
  { reason: oneOf(...pendingReasons) },
);

/** What is told of an answer: its problem may quote the record. */
export function tellableAnswer(answer: Answer): Answer {
  if (!('problem' in answer)) return answer;
  const { type, status } = answer.problem;
  return { ...answer, problem: { type, status } };
}

/** Reads a message of another tab, which may run another version; `undefined` for what is none. */
export function readMessage(data: unknown): Message | undefined {
  if (!isMessage(data)) return undefined;
  const { endpoint, id, answer } = data as Message & { readonly answer?: unknown };
  return { endpoint, id, answer: readTold(answer) };
}

function readTold(told: unknown): Answer | undefined {
  if (!isAnswer(told)) return undefined;
  const {
    kind,
    reason = 'no-answer',
    receipt,
    problem,
  } = told as {
    readonly kind: Answer['kind'];
    readonly reason?: PendingReason;
    readonly receipt?: unknown;
    readonly problem?: { readonly status?: unknown };
  };
  if (kind === 'withdrawn') return { kind };
  if (kind === 'recorded') return { kind, receipt: readReceipt(receipt) };
  const status = typeof problem?.status === 'number' ? problem.status : 0;
  const read = readProblem(problem, status);
  return kind === 'pending' ? { kind, reason, problem: read } : { kind, problem: read };
}

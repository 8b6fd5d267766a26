import type { Answer } from '../outbox/answer.ts';
import type { OutboxEntry } from '../outbox/entry.ts';
import type { SignatureRecord } from '../signature/record.ts';
import type { SigningFact } from './client.ts';
import { stateOf } from './signature-state.ts';

/** What a page is told once an attempt has come to its end: the state that it led to, in the same words. */
export function factOf(record: SignatureRecord, answer: Answer, entry: OutboxEntry): SigningFact | undefined {
  const state = stateOf(record, { answer, entry, keeping: 'device' });
  switch (state.name) {
    case 'signed':
    case 'declined':
      return { name: state.name, record, receipt: state.receipt };
    case 'pending':
      return { name: 'pending', record, reason: state.reason, nextTryAt: state.nextTryAt };
    case 'refused':
    case 'outdated':
      return { name: state.name, record, problem: state.problem };
    default:
      return undefined;
  }
}

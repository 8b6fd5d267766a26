import { parseSignatureRecord } from '../../src/signature/record.ts';
import { problemPrefix, problems } from '../../src/signature/problem.ts';
import type { ProblemName } from '../../src/signature/problem.ts';
import type { JSONWebKeySet } from '../../src/signature/verify-receipt.ts';
import { createSigner, keySet, receiptFor } from './receipts.ts';
import { serve, serveAt, serveJSON } from './service.ts';
import { answerUnproven, isUnproven } from './unproven-answers.ts';
import type { UnprovenAnswer } from './unproven-answers.ts';

/**
 * What a receiver answers: `recorded` (201 with a signed receipt), `accepted` (202 without a body), `forged` (201 with
 * a receipt that another key signed), `offline`, `never`, a problem of the contract by its name, or an answer that proves
 * nothing by its own.
 */
export type Answer = 'recorded' | 'accepted' | 'forged' | 'offline' | 'never' | ProblemName | UnprovenAnswer;

/** A request that came, and what it was answered; `undefined` where no answer was given. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly answer: Answer;
  readonly status: number | undefined;
  readonly response: string;
}

export interface ReceiverOptions {
  /** Seconds of `Retry-After` beside a problem. */
  readonly retryAfter?: number;
  /** Where a person signs in again, named beside a problem. */
  readonly signIn?: string;
  /** Fixed address, where it is shown. */
  readonly path?: string;
  /** Called after each exchange. */
  readonly onExchange?: (exchange: Exchange) => void;
}

/** A receiver in the page, whose receipts are really signed. */
export interface Receiver {
  readonly endpoint: string;
  /** Address of its keys. */
  readonly receiptKeys: string;
  readonly keys: JSONWebKeySet;
  /** What it answers, in turn; the last one for ever. */
  answers: readonly Answer[];
}

const signer = await createSigner('ES256', 'now');
const stranger = await createSigner('ES256', 'now');

/** Opens a receiver that answers in the page. Same record, same answer: a replay is answered 200. */
export function openReceiver(
  answers: readonly Answer[] = ['recorded'],
  options: ReceiverOptions = {},
): Receiver {
  const recorded = new Map<string, string>();
  let asked = 0;

  const respond = async (answer: Answer, body: string): Promise<Response> => {
    if (answer === 'never') return new Promise(() => undefined);
    if (answer === 'offline') throw new TypeError('Failed to fetch');
    // A response without any header is taken for a connection that was cut.
    if (answer === 'accepted') return new Response(null, { status: 202, headers: { 'Content-Length': '0' } });
    if (isUnproven(answer)) return answerUnproven(answer, parseSignatureRecord(JSON.parse(body)));
    if (answer === 'recorded' || answer === 'forged') {
      const record = parseSignatureRecord(JSON.parse(body));
      const known = recorded.get(record.id);
      const text = known ?? JSON.stringify(await receiptFor(record, answer === 'forged' ? stranger : signer));
      recorded.set(record.id, text);
      return new Response(text, {
        status: known === undefined ? 201 : 200,
        headers: { 'Content-Type': 'application/json' },
      });
    }
    const [status, title] = problems[answer];
    const { signIn } = options;
    const problem = {
      type: `${problemPrefix}${answer}`,
      title,
      status,
      ...(signIn !== undefined && { signIn }),
    };
    return new Response(JSON.stringify(problem), {
      status,
      headers: {
        'Content-Type': 'application/problem+json',
        ...(options.retryAfter !== undefined && { 'Retry-After': String(options.retryAfter) }),
      },
    });
  };

  const handle = async (request: Request): Promise<Response> => {
    const answer = receiver.answers[Math.min(asked, receiver.answers.length - 1)]!;
    asked++;
    const body = await request.text();
    const exchange = {
      method: request.method,
      path: new URL(request.url).pathname,
      headers: Object.fromEntries(request.headers),
      body,
      answer,
    };
    try {
      const response = await respond(answer, body);
      const text = await response.clone().text();
      options.onExchange?.({ ...exchange, status: response.status, response: text });
      return response;
    } catch (error) {
      options.onExchange?.({ ...exchange, status: undefined, response: '' });
      throw error;
    }
  };

  const keys = keySet(signer);
  const receiver: Receiver = {
    endpoint: options.path ? serveAt(options.path, handle) : serve('signatures', handle),
    receiptKeys: serveJSON('jwks.json', keys),
    keys,
    answers,
  };
  return receiver;
}

import { createLock, createMemoryStorage } from '../../../src/outbox/index.ts';
import type { Answer, OutboxEntry, OutboxStorage } from '../../../src/outbox/index.ts';
import type { SignatureRecord, Signer } from '../../../src/signature/index.ts';
import { createSigning } from '../../../src/signing/create-signing.ts';
import type { Signing, SigningOptions } from '../../../src/signing/signing-types.ts';
import type {
  AttemptDecision,
  AttemptOptions,
  AttemptRequest,
  SigningClient,
  SigningFact,
} from '../../../src/signing/client.ts';
import { FakeClock } from '../../outbox/support/fake-clock.ts';
import { newEndpoint, record } from '../../outbox/support/outboxes.ts';
import { ScriptedTransport, deferred } from '../../outbox/support/scripted-transport.ts';

/** What asks for signatures, without a page: it notes what it is told. */
export class Asker implements SigningClient {
  charter: SigningClient['charter'] = { id: 'guide', version: '1' };
  isHere = true;
  signer: Partial<Signer> = {};
  timeout = 15_000;
  decision: AttemptDecision = { kind: 'send' };
  overrides: Partial<AttemptOptions> = {};
  readonly facts: SigningFact[] = [];
  readonly counts: number[] = [];
  readonly requests: AttemptRequest[] = [];

  constructor(changes: Partial<Pick<Asker, 'charter' | 'isHere' | 'signer' | 'timeout' | 'overrides'>> = {}) {
    Object.assign(this, changes);
  }

  get options(): AttemptOptions {
    return {
      headers: undefined,
      credentials: 'same-origin',
      csrfMeta: undefined,
      csrfHeader: 'X-CSRF-Token',
      timeout: this.timeout,
      fetcher: undefined,
      receiptKeys: undefined,
      signer: this.signer,
      ...this.overrides,
    };
  }

  /** What was announced, by name and number of the record. */
  get heard(): string[] {
    return this.facts.map((fact) => `${fact.name} ${Number(fact.record.id.slice(-12))}`);
  }

  decide(request: AttemptRequest): AttemptDecision {
    this.requests.push(request);
    return this.decision;
  }

  announce(fact: SigningFact): void {
    this.facts.push(fact);
  }

  announceUnsent(count: number): void {
    this.counts.push(count);
  }

  update(): void {
    // An element would render.
  }
}

/** A record of a text and a person. */
export function recordOf(number: number, id = 'guide', version = '1'): SignatureRecord {
  const base = record(number);
  return { ...base, charter: { ...base.charter, id, version } };
}

/** A signing with a clock of its own, memory for storage and the real lock. */
export function setUpSigning(options: Partial<SigningOptions> = {}, transport = new ScriptedTransport()) {
  const clock = (options.clock as FakeClock | undefined) ?? new FakeClock();
  const storage: OutboxStorage = options.storage ?? createMemoryStorage();
  const endpoint = options.endpoint ?? newEndpoint();
  const warnings: string[] = [];
  const elsewhere: SigningFact[] = [];
  const open = (changes: Partial<SigningOptions> = {}) =>
    createSigning({
      endpoint,
      transport: (entry: OutboxEntry) => transport.send(entry),
      storage,
      lock: createLock(),
      clock,
      random: () => 0.5,
      warn: (message) => warnings.push(message),
      announceElsewhere: (fact) => elsewhere.push(fact),
      ...options,
      ...changes,
    });
  return { signing: open(), open, clock, storage, endpoint, transport, warnings, elsewhere };
}

/** A signing whose one client has signed record 1, which is being sent until it is answered. */
export async function underWay() {
  const answer = deferred<Answer>();
  const context = setUpSigning({}, new ScriptedTransport(answer.promise));
  const client = new Asker();
  const release = context.signing.subscribe(client);
  const done = context.signing.sign(recordOf(1), client);
  await context.transport.attempts(1);
  return { ...context, client, release, answer: async (value: Answer) => (answer.resolve(value), done) };
}

/** A promise that nobody keeps. */
export const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/** Resolves once what was under way in promises alone is over. */
export const settledPromises = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const minute = 60_000;

export const nameOf = (signing: Signing, client: Asker): string => signing.getState(client).signature.name;
export const idsOf = (entries: readonly { readonly id: string }[]): number[] =>
  entries.map(({ id }) => Number(id.slice(-12)));

/** A signing whose one client has signed record 1. */
export async function signed(...script: ConstructorParameters<typeof ScriptedTransport>) {
  const context = setUpSigning({}, new ScriptedTransport(...script));
  const client = new Asker();
  context.signing.subscribe(client);
  await context.signing.ready;
  await context.signing.sign(recordOf(1), client);
  return { ...context, client };
}

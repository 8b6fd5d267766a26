import type { OutboxEntry } from '../../../src/outbox/index.ts';
import type { SigningFact } from '../../../src/signing/client.ts';
import type { Signing, SigningOptions } from '../../../src/signing/signing-types.ts';
import { ScriptedTransport } from '../../outbox/support/scripted-transport.ts';
import { Asker, recordOf, setUpSigning, settledPromises } from './signings.ts';

/** A client that notes what it would show each time that it is told to look. */
export class Watcher extends Asker {
  signing: Signing | undefined;
  readonly seen: string[] = [];
  readonly unsent: number[] = [];

  override announce(fact: SigningFact, unsent?: number): void {
    super.announce(fact);
    this.unsent.push(unsent ?? NaN);
  }

  override update(): void {
    if (!this.signing) return;
    const { signature, others } = this.signing.getState(this);
    const isTrying = signature.name === 'pending' && signature.isTrying ? ' trying' : '';
    this.seen.push(`${signature.name}${isTrying}${others.length > 0 ? ` beside ${others.length}` : ''}`);
  }
}

export async function setUp(
  options: Partial<SigningOptions> = {},
  ...script: ConstructorParameters<typeof ScriptedTransport>
) {
  let runs = 0;
  const lock = {
    run: (_: string, act: () => Promise<void>) => {
      runs++;
      return act();
    },
  };
  const context = setUpSigning({ lock, ...options }, new ScriptedTransport(...script));
  const client = new Watcher();
  client.signing = context.signing;
  context.signing.subscribe(client);
  await context.signing.ready;
  await settledPromises();
  return { ...context, client, runs: () => runs };
}

export const nameOf = (signing: Signing, client: Asker) => signing.getState(client).signature.name;

export const idsOf = (entries: readonly { readonly id: string }[]) =>
  entries.map(({ id }) => Number(id.slice(-12)));

export const entryOf = (number: number, changes: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: recordOf(number).id,
  endpoint: '',
  record: recordOf(number),
  addedAt: Date.parse('2026-11-23T12:00:00Z'),
  attempts: 1,
  nextTryAt: Date.parse('2026-11-24T12:00:00Z'),
  ...changes,
});

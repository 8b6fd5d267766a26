import { createMemoryStorage, createOutbox } from '../../../src/outbox/index.ts';
import type { Outbox, OutboxNews, OutboxOptions } from '../../../src/outbox/index.ts';
import { createLock } from '../../../src/outbox/index.ts';
import type { SignatureRecord } from '../../../src/signature/index.ts';
import { FakeClock } from './fake-clock.ts';
import { ScriptedTransport } from './scripted-transport.ts';

/** A record whose id ends with a number. */
export function record(number: number): SignatureRecord {
  return {
    schema: 'charter-signature/1',
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    decision: 'accepted',
    charter: {
      id: 'guide',
      version: '1',
      locale: 'fr',
      digest: `sha256:${'0'.repeat(64)}`,
      audience: 'staff',
    },
    signer: { name: `Personne ${number}` },
    statements: [{ id: 'read', text: 'J’ai lu.' }],
    signedAt: '2026-11-23T12:00:00.000Z',
    component: 'charter-elements/1.0.0',
  };
}

export const ids = (...numbers: number[]): string[] => numbers.map((number) => record(number).id);

let endpoints = 0;

/** An endpoint that no other test has. */
export function newEndpoint(): string {
  return `https://receiver.example/${++endpoints}/${crypto.randomUUID()}`;
}

/** An outbox with a clock of its own, memory for storage and the real lock. Jitter is at its middle: × 0.75. */
export function setUp(options: Partial<OutboxOptions> = {}, transport = new ScriptedTransport()) {
  const clock = new FakeClock();
  const storage = options.storage ?? createMemoryStorage();
  const endpoint = options.endpoint ?? newEndpoint();
  const outbox = createOutbox({
    endpoint,
    transport: transport.send,
    storage,
    lock: createLock(),
    clock,
    random: () => 0.5,
    ...options,
  });
  return { outbox, clock, storage, endpoint, transport };
}

/** The next answer that an outbox tells of. */
export function nextNews(outbox: Outbox): Promise<OutboxNews> {
  return new Promise((resolve) => {
    const stop = outbox.subscribe((news) => {
      if (!news) return;
      stop();
      resolve(news);
    });
  });
}

export const heldIds = (outbox: Outbox): string[] => outbox.getState().entries.map(({ id }) => id);

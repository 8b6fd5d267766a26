import { record, setUp } from './outboxes.ts';
import { ScriptedTransport } from './scripted-transport.ts';

export const minute = 60_000;

export async function flushed(...script: ConstructorParameters<typeof ScriptedTransport>) {
  const context = setUp({}, new ScriptedTransport(...script));
  await context.outbox.add(record(1));
  await context.outbox.flush();
  return context;
}

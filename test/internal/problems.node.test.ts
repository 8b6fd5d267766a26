import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type * as v from 'valibot';
import { charterSchema, describeProblem, problemCodes } from '../../src/charter/index.ts';
import { networksSchema } from '../../src/networks/index.ts';
import { keptRecordSchema, receiptSchema, signatureRecordSchema } from '../../src/signature/index.ts';
import { problemSamples } from '../charter/support/problem-samples.ts';

describe('a problem', () => {
  for (const code of problemCodes) {
    it(`${code} has words of its own`, () => {
      const words = describeProblem(code, problemSamples[code]);
      assert.match(words, /\S/);
      assert.doesNotMatch(words, /undefined|\[object/);
      for (const other of problemCodes)
        if (other !== code) assert.notEqual(describeProblem(other, problemSamples[other]), words);
    });
  }
});

/** A schema or an action of Valibot, as far as it is read here. */
interface Node {
  readonly kind: 'schema' | 'validation';
  readonly type: string;
  readonly message?: unknown;
  readonly pipe?: readonly Node[];
  readonly wrapped?: Node;
  readonly item?: Node;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly options?: readonly unknown[];
}

/** Those that parseDocument makes a code of by itself. */
const plain = new Set([
  'string',
  'number',
  'boolean',
  'array',
  'loose_object',
  'strict_object',
  'object',
  'optional',
]);

function* silentParts(node: Node, path: string): Generator<string> {
  if (!plain.has(node.type) && typeof node.message !== 'function') yield `${path}: ${node.type}`;
  for (const [index, action] of (node.pipe ?? []).entries())
    if (index > 0) yield* silentParts(action, `${path}|${action.type}`);
  if (node.wrapped) yield* silentParts(node.wrapped, path);
  if (node.item) yield* silentParts(node.item, `${path}[]`);
  for (const [name, entry] of Object.entries(node.entries ?? {}))
    yield* silentParts(entry, `${path}.${name}`);
  if (node.type !== 'union' && node.type !== 'variant') return;
  for (const option of (node.options ?? []) as readonly Node[]) {
    // The variant tells which values its discriminator may have.
    const discriminators = node.type === 'variant' ? ['type', 'decision'] : [];
    const entries = Object.entries(option.entries ?? {}).filter(([name]) => !discriminators.includes(name));
    yield* silentParts(option.entries ? { ...option, entries: Object.fromEntries(entries) } : option, path);
  }
}

describe('schemas', () => {
  const schemas = { charterSchema, networksSchema, signatureRecordSchema, keptRecordSchema, receiptSchema };
  for (const [name, schema] of Object.entries(schemas)) {
    it(`${name} gives a code to whatever it refuses`, () => {
      assert.deepEqual([...silentParts(schema as v.GenericSchema as unknown as Node, '$')], []);
    });
  }
});

import type { SignatureRecord } from 'charter-elements/signature';
import type { CheckId } from '../../messages/words.ts';
import { must, outcome } from '../check.ts';
import type { Check, CheckGroup, Level } from '../check.ts';
import { faultsOfRecorded, faultsOfRefusal } from '../judge.ts';
import { newKey, trialName, trialRecord } from '../records.ts';

interface HostileBody {
  readonly id: CheckId;
  /** Whether what cannot be a record would be called recorded. */
  readonly refused: Level | 'maybe';
  readonly write: (record: SignatureRecord) => string | Uint8Array;
  /** The key, when it is not the record's id. */
  readonly key?: string;
}

/** Fits into what a receiver reads, so that it is the depth that is refused. */
const deep = 20_000;

const withName = (record: SignatureRecord, json: string): string =>
  JSON.stringify(record).replace(JSON.stringify(record.signer.name), () => json);

/** What breaks parsers, databases and recursive functions: never a 5xx, which would be sent again for ever. */
const bodies: readonly HostileBody[] = [
  {
    id: 'deep-array',
    refused: 'must',
    write: () => '['.repeat(deep) + ']'.repeat(deep),
  },
  {
    id: 'deep-member',
    refused: 'should',
    write: (record) => withName(record, `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`),
  },
  {
    id: 'nul-character',
    refused: 'should',
    write: (record) => withName(record, `"${trialName}\\u0000"`),
  },
  {
    id: 'lone-surrogate',
    refused: 'should',
    write: (record) => withName(record, `"${trialName}\\ud83d"`),
  },
  {
    id: 'not-utf-8',
    refused: 'should',
    write: (record) => {
      const [before = '', after = ''] = JSON.stringify(record).split(record.signer.name);
      return Buffer.concat([Buffer.from(before), Buffer.from('Zo\xeb', 'latin1'), Buffer.from(after)]);
    },
  },
  {
    id: 'utf-16',
    refused: 'should',
    write: (record) => Buffer.from(JSON.stringify(record), 'utf16le'),
  },
  {
    id: 'prototype',
    refused: 'should',
    write: (record) => JSON.stringify(record).replace('{', '{"__proto__":{"a":1},"constructor":{"b":2},'),
  },
  {
    id: 'key-twice',
    refused: 'maybe',
    write: (record) => JSON.stringify(record).replace('{', '{"decision":"declined",'),
  },
  {
    id: 'huge-number',
    refused: 'should',
    write: (record) => withName(record, '1e999'),
  },
  {
    id: 'id-injection',
    refused: 'should',
    key: "../'; drop table signatures; --",
    write: (record) => JSON.stringify({ ...record, id: "../'; drop table signatures; --" }),
  },
  {
    id: 'name-injection',
    refused: 'maybe',
    write: (record) => withName(record, JSON.stringify(`${trialName}'); drop table signatures; --<script>`)),
  },
  {
    id: 'many-members',
    refused: 'should',
    write: (record) => {
      const names = Array.from({ length: 4_000 }, (_, index) => [`x${index}`, 0]);
      return JSON.stringify({ ...record, ...(Object.fromEntries(names) as object) });
    },
  },
];

const checksOfBodies = bodies.map(({ id, refused, write, key }): Check => ({
  id,
  expected: refused === 'maybe' ? 'not-failed' : 'refused',
  async run(endpoint) {
    const record = trialRecord(endpoint.charter);
    const answer = await endpoint.postBody(write(record), key ?? record.id);
    const isDecided = answer.status >= 200 && answer.status < 300 && refused === 'maybe';
    return outcome(
      answer,
      isDecided
        ? []
        : faultsOfRefusal(answer, { refused: refused === 'maybe' ? 'should' : refused, format: 'should' }),
    );
  },
}));

const longKey: Check = {
  id: 'long-key',
  expected: 'refused',
  async run(endpoint) {
    const headers = { 'Idempotency-Key': `"${'k'.repeat(6000)}"` };
    const answer = await endpoint.post(trialRecord(endpoint.charter), { headers });
    return outcome(answer, faultsOfRefusal(answer, { refused: 'should', format: 'should' }));
  },
};

const alive: Check = {
  id: 'alive',
  expected: 'recorded',
  async run(endpoint) {
    const record = trialRecord(endpoint.charter);
    const answer = await endpoint.post(record);
    const faults = await faultsOfRecorded(endpoint, record, answer);
    return outcome(answer, faults.length > 0 && answer.status === 0 ? [must('server-gone')] : faults);
  },
};

const unknownId: Check = {
  id: 'unknown-id',
  expected: 'nothing',
  async run(endpoint) {
    const answer = await endpoint.get(newKey());
    const isServed = answer.status === 200 && typeof answer.body === 'object';
    return outcome(answer, isServed ? [must('record-made-up')] : []);
  },
};

export const hostileChecks: CheckGroup = {
  id: 'hostile',
  checks: [...checksOfBodies, longKey, unknownId, alive],
};

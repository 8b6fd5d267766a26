import type { SignatureRecord } from 'charter-elements/signature';
import { must, outcome } from '../check.ts';
import type { Check, CheckGroup, Level } from '../check.ts';
import { faultsOfRecorded, faultsOfRefusal } from '../judge.ts';
import { newKey, trialName, trialRecord } from '../records.ts';

interface HostileBody {
  readonly id: string;
  readonly title: string;
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
    title: '20 000 tableaux l’un dans l’autre',
    refused: 'must',
    write: () => '['.repeat(deep) + ']'.repeat(deep),
  },
  {
    id: 'deep-member',
    title: 'objets emboîtés dans un champ',
    refused: 'should',
    write: (record) => withName(record, `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`),
  },
  {
    id: 'nul-character',
    title: 'caractère U+0000 dans un nom',
    refused: 'should',
    write: (record) => withName(record, `"${trialName}\\u0000"`),
  },
  {
    id: 'lone-surrogate',
    title: 'moitié de paire UTF-16 dans un nom',
    refused: 'should',
    write: (record) => withName(record, `"${trialName}\\ud83d"`),
  },
  {
    id: 'not-utf-8',
    title: 'octets qui ne sont pas de l’UTF-8',
    refused: 'should',
    write: (record) => {
      const [before = '', after = ''] = JSON.stringify(record).split(record.signer.name);
      return Buffer.concat([Buffer.from(before), Buffer.from('Zo\xeb', 'latin1'), Buffer.from(after)]);
    },
  },
  {
    id: 'utf-16',
    title: 'JSON en UTF-16',
    refused: 'should',
    write: (record) => Buffer.from(JSON.stringify(record), 'utf16le'),
  },
  {
    id: 'prototype',
    title: 'champs __proto__ et constructor',
    refused: 'should',
    write: (record) => JSON.stringify(record).replace('{', '{"__proto__":{"a":1},"constructor":{"b":2},'),
  },
  {
    id: 'key-twice',
    title: 'champ donné deux fois',
    refused: 'maybe',
    write: (record) => JSON.stringify(record).replace('{', '{"decision":"declined",'),
  },
  {
    id: 'huge-number',
    title: 'nombre démesuré à la place d’un texte',
    refused: 'should',
    write: (record) => withName(record, '1e999'),
  },
  {
    id: 'id-injection',
    title: 'id qui tente une injection SQL ou un chemin',
    refused: 'should',
    key: "../'; drop table signatures; --",
    write: (record) => JSON.stringify({ ...record, id: "../'; drop table signatures; --" }),
  },
  {
    id: 'name-injection',
    title: 'nom qui tente une injection SQL ou du HTML',
    refused: 'maybe',
    write: (record) => withName(record, JSON.stringify(`${trialName}'); drop table signatures; --<script>`)),
  },
  {
    id: 'many-members',
    title: '4 000 champs inconnus',
    refused: 'should',
    write: (record) => {
      const names = Array.from({ length: 4_000 }, (_, index) => [`x${index}`, 0]);
      return JSON.stringify({ ...record, ...(Object.fromEntries(names) as object) });
    },
  },
];

const checksOfBodies = bodies.map(({ id, title, refused, write, key }): Check => ({
  id,
  title,
  expected: refused === 'maybe' ? '2xx ou 4xx, pas de 5xx' : '4xx',
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
  title: 'Idempotency-Key de 6 000 caractères',
  expected: '4xx',
  async run(endpoint) {
    const headers = { 'Idempotency-Key': `"${'k'.repeat(6000)}"` };
    const answer = await endpoint.post(trialRecord(endpoint.charter), { headers });
    return outcome(answer, faultsOfRefusal(answer, { refused: 'should', format: 'should' }));
  },
};

const alive: Check = {
  id: 'alive',
  title: 'une signature, après tout cela',
  expected: '201, ou un autre 2xx',
  async run(endpoint) {
    const record = trialRecord(endpoint.charter);
    const answer = await endpoint.post(record);
    const faults = await faultsOfRecorded(endpoint, record, answer);
    return outcome(
      answer,
      faults.length > 0 && answer.status === 0 ? [must('le serveur ne répond plus')] : faults,
    );
  },
};

const unknownId: Check = {
  id: 'unknown-id',
  title: 'relecture d’un id que personne n’a envoyé',
  expected: 'aucun enregistrement',
  async run(endpoint) {
    const answer = await endpoint.get(newKey());
    const isServed = answer.status === 200 && typeof answer.body === 'object';
    return outcome(answer, isServed ? [must('un enregistrement est montré qui n’existe pas')] : []);
  },
};

export const hostileChecks: CheckGroup = {
  title: 'Tenir bon',
  checks: [...checksOfBodies, longKey, unknownId, alive],
};

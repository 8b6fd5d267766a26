import { expect } from '@open-wc/testing';
import { createDurableStorage, createFallbackStorage } from '../../src/outbox/index.ts';
import {
  deleteDatabase,
  entry,
  makeFirstVersion,
  makeLaterVersion,
  putRaw,
  readStore,
} from './support/database.ts';
import { newEndpoint, record } from './support/outboxes.ts';

afterEach(deleteDatabase);

/** An entry as version 1 stored it. */
const early = (number: number, changes: object = {}) => ({
  id: record(number).id,
  endpoint: 'https://receiver.example/sign',
  record: record(number),
  addedAt: number,
  attempts: 3,
  nextTryAt: number,
  ...changes,
});

/** What cannot be read as an entry. */
const malformed = (endpoint: string): object[] => [
  { id: 'empty', endpoint },
  { ...early(11), id: 'record: {}', endpoint, record: {} },
  { ...early(12), id: 'record: null', endpoint, record: null },
  {
    ...early(13),
    id: 'record of a template',
    endpoint,
    record: { _$litType$: 1, strings: ['x'], values: [] },
  },
  { ...early(14), id: 'signer without name', endpoint, record: { ...record(14), signer: {} } },
  { ...early(15), id: 'addedAt: text', endpoint, addedAt: 'yesterday' },
  { ...early(16), id: 'sealed: {}', endpoint, record: undefined, sealed: {} },
  { ...early(17), id: 'state: unknown', endpoint, version: 2, state: 'tired' },
];

describe('the database of version 1', () => {
  for (const [what, written, read] of [
    ['an absolute address', 'https://receiver.example/sign', 'https://receiver.example/sign'],
    [
      'an absolute address with capitals and no path',
      'HTTPS://Receiver.example',
      'https://receiver.example/',
    ],
    ['an absolute address with a fragment', 'https://receiver.example/a#b', 'https://receiver.example/a'],
    ['an address from the root', '/sign', `${location.origin}/sign`],
    ['a relative address, whose page nobody knows any more', 'sign', 'sign'],
    ['an address that leads nowhere', '//', '//'],
    ['no address: the page sends its records', '', ''],
  ] as const)
    it(`is read where it had ${what}`, async () => {
      await makeFirstVersion(early(1, { endpoint: written }), early(2));
      const all = await createDurableStorage().listAll();
      expect(all.map(({ endpoint }) => endpoint)).to.deep.equal([read, early(2).endpoint]);
      expect(all[0]!.record).to.deep.equal(record(1));
      expect((await createDurableStorage().list(read)).map(({ id }) => id)).to.include(record(1).id);
    });

  const problem = { type: 'urn:charter-elements:problem:invalid-record', status: 422, title: 'T' };
  for (const [hold, state, reason] of [
    [undefined, undefined, undefined],
    ['sign-in', 'pending', 'sign-in'],
    ['outdated', 'outdated', undefined],
    ['refused', 'refused', undefined],
    ['constructor', undefined, undefined],
    [{ length: 1 }, undefined, undefined],
  ] as const) {
    it(`is read where an entry was held as ${JSON.stringify(hold)}`, async () => {
      await makeFirstVersion(early(1, { hold, problem }));
      const [read] = await createDurableStorage().listAll();
      expect([read!.state, read!.reason]).to.deep.equal([state, reason]);
      expect(read).to.include({ version: 2, attempts: 3, addedAt: 1 });
      expect(read).not.to.have.property('hold');
      expect(read!.problem).to.deep.equal(problem);
    });
  }

  it('is read where an entry was held without a problem, or with one that is none', async () => {
    await makeFirstVersion(
      early(1, { hold: 'refused' }),
      early(2, { hold: 'refused', problem: { errors: 'x', detail: { toString: 1 }, status: 'y' } }),
    );
    const [without, malformedProblem] = await createDurableStorage().listAll();
    expect([without!.state, without!.problem]).to.deep.equal(['refused', undefined]);
    expect(malformedProblem!.problem).to.deep.equal({ type: 'about:blank', status: 0 });
  });

  it('keeps an encrypted record as it was', async () => {
    const sealed = { jwe: 'a.b.c.d.e', charter: record(1).charter };
    await makeFirstVersion(early(1, { record: undefined, sealed }));
    const [read] = await createDurableStorage().listAll();
    expect([read!.record, read!.sealed]).to.deep.equal([undefined, sealed]);
  });

  it('opens whatever it holds, and erases nothing that it cannot read', async () => {
    const faults = malformed('/sign');
    await makeFirstVersion(...faults, early(1));
    expect((await createDurableStorage().listAll()).map(({ id }) => id)).to.deep.equal([record(1).id]);
    expect(await readStore('entries')).to.have.length(faults.length + 1);
  });

  it('is migrated once', async () => {
    await makeFirstVersion(early(1, { endpoint: '/sign' }));
    const storage = createDurableStorage();
    const first = await storage.listAll();
    expect(await readStore('entries')).to.deep.equal(first);
    expect(await storage.listAll()).to.deep.equal(first);
  });
});

describe('the database', () => {
  it('gives what can be read beside what cannot', async () => {
    const storage = createDurableStorage();
    const endpoint = newEndpoint();
    await storage.put(entry(1, endpoint));
    for (const fault of malformed(endpoint)) await putRaw(fault);
    expect((await storage.list(endpoint)).map(({ id }) => id)).to.deep.equal([entry(1, endpoint).id]);
    expect(await storage.get('record: {}')).to.equal(undefined);
  });

  it('of a later version of this package is left alone, and signatures stay in the page', async () => {
    const { warn } = console;
    const warnings: unknown[] = [];
    console.warn = (message: unknown) => warnings.push(message);
    try {
      await makeLaterVersion();
      const [storage, endpoint] = [createFallbackStorage(), newEndpoint()];
      await storage.put(entry(1, endpoint));
      expect(storage.isDurable).to.equal(false);
      expect(await storage.list(endpoint)).to.have.length(1);
      expect(warnings).to.have.length(1);
    } finally {
      console.warn = warn;
    }
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OutboxEntry } from '../../src/outbox/index.ts';
import { isOfSigner } from '../../src/signing/client.ts';
import { createKnownSignatures } from '../../src/signing/known-signatures.ts';
import { createScreens } from '../../src/signing/screens.ts';
import type { ScreensOptions } from '../../src/signing/screens.ts';
import { FakeClock } from '../outbox/support/fake-clock.ts';
import { recorded, refused, retry } from '../outbox/support/scripted-transport.ts';
import { Asker, recordOf } from './support/signings.ts';

const entryOf = (number: number, id?: string): OutboxEntry => ({
  id: recordOf(number).id,
  endpoint: '',
  record: recordOf(number, id),
  addedAt: 0,
  attempts: 0,
  nextTryAt: 0,
});

function setUp(options: Partial<ScreensOptions> = {}) {
  const clock = new FakeClock();
  const known = createKnownSignatures(clock);
  const kept: OutboxEntry[] = [];
  const screens = createScreens({
    known,
    isShared: false,
    isRecent: () => true,
    untold: () => [],
    kept: () => kept,
    ...options,
  });
  const open = (changes: ConstructorParameters<typeof Asker>[0] = {}) => {
    const client = new Asker(changes);
    screens.open(client);
    return client;
  };
  return { clock, known, kept, screens, open };
}
const other = { id: 'other', version: '1' };

describe('a screen', () => {
  it('is that of a client that came, however often, and shows nothing before', () => {
    const { screens, open } = setUp();
    const client = open();
    screens.of(client)!.shown = 'a';
    screens.open(client);
    assert.equal(screens.of(client)?.shown, 'a');
    assert.deepEqual([screens.shows(client, 'a'), screens.shows(client, 'b')], [true, false]);
    const stranger = new Asker();
    assert.equal(screens.of(stranger), undefined);
    assert.equal(screens.shows(stranger, 'a'), false);
    screens.close(client);
    assert.equal(screens.of(client), undefined);
  });

  it('is one of those that are in the page, or away', () => {
    const { screens, open } = setUp();
    const [here, away] = [open(), open({ isHere: false })];
    assert.deepEqual(screens.clients, [here, away]);
    assert.deepEqual(screens.here, [here]);
    screens.clear();
    assert.deepEqual(screens.clients, []);
  });

  it('shows no more what was hidden, and the others go on', () => {
    const { screens, open, known } = setUp();
    const [one, two] = [open(), open()];
    known.add(recordOf(1));
    screens.of(one)!.shown = recordOf(1).id;
    screens.of(two)!.shown = recordOf(2).id;
    assert.deepEqual(
      screens.shown.map(({ record }) => record.id),
      [recordOf(1).id],
    );
    screens.hide(recordOf(1).id);
    assert.deepEqual([screens.of(one)?.shown, screens.of(two)?.shown], [undefined, recordOf(2).id]);
  });
});

describe('who speaks for an entry', () => {
  it('is who shows it, else who is for its text, else whoever is here, else who signed it', () => {
    const { screens, open, known } = setUp();
    const [anyone, ofText, showing] = [open({ charter: other }), open(), open({ charter: other })];
    screens.of(showing)!.shown = recordOf(1).id;
    const entry = entryOf(1);
    assert.equal(screens.speakerFor(entry), showing);
    showing.isHere = false;
    assert.equal(screens.speakerFor(entry), ofText);
    assert.equal(screens.speakerFor({ ...entry, record: undefined }), anyone);
    ofText.isHere = false;
    assert.equal(screens.speakerFor(entry), anyone);
    anyone.isHere = false;
    assert.equal(screens.speakerFor(entry), undefined);
    known.begin(recordOf(1), ofText, 1000, () => undefined);
    assert.equal(screens.speakerFor(entry), ofText);
  });
});

describe('what a screen takes up', () => {
  it('is the last that the device holds and can be read, and it is known from then on', () => {
    const { screens, open, kept, known } = setUp();
    kept.push(entryOf(1), entryOf(2), { ...entryOf(3), record: undefined });
    const client = open();
    screens.takeUp(client);
    assert.equal(screens.of(client)?.shown, recordOf(2).id);
    assert.equal(known.get(recordOf(2).id)?.record.id, recordOf(2).id);
    const next = open();
    screens.takeUp(next);
    assert.equal(screens.of(next)?.shown, recordOf(1).id);
  });

  it('is nothing for a client that does not know its text, is a stranger, or shows something', () => {
    const { screens, open, kept, known } = setUp();
    kept.push(entryOf(1));
    const loading = open({ charter: undefined });
    screens.takeUp(loading);
    assert.equal(screens.of(loading)?.shown, undefined);
    screens.takeUp(new Asker());
    const busy = open();
    known.add(recordOf(2));
    screens.of(busy)!.shown = recordOf(2).id;
    screens.takeUp(busy);
    assert.equal(screens.of(busy)?.shown, recordOf(2).id);
  });

  it('is nothing that the person has left', () => {
    const { screens, open, kept } = setUp();
    kept.push(entryOf(1));
    const client = open();
    screens.of(client)!.left.add(recordOf(1).id);
    screens.takeUp(client);
    assert.equal(screens.of(client)?.shown, undefined);
  });

  it('is first what this page knows: what was not told yet, or is on its way', () => {
    const { screens, open, kept, known } = setUp({ untold: () => [recordOf(5, 'other'), recordOf(6)] });
    kept.push(entryOf(1));
    known.begin(recordOf(7), new Asker(), 1000, () => undefined);
    const shown = [open(), open(), open()].map((client) => {
      screens.takeUp(client);
      return screens.of(client)?.shown;
    });
    assert.deepEqual(shown, [recordOf(6).id, recordOf(7).id, recordOf(1).id]);
  });

  it('is of a shared device only what was signed so recently that it is the same person', () => {
    let isRecent = true;
    const { screens, open, kept, known } = setUp({
      isShared: true,
      isRecent: () => isRecent,
      untold: () => [recordOf(5)],
    });
    kept.push(entryOf(1));
    const take = () => {
      const client = open();
      screens.takeUp(client);
      return screens.of(client)?.shown;
    };
    assert.equal(take(), undefined);
    known.add(recordOf(5));
    isRecent = false;
    assert.equal(take(), undefined);
    isRecent = true;
    assert.equal(take(), recordOf(5).id);
  });
});

describe('what leaves a screen', () => {
  it('is of another text or person, unless it is on its way or the text is not known', () => {
    const { screens, open, known } = setUp();
    const client = open();
    const show = () => {
      known.add(recordOf(1));
      screens.of(client)!.shown = recordOf(1).id;
    };
    const isLeft = () => {
      screens.leaveForeign(client);
      return screens.of(client)?.shown === undefined;
    };
    show();
    assert.equal(isLeft(), false);
    client.charter = undefined;
    assert.equal(isLeft(), false);
    client.charter = other;
    assert.equal(isLeft(), true);
    client.charter = { id: 'guide', version: '1' };
    client.signer = { name: 'Someone' };
    show();
    assert.equal(isLeft(), true);
    known.begin(recordOf(1), client, 1000, () => undefined);
    screens.of(client)!.shown = recordOf(1).id;
    assert.equal(isLeft(), false);
    known.endSending(recordOf(1).id);
    assert.equal(isLeft(), true);
    screens.leaveForeign(new Asker());
  });
});

describe('whose a record is', () => {
  it('is told by the identifier where both have one, else by the name', () => {
    const record = { ...recordOf(1), signer: { name: 'Zoë', id: 'z1' } };
    assert.equal(isOfSigner({ record }, { name: 'Other', id: 'z1' }), true);
    assert.equal(isOfSigner({ record }, { name: 'Zoë', id: 'z2' }), false);
    assert.equal(isOfSigner({ record }, { name: 'Zoë' }), true);
    assert.equal(isOfSigner({ record }, { name: 'Other' }), false);
    assert.equal(isOfSigner({ record }, {}), true);
    const unnamed = { record: { ...record, signer: { name: 'Zoë' } } };
    assert.equal(isOfSigner(unnamed, { id: 'z2' }), true);
    assert.equal(isOfSigner({ record: undefined }, { name: 'Other' }), true);
  });
});

describe('what a page knows of signatures', () => {
  it('is a refusal until it waits again, and that it is recorded for good', () => {
    const { known } = setUp();
    known.settle(recordOf(1), retry);
    assert.equal(known.get(recordOf(1).id), undefined);
    known.settle(recordOf(1), refused);
    assert.equal(known.get(recordOf(1).id)?.answer, refused);
    known.settle(recordOf(1), retry);
    assert.equal(known.get(recordOf(1).id)?.answer, undefined);
    known.settle(recordOf(1), recorded);
    known.settle(recordOf(1), refused);
    assert.equal(known.get(recordOf(1).id)?.answer, recorded);
    assert.deepEqual(known.underWay, []);
    assert.equal(known.get(undefined), undefined);
  });

  it('ends with one timer for each signature, and none afterwards', () => {
    const { known, clock } = setUp();
    let late = 0;
    const begin = () => known.begin(recordOf(1), new Asker(), 1000, () => late++);
    begin();
    begin();
    assert.deepEqual(clock.waits, [1000]);
    known.clear();
    assert.deepEqual([clock.waits, known.underWay], [[], []]);
    begin().isStarting = false;
    clock.advance(1000);
    assert.deepEqual([late, known.underWay], [1, []]);
  });
});

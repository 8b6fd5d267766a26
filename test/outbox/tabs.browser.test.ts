import { expect } from '@open-wc/testing';
import type { Answer, Outbox } from '../../src/outbox/index.ts';
import { entry } from './support/database.ts';
import {
  closeTabs,
  hideLocks,
  keep,
  lease,
  openOutbox,
  openTab,
  shortLease,
  until,
  watchLeases,
} from './support/open-tab.ts';
import type { Tab } from './support/open-tab.ts';
import { newEndpoint, nextNews } from './support/outboxes.ts';
import { ScriptedTransport, deferred, recorded, retry } from './support/scripted-transport.ts';

interface Kind {
  open(): Promise<Tab>;
  /** Resolves once a tab has asked for the lock of an endpoint that another one has. */
  isWaiting(tab: Tab, endpoint: string): Promise<void>;
}

const kinds: Record<string, Kind> = {
  'Web Locks': {
    open: () => openTab(),
    isWaiting: (_tab, endpoint) =>
      until(async () => {
        const { pending = [] } = await navigator.locks.query();
        return pending.some(({ name = '' }) => name.includes(endpoint));
      }),
  },
  'a lease in IndexedDB': { open: () => openTab(hideLocks), isWaiting: (tab) => watchLeases(tab, 3) },
};

afterEach(closeTabs);

for (const [kind, { open: openOne, isWaiting }] of Object.entries(kinds)) {
  describe(`two tabs with one endpoint, under ${kind}`, () => {
    let endpoint: string;
    beforeEach(() => (endpoint = newEndpoint()));

    /** Two tabs that both know the entries kept, and one endpoint for both. */
    async function openTwo(transport: ScriptedTransport) {
      const tabs = [await openOne(), await openOne()];
      const outboxes = tabs.map((tab) => openOutbox(tab, endpoint, transport));
      for (const outbox of outboxes) await outbox.load();
      return { tabs, outboxes: outboxes as [Outbox, Outbox] };
    }

    it('never send one record twice at once', async () => {
      const answer = deferred<Answer>();
      const transport = new ScriptedTransport(answer.promise);
      await keep(entry(1, endpoint));
      const { tabs, outboxes } = await openTwo(transport);
      const [sending, waiting] = outboxes;
      const flushes = [sending.flush({ now: true })];
      await transport.attempts(1);
      const waits = isWaiting(tabs[1]!, endpoint);
      flushes.push(waiting.flush({ now: true }));
      await Promise.race([waits, transport.attempts(2)]);
      expect(transport.sent).to.have.length(1);
      answer.resolve(recorded);
      await Promise.all(flushes);
      expect(transport.sent).to.deep.equal([entry(1, endpoint).record.id]);
      expect(outboxes.map((outbox) => outbox.getState().entries)).to.deep.equal([[], []]);
    });

    it('send each of many records once, in order and one at a time', async () => {
      const entries = Array.from({ length: 8 }, (_, index) => entry(index + 1, endpoint));
      const transport = new ScriptedTransport();
      await keep(...entries);
      const { outboxes } = await openTwo(transport);
      await Promise.all(outboxes.map((outbox) => outbox.flush()));
      expect(transport.sent).to.deep.equal(entries.map(({ record }) => record.id));
      expect(transport.busiest).to.equal(1);
    });

    it('do not try again at once, in one, what failed in the other', async () => {
      const transport = new ScriptedTransport(retry);
      await keep(entry(1, endpoint));
      const { outboxes } = await openTwo(transport);
      await Promise.all(outboxes.map((outbox) => outbox.flush()));
      expect(transport.sent).to.have.length(1);
    });

    it('hear what became of a record in the other', async () => {
      await keep(entry(1, endpoint));
      const { outboxes } = await openTwo(new ScriptedTransport());
      const [here, elsewhere] = outboxes;
      const news = nextNews(elsewhere);
      await here.flush();
      const { entry: told, answer, isFromElsewhere } = await news;
      expect([told.id, answer.kind, isFromElsewhere]).to.deep.equal([
        entry(1, endpoint).id,
        'recorded',
        true,
      ]);
      expect(elsewhere.getState().entries).to.deep.equal([]);
    });

    it('do not wait for each other with different endpoints', async () => {
      const other = newEndpoint();
      const answer = deferred<Answer>();
      const slow = new ScriptedTransport(answer.promise);
      await keep(entry(1, endpoint), entry(2, other));
      const [one, two] = [await openOne(), await openOne()];
      const busy = openOutbox(one, endpoint, slow).flush();
      await slow.attempts(1);
      const transport = new ScriptedTransport();
      await openOutbox(two, other, transport).flush();
      expect(transport.sent).to.have.length(1);
      answer.resolve(recorded);
      await busy;
    });

    it('take over from one that dies in the middle of sending', async () => {
      await keep(entry(1, endpoint));
      const [dying, living] = [await openOne(), await openOne()];
      const silent = new ScriptedTransport(new Promise<Answer>(() => undefined));
      void openOutbox(dying, endpoint, silent, shortLease).flush();
      await silent.attempts(1);
      const transport = new ScriptedTransport();
      const flushed = openOutbox(living, endpoint, transport, shortLease).flush();
      dying.kill();
      await flushed;
      expect(transport.sent).to.deep.equal(silent.sent);
    });

    it('leave nothing locked when a pass breaks', async () => {
      await keep(entry(1, endpoint));
      const tab = await openOne();
      const broken = tab.outbox.createOutbox({
        endpoint,
        transport: new ScriptedTransport().send,
        storage: { ...tab.outbox.createMemoryStorage(), list: () => Promise.reject(new Error('broken')) },
        lock: tab.outbox.createLock(lease),
      });
      const error: unknown = await broken.flush().catch((reason: unknown) => reason);
      expect(String(error)).to.equal('Error: broken');
      const transport = new ScriptedTransport();
      await openOutbox(await openOne(), endpoint, transport).flush();
      expect(transport.sent).to.have.length(1);
    });
  });
}

describe('Web Locks', () => {
  it('are done without in a page that may not use them', async () => {
    const endpoint = newEndpoint();
    const tab = await openTab(({ navigator }) => {
      // Pages of an opaque origin, such as sandboxed frames.
      navigator.locks.request = () => Promise.reject(new DOMException('Not allowed.', 'SecurityError'));
    });
    const transport = new ScriptedTransport();
    await keep(entry(1, endpoint));
    await openOutbox(tab, endpoint, transport).flush();
    expect(transport.sent).to.have.length(1);
  });

  it('are not waited for without end: a tab that hangs would hold up every other one', async () => {
    const endpoint = newEndpoint();
    const hanging = deferred();
    void navigator.locks.request(`charter-elements:${endpoint}`, () => hanging.promise);
    const tab = await openTab();
    const transport = new ScriptedTransport();
    await keep(entry(1, endpoint));
    await openOutbox(tab, endpoint, transport, { ...lease, patience: 50 }).flush();
    expect(transport.sent).to.have.length(1);
    hanging.resolve();
  });
});

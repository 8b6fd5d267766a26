import { aTimeout, elementUpdated, expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../../src/elements/checklist/charter-checklist.ts';
import type { CharterChecklist } from '../../../src/elements/checklist/checklist-element.ts';
import { manyPractices, smallCharter } from '../../support/charter.ts';
import { nextUpdate, recordEvents, settled, shown } from '../../support/component.ts';
import { captureConsole, restoreStubs, stub } from '../../support/stubs.ts';
import { box, shownTicks } from './support.ts';

const charter = smallCharter({ practices: manyPractices(3) });
const stored = () => [...storedIn(sessionStorage), ...storedIn(localStorage)];
const storedIn = (storage: Storage) =>
  Object.keys(storage)
    .filter((key) => key.startsWith('charter-elements:'))
    .map((key) => JSON.parse(storage.getItem(key)!) as unknown);

function checklist(persist?: string): Promise<CharterChecklist> {
  return shown(
    persist === undefined
      ? html`<charter-checklist .charter=${charter}></charter-checklist>`
      : html`<charter-checklist persist=${persist} .charter=${charter}></charter-checklist>`,
  );
}

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});
afterEach(restoreStubs);
after(() => {
  sessionStorage.clear();
  localStorage.clear();
});

describe('charter-checklist: persist', () => {
  for (const persist of [undefined, 'none', 'unknown']) {
    it(`stores nothing when it is ${persist ?? 'left out'}`, async () => {
      captureConsole('warn');
      const element = await checklist(persist);
      box(element, 'p1').click();
      element.value = ['p1', 'p2', 'p3'];
      await elementUpdated(element);
      expect(stored()).to.deep.equal([]);
      expect(sessionStorage.length).to.equal(0);
      expect(localStorage.length).to.equal(0);
      expect((await checklist(persist)).value).to.deep.equal([]);
    });
  }

  for (const [persist, storage, other] of [
    ['session', sessionStorage, localStorage],
    ['local', localStorage, sessionStorage],
  ] as const) {
    it(`keeps the ticks in ${persist} storage, and nowhere else`, async () => {
      const element = await checklist(persist);
      expect(stored(), 'before any tick').to.deep.equal([]);
      box(element, 'p3').click();
      box(element, 'p1').click();
      expect(storedIn(storage)).to.deep.equal([['p1', 'p3']]);
      expect(other.length).to.equal(0);

      const next = await checklist(persist);
      expect(next.value).to.deep.equal(['p1', 'p3']);
      expect(shownTicks(next)).to.deep.equal(['p1', 'p3']);
      box(next, 'p1').click();
      expect(storedIn(storage)).to.deep.equal([['p3']]);
    });

    it(`forgets them in ${persist} storage once nothing is ticked, or clear() is called`, async () => {
      const element = await checklist(persist);
      box(element, 'p1').click();
      box(element, 'p1').click();
      expect(storage.length).to.equal(0);
      box(element, 'p2').click();
      element.clear();
      expect(storage.length).to.equal(0);
      expect((await checklist(persist)).value).to.deep.equal([]);
    });
  }

  it('does not announce again what was completed before', async () => {
    (await checklist('session')).value = ['p1', 'p2', 'p3'];
    const completed = recordEvents(document, 'charter-checklist-completed');
    const element = await checklist('session');
    expect(element.matches(':state(completed)')).to.be.true;
    expect(completed.length).to.equal(0);
  });

  it('may be set after the charter is shown', async () => {
    box(await checklist('session'), 'p2').click();
    const element = await checklist();
    element.persist = 'session';
    await elementUpdated(element);
    expect(element.value).to.deep.equal(['p2']);
    expect(shownTicks(element)).to.deep.equal(['p2']);
  });

  it('gives way to a value that the page sets, or clears, before the charter is there', async () => {
    box(await checklist('session'), 'p1').click();
    for (const value of [['p2'], []]) {
      const element = document.createElement('charter-checklist');
      element.persist = 'session';
      element.value = value;
      element.charter = charter;
      await fixture(html`${element}`);
      await settled(element);
      expect(element.value).to.deep.equal(value);
    }
    expect(stored()).to.deep.equal([]);
  });

  it('keeps what was ticked for another audience', async () => {
    const practices = [
      { id: 'a', text: 'A', audiences: ['staff' as const] },
      { id: 'b', text: 'B' },
    ];
    const both = smallCharter({ practices });
    const staff = await shown<CharterChecklist>(
      html`<charter-checklist persist="session" .charter=${both}></charter-checklist>`,
    );
    box(staff, 'a').click();
    const visitors = await shown<CharterChecklist>(
      html`<charter-checklist persist="session" audience="visitors" .charter=${both}></charter-checklist>`,
    );
    expect(visitors.value).to.deep.equal([]);
    box(visitors, 'b').click();
    const again = await shown<CharterChecklist>(
      html`<charter-checklist persist="session" .charter=${both}></charter-checklist>`,
    );
    expect(again.value).to.deep.equal(['a', 'b']);
  });

  it('keeps the ticks of each charter apart', async () => {
    box(await checklist('session'), 'p1').click();
    const other = await shown<CharterChecklist>(
      html`<charter-checklist persist="session" .charter=${{ ...charter, id: 'other' }}></charter-checklist>`,
    );
    expect(other.value).to.deep.equal([]);
    box(other, 'p2').click();
    expect(stored()).to.have.deep.members([['p1'], ['p2']]);
    other.charter = charter;
    await oneEvent(other, 'charter-loaded');
    expect(other.value).to.include('p1');
  });

  for (const text of ['not JSON', '"p1"', '{"p1":true}', 'null', '[1,null,"p2"]']) {
    it(`copes with a foreign value in the storage: ${text}`, async () => {
      box(await checklist('session'), 'p1').click();
      const [key] = Object.keys(sessionStorage);
      sessionStorage.setItem(key!, text);
      const errors = recordEvents(window, 'unhandledrejection');
      const element = await checklist('session');
      await aTimeout(0);
      expect(errors.length).to.equal(0);
      expect(element.value).to.deep.equal(text.includes('p2') ? ['p2'] : []);
    });
  }

  it('works where the browser refuses to store', async () => {
    for (const method of ['getItem', 'setItem', 'removeItem'] as const)
      stub(Storage.prototype, method, () => {
        throw new DOMException('denied', 'SecurityError');
      });
    const element = await checklist('local');
    box(element, 'p1').click();
    await nextUpdate(element);
    element.clear();
    expect(element.value).to.deep.equal([]);
  });
});

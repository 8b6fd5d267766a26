import { expect } from '@open-wc/testing';
import type { CharterPrivacyWalkthrough } from '../../../src/elements/privacy-walkthrough/privacy-walkthrough-element.ts';
import { part, textOf } from '../../support/component.ts';
import { answer, choice, mount, press, step, update, storageKey } from './harness.ts';

const bluesky = { networks: 'bluesky' };
const isAnswered = (element: CharterPrivacyWalkthrough): boolean => choice(step(element, 0), 'done').checked;
const remember = (element: CharterPrivacyWalkthrough): HTMLInputElement | null =>
  part(element, 'remember')?.querySelector('input') ?? null;

describe('charter-privacy-walkthrough: persistence', () => {
  const forget = (): void => {
    sessionStorage.removeItem(storageKey);
    localStorage.removeItem(storageKey);
  };
  beforeEach(forget);
  afterEach(forget);

  it('keeps nothing by default', async () => {
    const element = await mount(bluesky);
    await answer(element, 0, 'done');
    expect([localStorage.getItem(storageKey), sessionStorage.getItem(storageKey)]).to.deep.equal([
      null,
      null,
    ]);
    expect(isAnswered(await mount(bluesky))).to.be.false;
    expect(textOf(part(element, 'storage'))).to.include('oubliées quand vous quittez la page');
  });

  for (const [persist, storage, sentence] of [
    ['session', sessionStorage, 'quand vous fermez l’onglet'],
    ['local', localStorage, 'mémorisées sur cet appareil'],
  ] as const) {
    it(`keeps answers with persist="${persist}", and leaves the reader no box to tick`, async () => {
      const element = await mount({ ...bluesky, persist });
      await answer(element, 0, 'done');
      expect(isAnswered(await mount({ ...bluesky, persist }))).to.be.true;
      expect(storage.getItem(storageKey)).to.include('"done"');
      expect(remember(element)).to.be.null;
      expect(textOf(part(element, 'storage'))).to.include(sentence);
    });

    it(`forgets them from ${persist} storage when they are erased`, async () => {
      const element = await mount({ ...bluesky, persist });
      await answer(element, 0, 'done');
      element.reset();
      await element.updateComplete;
      expect(storage.getItem(storageKey)).to.be.null;
      expect(isAnswered(await mount({ ...bluesky, persist }))).to.be.false;
    });

    it(`behaves alike when persist="${persist}" is set after attaching`, async () => {
      const first = await mount(bluesky);
      await answer(first, 0, 'done');
      await update(first, { persist });
      const second = await mount(bluesky);
      await update(second, { persist });
      expect(isAnswered(second)).to.be.true;
    });
  }

  it('remembers on this device when the reader asks for it', async () => {
    const element = await mount(bluesky);
    await answer(element, 0, 'done');
    expect(remember(element)!.checked).to.be.false;
    remember(element)!.click();
    await element.updateComplete;
    const next = await mount(bluesky);
    expect(isAnswered(next)).to.be.true;
    expect(remember(next)!.checked).to.be.true;
    await answer(next, 1, 'later');
    expect(Object.keys((await mount(bluesky)).progress)).to.have.length(2);
  });

  it('forgets on this device when the reader no longer wants it, and keeps the page', async () => {
    const element = await mount(bluesky);
    remember(element)!.click();
    await answer(element, 0, 'done');
    remember(element)!.click();
    await element.updateComplete;
    expect(localStorage.getItem(storageKey)).to.be.null;
    expect(isAnswered(element)).to.be.true;
  });

  it('unticks the box when everything is erased', async () => {
    const element = await mount(bluesky);
    remember(element)!.click();
    await answer(element, 0, 'done');
    await press(element, 'reset-button');
    await press(element, 'confirm-button');
    expect(remember(element)!.checked).to.be.false;
    expect(localStorage.getItem(storageKey)).to.be.null;
  });

  it('says so when the browser refuses, and unticks the box', async () => {
    const element = await mount(bluesky);
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    remember(element)!.click();
    Storage.prototype.setItem = setItem;
    await element.updateComplete;
    expect(remember(element)!.checked).to.be.false;
    expect(textOf(part(element, 'message'))).to.equal('Ce navigateur refuse de mémoriser vos réponses.');
  });

  it('leaves out what is stored and is not progress', async () => {
    localStorage.setItem(storageKey, '{"bs-x":{"outcome":"great","revision":1},"y":3}');
    expect((await mount({ ...bluesky, persist: 'local' })).progress).to.deep.equal({});
    localStorage.setItem(storageKey, 'not JSON');
    expect((await mount({ ...bluesky, persist: 'local' })).progress).to.deep.equal({});
  });

  it('follows answers and erasure of another tab', async () => {
    const element = await mount({ ...bluesky, persist: 'local' });
    const [first, second] = ['a', 'b'].map((id) => ({ [id]: { outcome: 'done', revision: 1 } }));
    localStorage.setItem(storageKey, JSON.stringify({ ...first, ...second }));
    dispatchEvent(new StorageEvent('storage', { key: storageKey }));
    expect(Object.keys(element.progress)).to.deep.equal(['a', 'b']);
    localStorage.removeItem(storageKey);
    dispatchEvent(new StorageEvent('storage', { key: storageKey }));
    expect(element.progress).to.deep.equal({});
  });

  it('keeps what another walkthrough of the page has stored', async () => {
    const first = await mount({ ...bluesky, persist: 'local' });
    const second = await mount({ networks: 'threads', persist: 'local' });
    await answer(first, 0, 'done');
    await answer(second, 0, 'done');
    expect(Object.keys((await mount({ persist: 'local' })).progress)).to.have.length(2);
  });

  it('does not follow another tab when nothing is to be kept', async () => {
    const element = await mount(bluesky);
    await answer(element, 0, 'done');
    dispatchEvent(new StorageEvent('storage', { key: storageKey }));
    expect(isAnswered(element)).to.be.true;
  });
});

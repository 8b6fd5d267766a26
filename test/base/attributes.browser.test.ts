import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import '../../src/all.ts';
import type { LitElement } from 'lit';
import { IdleController } from '../../src/behaviors/idle-controller.ts';
import type { CharterAcknowledgement } from '../../src/index.ts';
import { systemClock } from '../../src/internal/clock.ts';
import { useManualClock } from '../../stories/support/manual-clock.ts';
import {
  charter,
  click,
  endpoint,
  find,
  read,
  rendered,
  review,
  type,
} from '../elements/acknowledgement/support.ts';
import { parts } from '../support/component.ts';
import { captureConsole, restoreStubs } from '../support/stubs.ts';
import { guide, keptTicks, request, options, restrictions } from './attribute-options.ts';
import type { Attributes, Option } from './attribute-options.ts';

async function make(
  { tag, beside = {} }: Pick<Option, 'tag' | 'beside'>,
  more: Attributes = {},
): Promise<LitElement> {
  const element = document.createElement(tag) as LitElement;
  for (const [name, value] of Object.entries({ ...beside, ...more })) element.setAttribute(name, value);
  if (tag === 'charter-acknowledgement') Object.assign(element, { charter });
  await fixture(html`<div>${element}</div>`);
  await rendered(element, '[part~=title]');
  await element.updateComplete;
  return element;
}

let warnings: unknown[][];

beforeEach(() => {
  const meta = document.createElement('meta');
  meta.name = 'token';
  meta.content = 'token-of-the-page';
  document.head.append(meta);
  warnings = captureConsole('warn');
});

afterEach(() => {
  document.head.querySelector('meta[name=token]')!.remove();
  restoreStubs();
});

for (const option of options) {
  const { tag, attribute, property, given, shown, initial, nonsense, look } = option;
  const who = option.seenBy ?? 'a person';
  describe(`${attribute} of ${tag}`, () => {
    it(`${who} sees it, and sees it as never given once it is removed`, async () => {
      expect(await look(await make(option, { [attribute]: given }))).to.equal(shown);
      const element = await make(option, { [attribute]: given });
      element.removeAttribute(attribute);
      await element.updateComplete;
      expect(await look(element)).to.equal(initial);
      expect(warnings).to.deep.equal([]);
    });

    for (const value of [undefined, null]) {
      it(`${who} sees it as never given when it is set to ${String(value)}`, async () => {
        const element = await make(option, { [attribute]: given });
        Object.assign(element, { [property]: value });
        await element.updateComplete;
        expect(await look(element)).to.equal(initial);
        expect(warnings).to.deep.equal([]);
      });
    }

    it(`${who} sees it as never given when it is nonsense, and a developer reads so once`, async () => {
      for (const value of nonsense) {
        warnings.length = 0;
        const element = await make(option, { [attribute]: given });
        Object.assign(element, { [property]: value });
        await element.updateComplete;
        expect(await look(element), String(value)).to.equal(initial);
        const again = await make(option, typeof value === 'string' ? { [attribute]: value } : {});
        Object.assign(again, { [property]: value });
        await again.updateComplete;
        expect(await look(again), String(value)).to.equal(initial);
        expect(warnings.map(String), String(value)).to.have.length(1);
        expect(String(warnings[0])).to.contain(`${attribute}="${String(value)}"`);
      }
    });
  });
}

for (const option of restrictions) {
  const { tag, attribute, property, shown, initial, look } = option;
  describe(`${attribute} of ${tag}, which protects`, () => {
    it('a person sees that it is on however it is written, and a developer reads once that ="false" is no way to turn it off', async () => {
      for (const value of ['', attribute, 'true'])
        expect(await look(await make(option, { [attribute]: value }))).to.equal(shown);
      expect(warnings).to.deep.equal([]);
      for (let count = 0; count < 2; count++)
        expect(await look(await make(option, { [attribute]: 'false' }))).to.equal(shown);
      expect(warnings.map(String)).to.have.length(1);
      expect(String(warnings[0])).to.contain('remove the attribute');
    });

    it('a person sees that it is off when it is removed, false, undefined or null', async () => {
      const element = await make(option, { [attribute]: '' });
      element.removeAttribute(attribute);
      await element.updateComplete;
      expect(await look(element)).to.equal(initial);
      for (const value of [false, undefined, null]) {
        const other = await make(option, { [attribute]: '' });
        Object.assign(other, { [property]: value });
        await other.updateComplete;
        expect(await look(other), String(value)).to.equal(initial);
      }
    });
  });
}

describe('texts', () => {
  it('a person is asked for the fields that are known, and a developer reads once of the others', async () => {
    const element = await make({ tag: 'charter-acknowledgement' }, { fields: 'id metier' });
    for (let count = 0; count < 5; count++) {
      element.requestUpdate();
      await element.updateComplete;
    }
    expect(element.shadowRoot!.querySelector('#id')).to.exist;
    expect(warnings.map(String)).to.have.length(1);
    expect(String(warnings[0])).to.contain('metier');
  });

  it('a person is asked for the name alone once fields is undefined or null', async () => {
    for (const fields of [undefined, null]) {
      const element = await make({ tag: 'charter-acknowledgement' }, { fields: 'id' });
      Object.assign(element, { fields });
      await element.updateComplete;
      expect(element.shadowRoot!.querySelectorAll('input:not([type=checkbox])')).to.have.length(1);
    }
  });

  it('a person sees the numbers that the page gave as signer-id or in signer', async () => {
    const element = await make({ tag: 'charter-acknowledgement' }, { fields: 'id department' });
    Object.assign(element, { signerId: 4711, signer: { department: 12 } });
    await element.updateComplete;
    expect(find<HTMLInputElement>(element, '#id').value).to.equal('4711');
    expect(find<HTMLInputElement>(element, '#department').value).to.equal('12');
  });

  it('the server is sent no ticks once the name of a checklist is null', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form><charter-checklist name="ticks" src=${guide}></charter-checklist></form>`,
    );
    const checklist = form.querySelector('charter-checklist')!;
    await rendered(checklist, '[part~=title]');
    keptTicks(checklist);
    expect([...new FormData(form).keys()]).to.deep.equal(['ticks']);
    Object.assign(checklist, { name: null });
    await checklist.updateComplete;
    expect([...new FormData(form).keys()]).to.deep.equal([]);
    expect(checklist.name).to.equal('');
  });

  it('a person signs where headers, signer and fetcher are null or nonsense', async () => {
    for (const value of [null, 'Authorization: x']) {
      const element = await make({ tag: 'charter-acknowledgement' });
      Object.assign(element, { headers: value, signer: value, fetcher: value });
      expect((await request(element)).credentials).to.equal('same-origin');
    }
    expect(warnings.map(String)).to.have.length(3);
  });
});

describe('times to wait', () => {
  const nonsense: readonly unknown[] = [undefined, null, 'abc', '15 s', '0', 0, -1, NaN, Infinity, 1e12];

  /** Resolves after an attempt of 300 milliseconds has ended. */
  async function waitForShortTimeout(): Promise<void> {
    const short = (await make({ tag: 'charter-acknowledgement' })) as CharterAcknowledgement;
    Object.assign(short, { endpoint: endpoint('hang'), timeout: 300 });
    await review(short);
    const queued = oneEvent(short, 'charter-sign-queued');
    click(short, 'sign-button');
    await queued;
  }

  it('a person reads «Envoi…» beyond an instant where timeout is removed or nonsense: an attempt is given its 15 seconds', async () => {
    const senders = await Promise.all(
      [...nonsense, 'removed'].map(async (value) => {
        const element = (await make(
          { tag: 'charter-acknowledgement' },
          { timeout: '100' },
        )) as CharterAcknowledgement;
        element.endpoint = endpoint('hang');
        if (value === 'removed') element.removeAttribute('timeout');
        else if (typeof value === 'string') element.setAttribute('timeout', value);
        else Object.assign(element, { timeout: value });
        await review(element);
        click(element, 'sign-button');
        return element;
      }),
    );
    await waitForShortTimeout();
    for (const [index, element] of senders.entries()) {
      const name = String([...nonsense, 'removed'][index]);
      expect(await read(element), name).to.contain('Envoi…');
      expect(element.matches(':state(sending)'), name).to.be.true;
    }
  });

  it('a person of a shared device keeps what was typed, and reads no warning for 90 seconds, where idle-timeout is removed or nonsense', async () => {
    const clock = useManualClock();
    try {
      const writers = await Promise.all(
        [...nonsense, 'removed'].map(async (value) => {
          const element = await make(
            { tag: 'charter-acknowledgement' },
            { 'shared-device': '', 'idle-timeout': '30000' },
          );
          if (value === 'removed') element.removeAttribute('idle-timeout');
          else if (typeof value === 'string') element.setAttribute('idle-timeout', value);
          else Object.assign(element, { idleTimeout: value });
          type(element, 'name', 'Claire Martin');
          await element.updateComplete;
          return element;
        }),
      );
      const warned = async (): Promise<string[]> => {
        await nextFrame();
        return writers.flatMap((element, index) =>
          parts(element, 'idle-warning').length > 0 ? String([...nonsense, 'removed'][index]) : [],
        );
      };
      clock.advance(89_000);
      expect(await warned()).to.deep.equal([]);
      for (const element of writers)
        expect(find<HTMLInputElement>(element, '#name').value).to.equal('Claire Martin');
      clock.advance(1_000);
      expect(await warned()).to.have.length(writers.length);
    } finally {
      IdleController.clock = systemClock;
    }
  });
});

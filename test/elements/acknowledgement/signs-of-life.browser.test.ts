import { expect, fixture, html } from '@open-wc/testing';
import { recordEvents } from '../../support/component.ts';
import { second, device, useDeviceClock, begun, warned, pass, isWarning, warning } from './idle.ts';
import { find } from './support.ts';

describe('charter-acknowledgement on a shared device, when nobody is there any more', () => {
  useDeviceClock();

  describe('a sign of life', () => {
    const at = (screenX: number) => new PointerEvent('pointermove', { screenX, screenY: 5, bubbles: true });
    const signs: Record<string, () => unknown> = {
      'a press, once it is let go': () => {
        document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        document.body.click();
      },
      'a move of the pointer': () => [at(10), at(12)].map((event) => document.body.dispatchEvent(event)),
      'a touch that scrolls': () =>
        document.body.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true })),
      'a key': () => dispatchEvent(new KeyboardEvent('keydown')),
      'a key that the element above keeps to itself': () => {
        const stop = (event: Event) => event.stopPropagation();
        document.body.addEventListener('keydown', stop, { once: true });
        document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true }));
      },
      'a reading key of assistive technology, which only moves the focus': () =>
        document.body.dispatchEvent(new FocusEvent('focusin', { bubbles: true })),
      'the wheel': () => dispatchEvent(new WheelEvent('wheel')),
      scrolling: () => document.dispatchEvent(new Event('scroll')),
      'a click without pointer or key': () => document.body.click(),
      input: () => document.body.dispatchEvent(new InputEvent('input', { bubbles: true })),
    };

    for (const [what, give] of Object.entries(signs)) {
      it(`is ${what}: it closes the warning`, async () => {
        const element = await warned();
        await pass(element, 2 * second);
        give();
        expect(warning(element).open).to.be.false;
        await pass(element, 89 * second);
        expect(isWarning(element)).to.be.false;
      });
    }

    for (const type of [
      'scroll',
      'pointerdown',
      'touchstart',
      'focusin',
      'keydown',
      'wheel',
      'click',
      'input',
    ])
      it(`puts the warning off when it comes before: ${type}`, async () => {
        const element = await begun();
        await pass(element, 80 * second);
        document.body.dispatchEvent(new Event(type, { bubbles: true }));
        await pass(element, 89 * second);
        expect(isWarning(element)).to.be.false;
      });

    it('of a finger does not click what is under the warning', async () => {
      const element = await warned();
      await pass(element, 2 * second);
      const button = find(element, '[part~=still-here-button]');
      const pressed = { bubbles: true, composed: true, buttons: 1, screenY: 5 };
      button.dispatchEvent(new PointerEvent('pointerdown', pressed));
      for (const screenX of [10, 11])
        button.dispatchEvent(new PointerEvent('pointermove', { ...pressed, screenX }));
      button.dispatchEvent(new Event('touchstart', pressed));
      expect(warning(element).open, 'until the click').to.be.true;
      button.click();
      expect(warning(element).open).to.be.false;
    });

    it('of a key answers the warning and presses nothing else, however long it is held', async () => {
      const element = await begun();
      const target = find(element, '[part~=review-button]');
      const heard = recordEvents<KeyboardEvent>(element.shadowRoot!, 'keydown', 'keyup');
      target.focus();
      await pass(element, 90 * second);
      const key = { key: 'Enter', bubbles: true, composed: true, cancelable: true };
      const button = find(element, '[part~=still-here-button]');
      expect(button.dispatchEvent(new KeyboardEvent('keydown', key)), 'the first').to.be.false;
      expect(element.shadowRoot!.activeElement === target).to.be.true;
      expect(target.dispatchEvent(new KeyboardEvent('keydown', { ...key, repeat: true })), 'a repeat').to.be
        .false;
      expect(target.dispatchEvent(new KeyboardEvent('keyup', key)), 'letting go').to.be.false;
      expect(heard).to.be.empty;
      expect(target.dispatchEvent(new KeyboardEvent('keydown', key)), 'the next').to.be.true;
      expect(heard).to.have.length(1);
    });

    it('is no move that a browser makes up under a pointer that rests', async () => {
      const element = await begun();
      document.body.dispatchEvent(at(10));
      document.body.dispatchEvent(at(11));
      await pass(element, 90 * second);
      document.body.dispatchEvent(at(11));
      expect(warning(element).open).to.be.true;
    });

    it('is no scrolling and no focus that the warning itself brings about', async () => {
      const element = await warned();
      document.dispatchEvent(new Event('scroll'));
      document.body.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
      expect(warning(element).open).to.be.true;
    });
  });

  describe('a device that slept, a tab behind another', () => {
    it('wipes at once when the time is long over, whoever touches it', async () => {
      const element = await begun();
      const ended = recordEvents(element, 'charter-session-ended');
      device.clock.sleep(12 * 3600 * second);
      dispatchEvent(new KeyboardEvent('keydown'));
      await element.updateComplete;
      expect(ended).to.have.length(1);
      expect(find<HTMLInputElement>(element, '#name').value).to.equal('');
    });

    it('wipes as soon as it wakes up', async () => {
      const element = await begun();
      device.clock.sleep(12 * 3600 * second);
      dispatchEvent(new Event('focus'));
      await element.updateComplete;
      expect(find<HTMLInputElement>(element, '#name').value).to.equal('');
    });

    it('warns for a whole minute when the warning is late', async () => {
      const element = await begun();
      device.clock.sleep(140 * second);
      dispatchEvent(new Event('focus'));
      await element.updateComplete;
      expect(warning(element).textContent).to.contain('dans 60\u00a0secondes');
    });

    it('leaves 20 seconds to who comes back to a warning that was not seen', async () => {
      const element = await warned();
      await pass(element, 55 * second);
      dispatchEvent(new Event('focus'));
      await element.updateComplete;
      expect(warning(element).textContent).to.contain('dans 20\u00a0secondes');
    });

    it('is not put off for ever by a clock that was put back', async () => {
      const element = await begun();
      device.clock.sleep(-24 * 3600 * second);
      dispatchEvent(new Event('focus'));
      await pass(element, 90 * second);
      expect(isWarning(element)).to.be.true;
    });

    it('watches on after the element was moved in the page', async () => {
      const element = await begun();
      const aside = await fixture(html`<div></div>`);
      aside.append(element);
      await element.updateComplete;
      await pass(element, 90 * second);
      expect(warning(element).open).to.be.true;
    });
  });
});

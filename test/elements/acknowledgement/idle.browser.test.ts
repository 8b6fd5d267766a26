import { expect, fixture, html } from '@open-wc/testing';
import type { CharterAcknowledgement } from '../../../src/elements/acknowledgement/acknowledgement-element.ts';
import type { CharterChecklist } from '../../../src/elements/checklist/checklist-element.ts';
import { useManualClock } from '../../../stories/support/manual-clock.ts';
import { expectAccessible } from '../../support/axe.ts';
import { recordEvents } from '../../support/component.ts';
import { name, second, device, useDeviceClock, begun, warned, pass, isWarning, warning } from './idle.ts';
import { acknowledgement, charter, endpoint, find, rendered, sign, type } from './support.ts';

describe('charter-acknowledgement on a shared device, when nobody is there any more', () => {
  useDeviceClock();

  describe('the warning', () => {
    it('comes after 90 seconds, 60 before the wipe, and counts down in words', async () => {
      const element = await begun();
      const ended = recordEvents(element, 'charter-session-ended');
      await pass(element, 89 * second);
      expect(isWarning(element)).to.be.false;
      await pass(element, second);
      expect(warning(element).textContent).to.contain('dans 60\u00a0secondes');
      await pass(element, 18 * second);
      expect(warning(element).textContent).to.contain('dans 42\u00a0secondes');
      await pass(element, 41.5 * second);
      expect(find<HTMLInputElement>(element, '#name').value).to.equal(name);
      expect(ended).to.be.empty;
      await pass(element, 0.5 * second);
      expect(isWarning(element)).to.be.false;
      expect(find<HTMLInputElement>(element, '#name').value).to.equal('');
      expect(ended).to.have.length(1);
      expect((ended[0] as HTMLElementEventMap['charter-session-ended']).detail).to.deep.equal({
        reason: 'idle',
      });
    });

    it('is seen wherever the person reads: above everything, in the middle of the window', async () => {
      const element = await begun();
      element.style.marginBlockStart = '300vh';
      scrollTo(0, 0);
      await pass(element, 90 * second);
      const { top, bottom, left, right } = warning(element).getBoundingClientRect();
      expect(top).to.be.at.least(0);
      expect(bottom).to.be.at.most(innerHeight);
      const [topmost] = document.elementsFromPoint((left + right) / 2, (top + bottom) / 2);
      expect(topmost === element, topmost?.localName).to.be.true;
    });

    it('is seen above a dialog that the page has open', async () => {
      const element = await begun();
      const dialog = await fixture<HTMLDialogElement>(html`<dialog><p>Une aide de la page</p></dialog>`);
      dialog.showModal();
      await pass(element, 90 * second);
      expect(element.shadowRoot!.activeElement?.part.contains('still-here-button')).to.be.true;
    });

    it('is seen while the element itself is in a part of the page that is closed', async () => {
      const element = await begun();
      element.parentElement!.hidden = true;
      await pass(element, 90 * second);
      const dialog = [...document.body.children].flatMap((child) => [
        ...(child.shadowRoot?.querySelectorAll('dialog') ?? []),
      ])[0]!;
      expect(dialog.open).to.be.true;
      expect(dialog.getBoundingClientRect().height).to.be.above(50);
      expect(getComputedStyle(dialog).borderTopWidth).to.equal('2px');
      await pass(element, 10 * second);
      expect(dialog.textContent).to.contain('dans 50\u00a0secondes');
      dialog.querySelector('button')!.click();
      expect(dialog.isConnected).to.be.false;
      await pass(element, 80 * second);
      expect(find<HTMLInputElement>(element, '#name').value).to.equal(name);
    });

    it('is an alert dialog with a name and a description, whose count is not read at every second', async () => {
      const element = await warned();
      const dialog = warning(element);
      expect(dialog.getAttribute('role')).to.equal('alertdialog');
      expect(find(element, '#idle-title').textContent).to.contain('Êtes-vous toujours là');
      expect(find(element, '#idle-text').textContent).to.contain('60\u00a0secondes');
      expect(dialog.getAttribute('aria-labelledby')).to.equal('idle-title');
      expect(dialog.getAttribute('aria-describedby')).to.equal('idle-text');
      expect(find(element, '#idle-text [role=timer]').ariaLive).to.equal('off');
    });

    it('tells once, near the end, how much time is left', async () => {
      const element = await warned();
      const alert = find(element, 'dialog [role=alert]');
      const heard: string[] = [];
      new MutationObserver(() => heard.push(alert.textContent.trim())).observe(alert, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      for (let passed = 0; passed < 58; passed++) await pass(element, second);
      expect(heard).to.deep.equal(['Plus que 20\u00a0secondes avant l’effacement.']);
    });

    it('has no fault that axe finds', async () => {
      await expectAccessible(await warned());
    });

    it('comes after 20 seconds where the page asks for 300 milliseconds, and tells it so', async () => {
      const { warn } = console;
      const said: string[] = [];
      console.warn = (text: string) => said.push(text);
      const element = await begun({ idleTimeout: 300 });
      console.warn = warn;
      await pass(element, 19.9 * second);
      expect(isWarning(element)).to.be.false;
      await pass(element, 0.1 * second);
      expect(isWarning(element)).to.be.true;
      await pass(element, 59.9 * second);
      expect(find<HTMLInputElement>(element, '#name').value).to.equal(name);
      expect(said).to.have.length(1);
      expect(said[0]).to.contain('idle-timeout is 300');
    });

    for (const idleTimeout of [0, -1, Number.NaN]) {
      it(`comes after the usual time where the page asks for ${idleTimeout} milliseconds`, async () => {
        const { warn } = console;
        console.warn = () => undefined;
        const element = await begun({ idleTimeout });
        console.warn = warn;
        await pass(element, 89.9 * second);
        expect(isWarning(element)).to.be.false;
        await pass(element, 0.1 * second);
        expect(isWarning(element)).to.be.true;
      });
    }

    it('follows a page that asks for less time meanwhile', async () => {
      const element = await begun({ idleTimeout: 3_600_000 });
      element.idleTimeout = 30_000;
      await element.updateComplete;
      await pass(element, 30 * second);
      expect(isWarning(element)).to.be.true;
    });

    it('is not in the way of a person who signed, and says that nothing is lost', async () => {
      const element = await acknowledgement({ endpoint: endpoint(), sharedDevice: true });
      await sign(element, 'charter-signed');
      await rendered(element, '[part~=receipt]');
      await pass(element, 90 * second);
      expect(warning(element).textContent).to.contain('n’est pas perdu');
    });
  });

  describe('« Je suis toujours là »', () => {
    it('has the focus, which goes back to where it was', async () => {
      const element = await begun();
      find(element, '#name').focus();
      await pass(element, 90 * second);
      expect(element.shadowRoot!.activeElement?.part.contains('still-here-button')).to.be.true;
      find(element, '[part~=still-here-button]').click();
      expect(element.shadowRoot!.activeElement?.id).to.equal('name');
      await element.updateComplete;
      expect(isWarning(element)).to.be.false;
      expect(find<HTMLInputElement>(element, '#name').value).to.equal(name);
    });

    it('gives the focus back to another element of the page', async () => {
      const other = await fixture<HTMLInputElement>(html`<input aria-label="Ailleurs" />`);
      const element = await begun();
      other.focus();
      await pass(element, 90 * second);
      expect(document.activeElement === element).to.be.true;
      find(element, '[part~=still-here-button]').click();
      expect(document.activeElement === other).to.be.true;
    });

    it('starts over: the whole time, then a warning again', async () => {
      const element = await warned();
      await pass(element, 59 * second);
      find(element, '[part~=still-here-button]').click();
      await pass(element, 89 * second);
      expect(isWarning(element)).to.be.false;
      await pass(element, second);
      expect(warning(element).textContent).to.contain('dans 60\u00a0secondes');
    });
  });

  describe('afterwards', () => {
    async function wiped(element: CharterAcknowledgement): Promise<HTMLElement> {
      await pass(element, 150 * second);
      return rendered(element, '[part~=erased]');
    }

    it('a message says what was erased and why, and nothing of the person', async () => {
      device.clock = useManualClock(new Date(2026, 10, 23, 14, 32).getTime());
      const message = await wiped(await begun());
      expect(message.textContent).to.match(/depuis lundi\s14\sh\s32\./);
      expect(message.textContent).to.contain(
        'le nom, les cases cochées et toute saisie en cours ont été effacés',
      );
      expect(message.textContent).to.contain('Rien n’avait été envoyé');
      expect(message.textContent).not.to.contain('Martin');
      expect(message.getAttribute('role')).to.equal('alert');
    });

    it('it stays until the next person begins', async () => {
      const element = await begun();
      await wiped(element);
      await pass(element, 24 * 3600 * second);
      element.requestUpdate();
      await element.updateComplete;
      find(element, '[part~=erased]');
      type(element, 'name', 'N');
      await element.updateComplete;
      expect(element.shadowRoot!.querySelector('[part~=erased]')).to.be.null;
    });

    it('it has no fault that axe finds', async () => {
      const element = await begun();
      await wiped(element);
      await expectAccessible(element);
    });

    it('it has the focus if the person was in the element, and is then not announced beside', async () => {
      const element = await begun();
      find(element, '#name').focus();
      const message = await wiped(element);
      expect(element.shadowRoot!.activeElement?.part.contains('erased-title')).to.be.true;
      expect(message.hasAttribute('role')).to.be.false;
    });

    it('it leaves the focus where it is in the rest of the page', async () => {
      const other = await fixture<HTMLInputElement>(html`<input aria-label="Ailleurs" />`);
      const element = await begun();
      other.focus();
      await wiped(element);
      expect(document.activeElement === other).to.be.true;
    });

    it('it says that what was sent is recorded, if it was the reader’s', async () => {
      const element = await acknowledgement({ endpoint: endpoint(), sharedDevice: true });
      await sign(element, 'charter-signed');
      await rendered(element, '[part~=receipt]');
      const message = await wiped(element);
      expect(message.textContent).to.contain('est enregistré');
      expect(message.textContent).to.contain('si c’était le vôtre');
    });

    it('it says that what nobody confirmed is to be done again', async () => {
      const element = await acknowledgement({ endpoint: endpoint('401'), sharedDevice: true });
      await sign(element, 'charter-sign-queued');
      await rendered(element, '[part~=pending]');
      expect((await wiped(element)).textContent).to.contain('il est à refaire');
    });

    it('it says to who comes back to the page why it is empty', async () => {
      const element = await begun();
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      expect((await rendered(element, '[part~=erased]')).textContent).to.contain('avait été quittée');
    });

    it('nothing is said to a person who erased it themselves', async () => {
      const element = await begun();
      find(element, '[part~=wipe-button]').click();
      await element.updateComplete;
      expect(element.shadowRoot!.querySelector('[part~=erased]')).to.be.null;
    });

    it('an element that the page had put aside meanwhile comes back empty', async () => {
      const page = await fixture(
        html`<div><charter-checklist id="practices" .charter=${charter}></charter-checklist></div>`,
      );
      const checklist = page.firstElementChild as CharterChecklist;
      (await rendered(checklist, '#practice-p1')).click();
      checklist.remove();
      const element = await begun();
      await wiped(element);
      page.append(checklist);
      await checklist.updateComplete;
      expect(checklist.value).to.deep.equal([]);
    });
  });
});

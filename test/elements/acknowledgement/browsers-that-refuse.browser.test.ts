import { expect, oneEvent } from '@open-wc/testing';
import { deleteDatabase, makeLaterVersion } from '../../outbox/support/database.ts';
import { translate } from '../../support/translate.ts';
import { collectWarnings } from '../../support/warnings.ts';
import { acknowledgement, click, endpoint, find, release, rendered, review, sign } from './support.ts';

const refuse = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

/** What a browser lets nobody have, until the end of the test. */
const undone: (() => void)[] = [];

function replace(target: object, name: string, descriptor: PropertyDescriptor): void {
  const own = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, ...descriptor });
  undone.push(() => {
    if (own) Object.defineProperty(target, name, own);
    else Reflect.deleteProperty(target, name);
  });
}

const noChannel = () =>
  replace(window, 'BroadcastChannel', {
    value: function BroadcastChannel() {
      refuse();
    },
  });
const noDatabase = () => replace(window, 'indexedDB', { get: refuse });
const noLocks = () => replace(navigator, 'locks', { value: undefined });
const refusedLocks = () =>
  replace(navigator, 'locks', {
    value: { request: () => Promise.reject(new DOMException('The request was denied.', 'SecurityError')) },
  });
const noStorage = () => {
  replace(window, 'localStorage', { get: refuse });
  replace(window, 'sessionStorage', { get: refuse });
};

const browsers: Readonly<Record<string, readonly [refusals: (() => void)[], keeps: boolean]>> = {
  'no BroadcastChannel': [[noChannel], true],
  'no IndexedDB': [[noDatabase], false],
  'no Web Locks': [[noLocks], true],
  'Web Locks that are denied': [[refusedLocks], true],
  'no localStorage': [[noStorage], true],
  'all cookies blocked': [[noChannel, noDatabase, refusedLocks, noStorage], false],
};

describe('charter-acknowledgement: where the browser refuses', () => {
  const warnings = collectWarnings();
  beforeEach(deleteDatabase);
  afterEach(() => undone.splice(0).forEach((undo) => undo()));

  for (const [what, [refusals, keeps]] of Object.entries(browsers)) {
    it(`a person signs with ${what}`, async () => {
      for (const take of refusals) take();
      const element = await acknowledgement({ endpoint: endpoint() });
      await sign(element, 'charter-signed');
      await rendered(element, '[part~=receipt]');
    });

    it(`a person reads with ${what} that the signature is ${keeps ? 'kept on the device' : 'only in this page'}, and signs once the endpoint is back`, async () => {
      for (const take of refusals) take();
      const element = await acknowledgement({ endpoint: endpoint('503,201') });
      await sign(element, 'charter-sign-queued');
      const panel = await rendered(element, '[part~=pending]');
      expect(panel.textContent).to.contain(
        keeps ? 'gardé sur cet appareil' : 'Ce navigateur ne peut rien garder',
      );
      const signed = oneEvent(element, 'charter-signed');
      click(element, 'retry-button');
      await signed;
    });
  }

  it('a person signs where a later version of the package has left its database, and reads what that means', async () => {
    await makeLaterVersion();
    const element = await acknowledgement({ endpoint: endpoint('503,201') });
    await sign(element, 'charter-sign-queued');
    expect((await rendered(element, '[part~=pending]')).textContent).to.contain('ne peut rien garder');
    expect(warnings.join()).to.contain('keeps no data');
    const signed = oneEvent(element, 'charter-signed');
    click(element, 'retry-button');
    await signed;
  });

  it('a person is asked to sign in again without a button that would lose the signature', async () => {
    noDatabase();
    const element = await acknowledgement({ endpoint: endpoint('html') });
    await sign(element, 'charter-sign-queued');
    const panel = await rendered(element, '[part~=pending]');
    expect(panel.textContent).to.contain('dans un autre onglet');
    expect(panel.querySelector('[part~=reload-page-button]')).to.be.null;
  });
});

describe('charter-acknowledgement: translated by the browser', () => {
  collectWarnings();

  it('a person sees that it is being sent, then that it is signed', async () => {
    const url = endpoint('held-201');
    const element = await acknowledgement({ endpoint: url });
    await review(element);
    translate(element.shadowRoot!);
    const button = find(element, '[part~=sign-button]');
    expect(button.textContent.trim()).to.equal('<Signer la charte>');
    const signed = oneEvent(element, 'charter-signed');
    button.click();
    await rendered(element, '[part~=sign-button][aria-disabled=true]');
    expect(button.textContent.trim()).to.equal('Envoi…');
    expect(find(element, '[role=status]').textContent.trim()).to.equal('Envoi…');
    translate(element.shadowRoot!);
    await release(url);
    await signed;
    await rendered(element, '[part~=receipt]');
    const status = find(element, '[role=status]');
    while (!status.textContent.includes('Votre signature est enregistrée'))
      await new Promise(requestAnimationFrame);
  });

  it('a person reads why it waits, also when that changes', async () => {
    const element = await acknowledgement({ endpoint: endpoint('503,html,201') });
    await sign(element, 'charter-sign-queued');
    await rendered(element, '[part~=pending]');
    translate(element.shadowRoot!);
    const again = oneEvent(element, 'charter-sign-queued');
    click(element, 'retry-button');
    await again;
    await element.updateComplete;
    const panel = find(element, '[part~=pending]').textContent;
    expect(panel).to.contain('Reconnectez-vous pour terminer').and.not.to.contain('n’a pas répondu');
  });
});

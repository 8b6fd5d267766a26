import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/acknowledgement/charter-acknowledgement.ts';
import '../../src/elements/viewer/charter-viewer.ts';
import type { CharterAcknowledgement } from '../../src/elements/acknowledgement/acknowledgement-element.ts';
import type { CharterViewer } from '../../src/elements/viewer/viewer-element.ts';

/** As HTML has it from a server: the parser lower-cases what a framework wrote. */
function parsed(markup: string): Element {
  const host = document.createElement('div');
  host.className = 'parsed';
  host.innerHTML = markup;
  document.body.append(host);
  return host.firstElementChild!;
}

describe('an attribute that a framework wrote as a property', () => {
  afterEach(() => document.querySelectorAll('.parsed').forEach((host) => host.remove()));

  it('is understood', () => {
    const element = parsed(
      '<charter-acknowledgement lockSigner="" signerName="Camille Martin" headingLevel="3"></charter-acknowledgement>',
    ) as CharterAcknowledgement;
    expect([element.lockSigner, element.signerName, element.headingLevel]).to.deep.equal([
      true,
      'Camille Martin',
      3,
    ]);
  });

  it('is followed when it changes, and ends when it is removed', () => {
    const element = parsed('<charter-viewer headingLevel="3"></charter-viewer>') as CharterViewer;
    element.setAttribute('headinglevel', '4');
    expect(element.headingLevel).to.equal(4);
    element.removeAttribute('headinglevel');
    expect(element.headingLevel).to.equal(2);
  });

  it('gives way to the spelling of the documentation', () => {
    const element = parsed(
      '<charter-viewer heading-level="3" headingLevel="4"></charter-viewer>',
    ) as CharterViewer;
    expect(element.headingLevel).to.equal(3);
    element.setAttribute('headinglevel', '5');
    expect(element.headingLevel).to.equal(3);
  });
});

describe('an attribute that restricts, in a spelling that nobody knows', () => {
  const said: string[] = [];
  const { error } = console;
  beforeEach(() => {
    said.length = 0;
    console.error = (message: string) => said.push(message);
  });
  afterEach(() => {
    console.error = error;
    document.querySelectorAll('.parsed').forEach((host) => host.remove());
  });

  for (const spelling of ['lock_signer', 'data-lock-signer', ':lock-signer', '?lock-signer', 'Lock.Signer'])
    it(`restricts, and tells the developer: ${spelling}`, () => {
      const element = parsed(
        `<charter-acknowledgement ${spelling}="false"></charter-acknowledgement>`,
      ) as CharterAcknowledgement;
      expect(element.lockSigner).to.equal(true);
      expect(said).to.deep.equal([
        `charter-elements: <charter-acknowledgement> ${spelling.toLowerCase()} is taken for lock-signer, which is on: write that or remove it`,
      ]);
    });

  it('restricts on a shared device and in a dry run too', () => {
    const element = parsed(
      '<charter-acknowledgement shared_device dry_run></charter-acknowledgement>',
    ) as CharterAcknowledgement;
    expect([element.sharedDevice, element.dryRun, element.lockSigner]).to.deep.equal([true, true, false]);
  });

  it('says nothing of what is written as it should be', async () => {
    const element = await fixture<CharterAcknowledgement>(
      html`<charter-acknowledgement
        lock-signer
        dry-run
        shared-device
        data-note="x"
      ></charter-acknowledgement>`,
    );
    expect(element.lockSigner).to.equal(true);
    expect(said).to.deep.equal([]);
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import { CharterViewer } from '../../../src/elements/viewer/viewer-element.ts';
import type { CharterAcknowledgement } from '../../../src/elements/acknowledgement/acknowledgement-element.ts';
import { captureConsole, restoreStubs } from '../../support/stubs.ts';
import { acknowledgement, charter, endpoint, receivedBy, rendered, sign } from './support.ts';

/** A date that many days ago. */
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

describe('charter-acknowledgement: a signature that counts for some time', () => {
  it('asks for nothing while it counts', async () => {
    const element = await acknowledgement({
      signedVersion: '1.0.0',
      signedAt: daysAgo(300),
      renewAfter: 'P1Y',
    });
    await rendered(element, '[part~=signed-version].success');
    expect(element.matches(':state(signed)')).to.be.true;
    expect(element.shadowRoot!.querySelector('form')).to.be.null;
  });

  it('asks again afterwards', async () => {
    const element = await acknowledgement({
      signedVersion: '1.0.0',
      signedAt: daysAgo(400),
      renewAfter: 'P1Y',
    });
    await rendered(element, 'form');
    expect((await rendered(element, '[part~=signed-version].warning')).textContent).to.contain('de nouveau');
    expect(element.matches(':state(signed)')).to.be.false;
  });

  it('counts in months, weeks and days too', async () => {
    for (const [renewAfter, days] of Object.entries({ P6M: 190, P2W: 15, P10D: 11 })) {
      const element = await acknowledgement({ signedVersion: '1.0.0', signedAt: daysAgo(days), renewAfter });
      await rendered(element, 'form');
    }
  });

  it('says what is wrong with a duration that is none, and goes on without', async () => {
    const warnings = captureConsole('warn');
    const element = await acknowledgement({
      signedVersion: '1.0.0',
      signedAt: daysAgo(4000),
      renewAfter: '1 an',
    });
    await rendered(element, '[part~=signed-version].success');
    expect(String(warnings[0])).to.contain('renew-after="1 an"').and.to.contain('P1Y');
    restoreStubs();
  });
});

describe('charter-acknowledgement: another version than the one signed', () => {
  it('says what changed, computed from the two documents', async () => {
    const before = {
      ...charter,
      version: '0.9.0',
      statements: [{ id: 'read', text: 'J’ai lu.' }, charter.statements[1]],
    };
    const file = URL.createObjectURL(new Blob([JSON.stringify(before)], { type: 'application/json' }));
    const element = await acknowledgement({ signedVersion: '0.9.0', previousSrc: file });
    const notice = await rendered(element, '[part~=signed-version]');
    while (!notice.textContent.includes('Engagements nouveaux ou modifiés'))
      await new Promise(requestAnimationFrame);
    expect(notice.textContent).to.contain('J’atteste avoir lu la charte.');
  });
});

describe('charter-acknowledgement: which text was read', () => {
  it('joins the audience and the plain version of its viewer to the record', async () => {
    expect(CharterViewer).to.be.a('function');
    const url = endpoint();
    const page = await fixture(
      html`<div>
        <charter-viewer id="read-here" audience="patients" plain .charter=${charter}></charter-viewer>
        <charter-acknowledgement for="read-here" endpoint=${url}></charter-acknowledgement>
      </div>`,
    );
    const element = page.querySelector<CharterAcknowledgement>('charter-acknowledgement')!;
    await rendered(element, 'form');
    await sign(element, 'charter-signed');
    const [request] = await receivedBy(url);
    const { charter: signed } = JSON.parse(request!.body) as { charter: object };
    expect(signed).to.include({ audience: 'patients', plain: true });
  });

  it('says nothing of it where the whole text was on screen', async () => {
    const url = endpoint();
    const element = await acknowledgement({ endpoint: url });
    await sign(element, 'charter-signed');
    const [request] = await receivedBy(url);
    expect((JSON.parse(request!.body) as { charter: object }).charter).not.to.have.property('plain');
  });
});

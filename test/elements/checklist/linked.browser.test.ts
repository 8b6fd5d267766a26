import { elementUpdated, expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import '../../../src/elements/checklist/charter-checklist.ts';
import { CharterViewer } from '../../../src/elements/viewer/viewer-element.ts';
import type { Charter } from '../../../src/charter/charter.ts';
import type { CharterChecklist } from '../../../src/elements/checklist/checklist-element.ts';
import { charterURL, fetchCharter, manyPractices, smallCharter } from '../../support/charter.ts';
import { part, parts, recordEvents, settled, textOf } from '../../support/component.ts';
import { captureConsole, restoreStubs, watchFetch } from '../../support/stubs.ts';
import { box, listed } from './support.ts';

const charter = smallCharter({ practices: manyPractices(2) });
const guideURL = charterURL('guide.fr.json');
let guide: Charter;
before(async () => (guide = await fetchCharter('guide.fr.json')));
afterEach(restoreStubs);

const linked = (box_: Element) => box_.querySelector('charter-checklist')!;

// The first test needs a tag that is not defined yet, as when its script comes late.
describe('charter-checklist: for a viewer that upgrades later', () => {
  it('waits for it', async () => {
    const page = await fixture(html`
      <div>
        <charter-viewer id="late"></charter-viewer>
        <charter-checklist for="late"></charter-checklist>
      </div>
    `);
    expect(customElements.get('charter-viewer')).to.be.undefined;
    expect(linked(page).matches(':state(loading)')).to.be.true;
    page.querySelector<CharterViewer>('#late')!.charter = charter;
    customElements.define('charter-viewer', CharterViewer);
    await settled(linked(page));
    expect(listed(linked(page))).to.deep.equal(['p1', 'p2']);
  });
});

describe('charter-checklist: for a viewer', () => {
  const before_ = html`
    <charter-viewer id="charter" .charter=${charter}></charter-viewer>
    <charter-checklist for="charter"></charter-checklist>
  `;
  const after_ = html`
    <charter-checklist for="charter"></charter-checklist>
    <charter-viewer id="charter" .charter=${charter}></charter-viewer>
  `;
  for (const [place, template] of Object.entries({ before: before_, after: after_ })) {
    it(`lists the practices of the viewer that stands ${place} it`, async () => {
      const page = await fixture(html`<div>${template}</div>`);
      await settled(linked(page));
      expect(listed(linked(page))).to.deep.equal(['p1', 'p2']);
      expect(linked(page).charter === page.querySelector('charter-viewer')!.charter).to.be.true;
    });
  }

  it('lists those of a viewer that had shown its charter long before', async () => {
    const page = await fixture(
      html`<div><charter-viewer id="charter" .charter=${charter}></charter-viewer></div>`,
    );
    await settled(page.querySelector('charter-viewer')!);
    const checklist = document.createElement('charter-checklist');
    checklist.setAttribute('for', 'charter');
    page.append(checklist);
    await settled(checklist);
    expect(listed(checklist)).to.deep.equal(['p1', 'p2']);
  });

  it('waits for a viewer that is not there yet, and says so once to the console', async () => {
    const warnings = captureConsole('warn');
    const page = await fixture(html`<div><charter-checklist for="charter"></charter-checklist></div>`);
    expect(linked(page).matches(':state(loading)')).to.be.true;
    const viewer = document.createElement('charter-viewer');
    viewer.id = 'charter';
    viewer.charter = charter;
    page.append(viewer);
    await settled(linked(page));
    expect(listed(linked(page))).to.deep.equal(['p1', 'p2']);
    const [[warning]] = warnings as [[string]];
    expect(warnings.length).to.equal(1);
    expect(warning).to.contain('for="charter"').and.contain('charter-checklist');
  });

  it('asks the server once, and leaves the announcements to the viewer', async () => {
    const { requests } = watchFetch();
    const page = document.createElement('div');
    const announced = recordEvents(page, 'charter-loaded');
    page.innerHTML = `
      <charter-viewer id="charter" src="${guideURL}?linked"></charter-viewer>
      <charter-checklist for="charter"></charter-checklist>`;
    await fixture(html`${page}`);
    await settled(linked(page));
    await nextFrame();
    expect(requests.length).to.equal(1);
    expect(announced.map(({ target }) => (target as Element).localName)).to.deep.equal(['charter-viewer']);
  });

  it('follows the audience of the viewer, unless it has its own', async () => {
    const page = await fixture(html`
      <div>
        <charter-viewer id="charter" audience="patients" .charter=${guide}></charter-viewer>
        <charter-checklist for="charter" name="practices"></charter-checklist>
      </div>
    `);
    const checklist = linked(page);
    const viewer = page.querySelector('charter-viewer')!;
    await settled(checklist);
    expect(listed(checklist)).to.deep.equal(['blur', 'wait', 'thank']);

    box(checklist, 'wait').click();
    box(checklist, 'thank').click();
    await elementUpdated(checklist);
    viewer.audience = 'staff';
    await oneUpdateOf(checklist);
    expect(listed(checklist)).to.deep.equal(['blur', 'ask', 'wait']);
    expect(checklist.value).to.deep.equal(['wait']);
    expect(textOf(part(checklist, 'progress'))).to.contain('1 pratique cochée sur 3');

    checklist.audience = 'visitors';
    await elementUpdated(checklist);
    expect(listed(checklist)).to.deep.equal(['blur', 'wait']);
  });

  it('follows the charter that the viewer shows next', async () => {
    const page = await fixture(html`<div>${before_}</div>`);
    await settled(linked(page));
    page.querySelector('charter-viewer')!.charter = guide;
    await oneEvent(page, 'charter-loaded');
    await elementUpdated(linked(page));
    expect(listed(linked(page))).to.deep.equal(['blur', 'ask', 'wait']);
  });

  for (const when of ['before', 'after']) {
    it(`fails with the viewer, also when that failed ${when} it was attached`, async () => {
      captureConsole('error');
      const page = await fixture(
        html`<div><charter-viewer id="charter" src=${charterURL('invalid.json')}></charter-viewer></div>`,
      );
      const viewer = page.querySelector('charter-viewer')!;
      if (when === 'before') await settled(viewer);
      const checklist = document.createElement('charter-checklist');
      checklist.for = 'charter';
      page.append(checklist);
      await settled(checklist);
      expect(checklist.matches(':state(failed)')).to.be.true;
      expect(textOf(part(checklist, 'error'))).to.contain('$.sections[1].title');
    });
  }

  it('tries again together with the viewer', async () => {
    captureConsole('error');
    const watch = watchFetch();
    watch.isDown = true;
    const page = await fixture(html`
      <div>
        <charter-viewer id="charter" src="${guideURL}?both"></charter-viewer>
        <charter-checklist for="charter"></charter-checklist>
      </div>
    `);
    await settled(linked(page));
    expect(linked(page).matches(':state(failed)')).to.be.true;
    watch.isDown = false;
    part(linked(page), 'retry-button')!.click();
    await oneEvent(page, 'charter-loaded');
    await elementUpdated(linked(page));
    expect(listed(linked(page))).to.deep.equal(['blur', 'ask', 'wait']);
    expect(page.querySelector('charter-viewer')!.matches(':state(ready)')).to.be.true;
    expect(watch.requests.length).to.equal(2);
  });

  it('may be changed: to another viewer, to src, to nothing', async () => {
    const page = await fixture(html`
      <div>
        <charter-viewer id="one" .charter=${charter}></charter-viewer>
        <charter-viewer id="two" audience="patients" .charter=${guide}></charter-viewer>
        <charter-checklist for="one"></charter-checklist>
      </div>
    `);
    const checklist = linked(page);
    await settled(checklist);
    for (const viewer of page.querySelectorAll('charter-viewer')) await settled(viewer);

    checklist.for = 'two';
    await elementUpdated(checklist);
    expect(listed(checklist)).to.deep.equal(['blur', 'wait', 'thank']);

    checklist.src = guideURL;
    checklist.removeAttribute('for');
    await oneEvent(checklist, 'charter-loaded');
    expect(listed(checklist), 'the audience was that of the viewer').to.deep.equal(['blur', 'ask', 'wait']);
    page.querySelector<CharterViewer>('#two')!.audience = 'visitors';
    await nextFrame();
    expect(listed(checklist)).to.deep.equal(['blur', 'ask', 'wait']);
  });

  it('looks in its own root, and again where it is moved', async () => {
    const page = await fixture(html`
      <div>
        <charter-viewer id="charter" .charter=${charter}></charter-viewer>
        <charter-checklist for="charter"></charter-checklist>
        <div class="host"></div>
      </div>
    `);
    const checklist = linked(page);
    await settled(checklist);
    const shadow = page.querySelector('.host')!.attachShadow({ mode: 'open' });
    const inner = document.createElement('charter-viewer');
    inner.id = 'charter';
    inner.charter = guide;
    shadow.append(inner, checklist);
    await oneEvent(inner, 'charter-loaded');
    await elementUpdated(checklist);
    expect(listed(checklist)).to.deep.equal(['blur', 'ask', 'wait']);
    page.querySelector('charter-viewer')!.charter = smallCharter();
    await oneEvent(page, 'charter-loaded');
    await elementUpdated(checklist);
    expect(listed(checklist)).to.deep.equal(['blur', 'ask', 'wait']);
  });

  it('shows its children while it waits', async () => {
    captureConsole('warn');
    const page = await fixture(
      html`<div>
        <charter-checklist for="nobody"><p>Secours</p></charter-checklist>
      </div>`,
    );
    expect(page.querySelector('p')!.offsetHeight).to.be.greaterThan(0);
    expect(parts(linked(page), 'loading').length).to.equal(1);
  });
});

/** Attributes of the viewer are observed: the checklist hears of them after this task. */
async function oneUpdateOf(checklist: CharterChecklist): Promise<void> {
  await nextFrame();
  await elementUpdated(checklist);
}

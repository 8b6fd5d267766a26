import { elementUpdated, expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import '../../../src/elements/checklist/charter-checklist.ts';
import '../../../src/elements/viewer/charter-viewer.ts';
import type { Charter } from '../../../src/charter/charter.ts';
import type { CharterChecklist } from '../../../src/elements/checklist/checklist-element.ts';
import { overrideTexts } from '../../../src/localization/text-overrides.ts';
import { charterURL, fetchCharter, manyPractices, smallCharter } from '../../support/charter.ts';
import { countReads, nextUpdate, part, parts, settled, shown, textOf } from '../../support/component.ts';
import { captureConsole, restoreStubs } from '../../support/stubs.ts';
import { box, boxes, listed, shownTicks } from './support.ts';
import { charter } from './small-checklist.ts';

let guide: Charter;
let arabic: Charter;
before(async () => {
  guide = await fetchCharter('guide.fr.json');
  arabic = await fetchCharter('guide.ar.json');
});

afterEach(restoreStubs);

function describedBy(element: Element): string {
  const id = element.getAttribute('aria-describedby')!;
  return textOf((element.getRootNode() as ShadowRoot).getElementById(id));
}

describe('charter-checklist: what it lists', () => {
  it('lists the built-in practices when the page names no charter', async () => {
    const checklist = await shown<CharterChecklist>(html`<charter-checklist></charter-checklist>`);
    expect(checklist.charter!.id).to.equal('social-media');
    expect(listed(checklist).length).to.equal(22);
  });

  it('lists those of src, in their groups, each with its reason', async () => {
    const checklist = await shown<CharterChecklist>(
      html`<charter-checklist src=${charterURL('guide.fr.json')}></charter-checklist>`,
    );
    expect(parts(checklist, 'group').map((group) => textOf(group.querySelector('legend')))).to.deep.equal([
      'Images',
      '',
    ]);
    expect(parts(checklist, 'practice').map(textOf)).to.deep.equal([
      'Je floute les visages. (obligatoire) Un visage se reconnaît.',
      'Je demande avant.',
      'J’attends une minute.',
    ]);
    const [first, second] = boxes(checklist);
    expect(textOf(first!.labels![0])).to.equal('Je floute les visages. (obligatoire)');
    expect(describedBy(first!)).to.equal('Un visage se reconnaît.');
    expect(second!.hasAttribute('aria-describedby')).to.be.false;
  });

  it('names the group that has no title after the list', async () => {
    const checklist = await shown<CharterChecklist>(
      html`<charter-checklist .charter=${guide}></charter-checklist>`,
    );
    const [named, unnamed] = parts(checklist, 'group');
    expect(named!.hasAttribute('aria-labelledby')).to.be.false;
    const id = unnamed!.getAttribute('aria-labelledby')!;
    expect(textOf(checklist.shadowRoot!.getElementById(id))).to.equal('Cocher les bonnes pratiques');
  });

  it('lists those of an object, set before or after it is attached', async () => {
    const checklist = document.createElement('charter-checklist');
    checklist.charter = charter;
    await fixture(html`${checklist}`);
    await settled(checklist);
    expect(listed(checklist)).to.deep.equal(['p1', 'p2', 'p3']);
    checklist.charter = guide;
    await oneEvent(checklist, 'charter-loaded');
    expect(listed(checklist)).to.deep.equal(['blur', 'ask', 'wait']);
  });

  for (const change of ['attribute', 'property'] as const) {
    it(`lists those of the audience, by its ${change}`, async () => {
      const checklist = await shown<CharterChecklist>(
        html`<charter-checklist .charter=${guide}></charter-checklist>`,
      );
      if (change === 'attribute') checklist.setAttribute('audience', 'patients');
      else checklist.audience = 'patients';
      await elementUpdated(checklist);
      expect(listed(checklist)).to.deep.equal(['blur', 'wait', 'thank']);
      expect(checklist.practices.map(({ id }) => id)).to.deep.equal(['blur', 'wait', 'thank']);
      expect(checklist.getAttribute('audience')).to.equal('patients');
    });
  }

  it('takes the level that the page gives to its title', async () => {
    const checklist = await shown<CharterChecklist>(
      html`<charter-checklist heading-level="4" .charter=${charter}></charter-checklist>`,
    );
    expect(part(checklist, 'title')!.localName).to.equal('h4');
    captureConsole('warn');
    checklist.setAttribute('heading-level', 'none');
    await elementUpdated(checklist);
    expect(part(checklist, 'title')!.localName).to.equal('h2');
  });

  it('tells the language of the practices, and of its own words among them', async () => {
    const checklist = await shown<CharterChecklist>(
      html`<charter-checklist .charter=${arabic}></charter-checklist>`,
    );
    const practice = part(checklist, 'practice')!;
    const lang = (node: Element) => node.closest<HTMLElement>('[lang]')!.lang;
    expect(lang(practice)).to.equal('ar');
    expect(practice.closest<HTMLElement>('[dir]')!.dir).to.equal('rtl');
    const mark = [...practice.querySelectorAll('*')].findLast((node) => textOf(node) === '(obligatoire)')!;
    expect(lang(mark)).to.equal('fr');
    expect(lang(part(checklist, 'title')!)).to.equal('fr');
  });

  it('says where and why it cannot show them, and keeps its children visible', async () => {
    const errors = captureConsole('error');
    const checklist = document.createElement('charter-checklist');
    checklist.src = charterURL('invalid.json');
    checklist.innerHTML = '<p>Secours</p>';
    const failed = oneEvent(checklist, 'charter-load-failed');
    await fixture(html`${checklist}`);
    expect(checklist.matches(':state(loading)')).to.be.true;
    expect(parts(checklist, 'loading').length).to.equal(1);
    await failed;
    expect(textOf(part(checklist, 'error'))).to.contain('$.sections[1].title');
    expect(parts(checklist, 'retry-button').length).to.equal(1);
    expect(checklist.querySelector('p')!.offsetHeight).to.be.greaterThan(0);
    expect(checklist.matches(':state(failed)')).to.be.true;
    expect(checklist.practices).to.deep.equal([]);
    expect(checklist.checkValidity()).to.be.true;
    expect(errors.length).to.equal(1);
  });
});

describe('charter-checklist: a long list', () => {
  const long = smallCharter({
    practices: manyPractices(1000).map((practice, index) => ({ ...practice, required: index % 5 === 4 })),
  });

  it('is rendered once: a tick among 1,000 changes the count and nothing of the list', async () => {
    const checklist = await shown<CharterChecklist>(
      html`<charter-checklist name="practices" .charter=${long}></charter-checklist>`,
    );
    expect(boxes(checklist).length).to.equal(1000);
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((list) => records.push(...list));
    observer.observe(checklist.shadowRoot!, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    const touches = countTouches(boxes(checklist));
    const reads = countReads(checklist.practices, 'text');

    box(checklist, 'p500').click();
    await elementUpdated(checklist);
    await nextFrame();
    expect(textOf(part(checklist, 'progress'))).to.equal('1 pratique cochée sur 1\u202f000');
    records.push(...observer.takeRecords());
    const list = checklist.shadowRoot!.querySelector('.groups')!;
    expect(records.filter(({ target }) => list.contains(target)).length).to.equal(0);
    // The words of the count and its bar.
    expect(records.length).to.be.within(1, 4);
    expect(touches.count, 'boxes looked at or written to').to.be.below(5);
    expect(reads.count, 'practices rendered').to.equal(0);
    observer.disconnect();
  });

  it('is not looked through for a tick', async () => {
    const checklist = await shown<CharterChecklist>(
      html`<charter-checklist name="practices" .charter=${long}></charter-checklist>`,
    );
    const reads = (['audiences', 'required', 'id'] as const).map((name) =>
      countReads(checklist.practices, name),
    );
    box(checklist, 'p500').click();
    await elementUpdated(checklist);
    expect(reads.map(({ count }) => count < 10)).to.deep.equal([true, true, true]);
  });

  it('renders again, in another language, only the practices that have words of the interface', async () => {
    const checklist = await shown<CharterChecklist>(
      html`<charter-checklist .charter=${long}></charter-checklist>`,
    );
    const optional = checklist.practices.filter(({ required }) => !required);
    expect(optional.length).to.equal(800);
    const reads = countReads(optional, 'text');
    box(checklist, 'p5').click();
    checklist.lang = 'en';
    while (part(checklist, 'root')!.lang !== 'en') await nextUpdate(checklist);
    expect(textOf(box(checklist, 'p5').labels![0])).to.equal('Pratique 5 (required)');
    expect(textOf(box(checklist, 'p6').labels![0])).to.equal('Pratique 6');
    expect(reads.count).to.equal(0);
    expect(shownTicks(checklist)).to.deep.equal(['p5']);

    // Rendered anew once they were taken away.
    checklist.src = charterURL('guide.fr.json');
    checklist.charter = undefined;
    await oneEvent(checklist, 'charter-loaded');
    checklist.charter = long;
    await oneEvent(checklist, 'charter-loaded');
    expect(textOf(box(checklist, 'p6').labels![0])).to.equal('Pratique 6');
    expect(shownTicks(checklist)).to.deep.equal(['p5']);
  });

  it('is whole for hundreds; of thousands, what is far from the window is laid out once it comes near', async () => {
    const checklist = await shown<CharterChecklist>(
      html`<charter-checklist .charter=${long}></charter-checklist>`,
    );
    const stretches = [...checklist.shadowRoot!.querySelectorAll('.stretch')];
    const near = stretches.slice(0, 10);
    const far = stretches.slice(10);
    expect(near.reduce((sum, { children }) => sum + boxesIn(children), 0)).to.equal(500);
    const visibility = (group: Element[]) => [
      ...new Set(group.map((stretch) => getComputedStyle(stretch).contentVisibility)),
    ];
    expect(visibility(near)).to.deep.equal(['visible']);
    const leavesOut = CSS.supports('overflow-clip-margin: 1em');
    expect(visibility(far)).to.deep.equal([leavesOut ? 'auto' : 'visible']);

    box(checklist, 'p1000').focus();
    await nextFrame();
    await nextFrame();
    const { top, bottom } = box(checklist, 'p1000').getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight).and.above(top);
    scrollTo(0, 0);
  });

  it('follows texts that the page replaces', async () => {
    const checklist = await shown<CharterChecklist>(
      html`<charter-checklist .charter=${guide}></charter-checklist>`,
    );
    overrideTexts('fr', { 'checklist.required': '(il le faut)' });
    await elementUpdated(checklist);
    expect(textOf(box(checklist, 'blur').labels![0])).to.equal('Je floute les visages. (il le faut)');
    overrideTexts('fr', { 'checklist.required': '(obligatoire)' });
  });
});

function boxesIn(elements: HTMLCollection): number {
  return [...elements].reduce((sum, element) => sum + element.querySelectorAll('[type=checkbox]').length, 0);
}

/** Counts how often the ticks of boxes are read or written. */
function countTouches(elements: readonly HTMLInputElement[]): { count: number } {
  const counter = { count: 0 };
  const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'checked')!;
  for (const element of elements)
    Object.defineProperty(element, 'checked', {
      get(this: HTMLInputElement): unknown {
        counter.count++;
        return get!.call(this);
      },
      set(this: HTMLInputElement, value: boolean) {
        counter.count++;
        set!.call(this, value);
      },
    });
  return counter;
}

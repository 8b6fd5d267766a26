import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../../src/elements/viewer/charter-viewer.ts';
import type { CharterViewer } from '../../../src/elements/viewer/viewer-element.ts';
import { part, parts, recordEvents, resized } from '../../support/component.ts';
import { longCharter } from './long-charter.ts';

afterEach(() => scrollTo(0, 0));

describe('charter-viewer: the contents list', () => {
  const contents = (viewer: CharterViewer) => ({
    open: part(viewer, 'toc')!.querySelector('details')!.open,
    beside:
      part(viewer, 'toc')!.getBoundingClientRect().top >=
      parts(viewer, 'section')[0]!.getBoundingClientRect().top - 40,
  });
  const at = async (width: string, style = '') => {
    const box = await fixture<HTMLElement>(html`<div><charter-viewer></charter-viewer></div>`);
    box.style.setProperty('width', width);
    const viewer = box.querySelector('charter-viewer')!;
    viewer.style.cssText = style;
    viewer.charter = longCharter(2);
    await oneEvent(viewer, 'charter-loaded');
    await resized(viewer);
    return { box, viewer };
  };

  it('is folded above the text where there is little room', async () => {
    const { viewer } = await at('320px');
    expect(contents(viewer)).to.deep.equal({ open: false, beside: false });
  });

  it('stands open beside the text where there is room', async () => {
    const { viewer } = await at('1000px');
    expect(contents(viewer)).to.deep.equal({ open: true, beside: true });
  });

  it('goes above the text when the text is enlarged', async () => {
    for (const style of ['font-size: 200%', '--charter-font-size: 32px']) {
      const { viewer } = await at('1000px', style);
      expect(contents(viewer), style).to.deep.equal({ open: false, beside: false });
    }
  });

  it('follows the width of the element, without a loop of its observer', async () => {
    const errors = recordEvents(window, 'error');
    const { viewer, box } = await at('320px');
    for (const [width, isWide] of [
      ['1000px', true],
      ['320px', false],
    ] as const) {
      box.style.setProperty('width', width);
      await resized(viewer);
      expect(contents(viewer), width).to.deep.equal({ open: isWide, beside: isWide });
    }
    expect(errors.length).to.equal(0);
  });

  it('follows the width of another place too', async () => {
    const { viewer, box } = await at('320px');
    viewer.remove();
    box.style.setProperty('width', '1000px');
    box.append(viewer);
    await resized(viewer);
    expect(contents(viewer)).to.deep.equal({ open: true, beside: true });
  });

  it('stays as the reader left it', async () => {
    const { viewer } = await at('320px');
    part(viewer, 'toc')!.querySelector('summary')!.click();
    viewer.plain = true;
    await viewer.updateComplete;
    expect(contents(viewer).open).to.be.true;
  });
});

import type { StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { parts } from './dom.ts';
import { declarationOf } from './manifest.ts';
import { keep } from './state.ts';
import type { ElementState } from './state.ts';
import '../stories.css';

/** How far apart two marks stand at least, in pixels. */
const markSize = 22;

/** Draws the parts of a real element over it, with their list. */
export function anatomyStory<T extends LitElement>(tag: string, state: ElementState<T>): StoryObj {
  const { cssParts = [], slots = [], cssStates = [] } = declarationOf(tag);
  return {
    parameters: { controls: { disable: true }, docs: { story: { autoplay: true } } },
    render: () => html`
      <div class="subject anatomy">
        ${keep(state.template)}
        <div class="outlines" aria-hidden="true"></div>
      </div>
      <div class="doc" lang="fr" dir="ltr">
        <p>
          Chaque partie se met en forme depuis la page avec
          <code>${tag}::part(…)</code>. Les parties marquées « – » n’apparaissent pas dans cet état.
        </p>
        <div class="scroller" tabindex="0" role="region" aria-label="Parties de l’élément">
          <table>
            <caption>
              Parties
            </caption>
            <thead>
              <tr>
                <th scope="col">Repère</th>
                <th scope="col">Partie</th>
                <th scope="col">Ce que c’est</th>
              </tr>
            </thead>
            <tbody>
              ${cssParts.map(
                ({ name, description }) =>
                  html`<tr data-part=${name}>
                    <td></td>
                    <th scope="row"><code>${name}</code></th>
                    <td lang="en">${description}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
        ${list('Emplacements (slots)', slots)} ${list('États (:state)', cssStates)}
      </div>
    `,
    play: async ({ canvasElement }) => {
      const element = canvasElement.querySelector<T>(tag)!;
      await state.reach(element);
      const redraw = (): void => draw(canvasElement, element);
      redraw();
      // The outlines follow the element, also when a toolbar changes the width or the language.
      new ResizeObserver(redraw).observe(element);
      new MutationObserver(redraw).observe(element.shadowRoot!, {
        attributes: true,
        characterData: true,
        childList: true,
        subtree: true,
      });
    },
  };
}

function list(
  caption: string,
  entries: readonly { name: string; description?: string }[],
): TemplateResult | typeof nothing {
  if (entries.length === 0) return nothing;
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">Nom</th>
        <th scope="col">Ce que c’est</th>
      </tr>
    </thead>
    <tbody>
      ${entries.map(
        ({ name, description }) =>
          html`<tr>
            <th scope="row"><code>${name || '(par défaut)'}</code></th>
            <td lang="en">${description}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function draw(canvas: HTMLElement, element: Element): void {
  const layer = canvas.querySelector('.outlines')!;
  const origin = layer.getBoundingClientRect();
  const isRightToLeft = getComputedStyle(layer).direction === 'rtl';
  const placed: { x: number; y: number }[] = [];
  const boxes: HTMLElement[] = [];
  let number = 0;
  for (const row of canvas.querySelectorAll<HTMLTableRowElement>('tr[data-part]')) {
    const found = parts(element, row.dataset['part']!).filter((each) => each.getClientRects().length > 0);
    const label = found.length > 0 ? String(++number) : '–';
    const mark = document.createElement('span');
    mark.className = found.length > 0 ? 'mark' : 'absent';
    mark.textContent = label;
    row.cells[0]!.replaceChildren(mark);
    for (const each of found) {
      const { left, top, width, height } = each.getBoundingClientRect();
      const box = document.createElement('div');
      box.style.cssText = `left:${left - origin.left}px;top:${top - origin.top}px;width:${width}px;height:${height}px`;
      // Marks stand before the parts, one before the other where parts begin together.
      const step = isRightToLeft ? markSize : -markSize;
      const edge = isRightToLeft ? left + width - markSize : left;
      const place = { x: edge - origin.left + step, y: top - origin.top };
      while (placed.some(({ x, y }) => Math.abs(x - place.x) < markSize && Math.abs(y - place.y) < markSize))
        place.x += step;
      placed.push(place);
      const tick = document.createElement('span');
      tick.textContent = label;
      tick.style.cssText = `left:${place.x}px;top:${place.y}px`;
      boxes.push(box, tick);
    }
  }
  layer.replaceChildren(...boxes);
}

import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { keep } from './state.ts';
import type { ElementState } from './state.ts';
import '../stories.css';

/** Two columns of a table; French. */
type Row = readonly [what: string, how: string];

export interface AccessibilityNotes {
  /** What assistive technology is given, by part. */
  readonly roles: readonly Row[];
  /** What each key does. */
  readonly keys: readonly Row[];
  /** What is said without a move of the focus, and when. */
  readonly announced: readonly Row[];
  /** Where the focus goes after an act. */
  readonly focus: readonly Row[];
}

/** How an element is used without a mouse and without a screen, beside the element itself. */
export function accessibilityStory<T extends LitElement>(
  tag: string,
  state: ElementState<T>,
  { roles, keys, announced, focus }: AccessibilityNotes,
): StoryObj {
  return {
    parameters: { controls: { disable: true }, docs: { story: { autoplay: true } } },
    render: () => html`
      <div class="doc" lang="fr" dir="ltr">
        ${table('Rôles et noms', ['Partie', 'Ce qui est transmis'], roles)}
        ${table('Clavier', ['Touche', 'Effet'], keys, true)}
        ${table('Annonces', ['Quand', 'Ce qui est dit'], announced)}
        ${table('Focus', ['Après', 'Il va sur'], focus)}
      </div>
      <div class="subject">${keep(state.template)}</div>
    `,
    play: async ({ canvasElement }) => {
      await state.reach(canvasElement.querySelector<T>(tag)!);
    },
  };
}

function table(
  caption: string,
  [first, second]: readonly [string, string],
  rows: readonly Row[],
  areKeys = false,
): TemplateResult | '' {
  if (rows.length === 0) return '';
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${first}</th>
        <th scope="col">${second}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([what, how]) =>
          html`<tr>
            <th scope="row">${areKeys ? html`<kbd>${what}</kbd>` : what}</th>
            <td>${how}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

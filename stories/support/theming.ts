import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { LitElement } from 'lit';
import { declarationOf } from './manifest.ts';
import { keep } from './state.ts';
import type { ElementState } from './state.ts';
import '../stories.css';

/** The tokens that the controls change. */
const tokenOf = {
  accent: '--charter-accent-color',
  onAccent: '--charter-on-accent-color',
  surface: '--charter-surface-color',
  text: '--charter-text-color',
  radius: '--charter-radius',
  space: '--charter-space',
} as const;

const colour = (name: string) => ({ name, control: { type: 'color' as const } });
const length = (name: string) => ({ name, control: { type: 'text' as const } });

/** The same element with and without tokens of a page, and the list of those that it reads. */
export function themingStory<T extends LitElement>(tag: string, state: ElementState<T>): StoryObj {
  return {
    args: {
      accent: '#5b2a86',
      onAccent: '#ffffff',
      surface: '#fbf8ff',
      text: '#241a2e',
      radius: '0.75em',
      space: '1.25em',
    },
    argTypes: {
      accent: colour(tokenOf.accent),
      onAccent: colour(tokenOf.onAccent),
      surface: colour(tokenOf.surface),
      text: colour(tokenOf.text),
      radius: length(tokenOf.radius),
      space: length(tokenOf.space),
    },
    render: (args) => {
      const declarations = Object.entries(tokenOf).map(([name, token]) => `${token}: ${args[name]};`);
      return html`
        <div class="pair">
          <div>
            <p class="label" lang="fr">Jetons de la page</p>
            ${keep(state.template)}
          </div>
          <div>
            <p class="label" lang="fr">Jetons changés</p>
            <div style=${`color-scheme: light; ${declarations.join(' ')}`}>${keep(state.template)}</div>
          </div>
        </div>
        <div class="doc" lang="fr" dir="ltr">
          <pre><code>${tag} {
${declarations.map((line) => `  ${line}\n`)}}</code></pre>
          <div class="scroller" tabindex="0" role="region" aria-label="Jetons lus par l’élément">
            <table>
              <caption>
                Jetons lus par l’élément
              </caption>
              <thead>
                <tr>
                  <th scope="col">Jeton</th>
                  <th scope="col">Valeur par défaut</th>
                  <th scope="col">À quoi il sert</th>
                </tr>
              </thead>
              <tbody>
                ${declarationOf(tag).cssProperties?.map(
                  ({ name, default: value, description }) =>
                    html`<tr>
                      <th scope="row"><code>${name}</code></th>
                      <td><code>${value}</code></td>
                      <td lang="en">${description}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>
        </div>
      `;
    },
    play: async ({ canvasElement }) => {
      await Promise.all([...canvasElement.querySelectorAll<T>(tag)].map((element) => state.reach(element)));
    },
  };
}

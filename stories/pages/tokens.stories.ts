import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { expect } from 'storybook/test';
import '../stories.css';
import { allTokens, contrastOf, readColour, valueOf } from '../support/tokens.ts';
import type { Tier, Token } from '../support/tokens.ts';
import './tokens.css';

export default {
  title: 'Jetons',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
} satisfies Meta;

const tokens = allTokens();

/** What a colour is read against, and the least contrast that it needs there. */
interface Demand {
  readonly against: string;
  /** 0 where nothing is asked: a line that only decorates. */
  readonly least: number;
}

function demandOf(name: string): Demand {
  const button = '--charter-acknowledgement-sign-button';
  if (name === `${button}-background`) return { against: `${button}-color`, least: 4.5 };
  if (name === `${button}-color`) return { against: `${button}-background`, least: 4.5 };
  if (/surface-color$|-ground$|-background$/.test(name))
    return { against: '--charter-text-color', least: 4.5 };
  if (name === '--charter-on-accent-color') return { against: '--charter-accent-color', least: 4.5 };
  if (name === '--charter-line-color') return { against: '--charter-surface-color', least: 0 };
  const isGraphic = /(control-border|focus|success|warning)/.test(name);
  return { against: '--charter-surface-color', least: isGraphic ? 3 : 4.5 };
}

const isColour = ({ name }: Token): boolean =>
  /-color$|^--charter-palette-/.test(name) ||
  (/-background$/.test(name) && CSS.supports('color', valueOf(name, tokens)));

// `inherit` is a length to CSS, and nothing that can be drawn.
const isLength = ({ name, default: value }: Token): boolean =>
  value !== 'inherit' &&
  CSS.supports(
    'inline-size',
    value.replaceAll(/var\((--[\w-]+)\)/g, (_, other: string) => defaultOf(other)),
  ) &&
  name !== '--charter-radius';

const defaultOf = (name: string): string => tokens.find((token) => token.name === name)?.default ?? '0px';

const tiers: readonly (readonly [Tier, string, string])[] = [
  [
    'palette',
    'La palette',
    'Quelques couleurs, d’où viennent toutes les autres : commencez par elles pour prendre celles de l’établissement.',
  ],
  [
    'role',
    'Les rôles',
    'Ce que chaque couleur, chaque espace, chaque taille fait dans l’interface. Chacun vient de la palette, sauf si la page en décide autrement.',
  ],
  ['element', 'Les éléments', 'Ce qui ne concerne qu’un élément.'],
];

const number = new Intl.NumberFormat('fr', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const Tokens: StoryObj = {
  name: 'Tous les jetons',
  render: () => html`
    <div class="doc tokens" lang="fr" dir="ltr">
      <p>
        Un jeton est une propriété CSS que la page peut écrire, sur <code>:root</code> ou sur un élément seul.
        Les contrastes sont mesurés dans cette page : changez le thème dans la barre d’outils, ils changent
        aussi.
      </p>
      ${tiers.map(([tier, title, use]) =>
        renderTier(
          title,
          use,
          tokens.filter((token) => token.tier === tier),
        ),
      )}
    </div>
  `,
  play: async ({ canvasElement }) => {
    measure(canvasElement);
    // The toolbar changes the theme at the root of the page.
    const observer = new MutationObserver(() => measure(canvasElement));
    observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'style'] });
    await expect(canvasElement.querySelectorAll('[data-ratio].short')).toHaveLength(0);
  },
};

function renderTier(title: string, use: string, members: readonly Token[]): TemplateResult | typeof nothing {
  if (members.length === 0) return nothing;
  return html`<h2>${title}</h2>
    <p>${use}</p>
    <div class="scroller" tabindex="0" role="region" aria-label=${title}>
      <table>
        <thead>
          <tr>
            <th scope="col">Aspect</th>
            <th scope="col">Jeton</th>
            <th scope="col">Valeur par défaut</th>
            <th scope="col">Contraste</th>
            <th scope="col">Où il sert</th>
          </tr>
        </thead>
        <tbody>
          ${members.map(renderToken)}
        </tbody>
      </table>
    </div>`;
}

function renderToken(token: Token): TemplateResult {
  const { name, default: value, description, tags } = token;
  return html`<tr>
    <td>${renderSample(token)}</td>
    <th scope="row"><code>${name}</code></th>
    <td><code>${value}</code></td>
    <td data-ratio=${isColour(token) ? name : nothing}>${isColour(token) ? nothing : '–'}</td>
    <td>
      <span lang="en">${description}</span>
      <span class="tags">${tags.length === 5 ? 'Tous les éléments' : tags.join(', ')}</span>
    </td>
  </tr>`;
}

function renderSample(token: Token): TemplateResult | typeof nothing {
  const value = valueOf(token.name, tokens);
  if (isColour(token)) return html`<span class="swatch" style=${`background: ${value}`}></span>`;
  if (token.name.endsWith('radius'))
    return html`<span class="swatch" style=${`border-radius: ${value}`}></span>`;
  return isLength(token) ? html`<span class="length" style=${`inline-size: ${value}`}></span>` : nothing;
}

/** Writes the contrast of each colour as the page shows it now. */
function measure(canvas: HTMLElement): void {
  const probe = document.createElement('span');
  canvas.append(probe);
  const computed = (name: string): string => {
    probe.style.color = valueOf(name, tokens);
    return getComputedStyle(probe).color;
  };
  const surface = computed('--charter-palette-ground');
  const colourOf = (name: string) => readColour(surface, computed('--charter-surface-color'), computed(name));
  for (const cell of canvas.querySelectorAll<HTMLElement>('[data-ratio]')) {
    const name = cell.dataset['ratio']!;
    const { against, least } = demandOf(name);
    const ratio = contrastOf(colourOf(name), colourOf(against));
    const isShort = ratio < least;
    cell.classList.toggle('short', isShort);
    const verdict = least === 0 ? '' : isShort ? `, moins de ${number.format(least)}` : ', suffisant';
    cell.textContent = `${number.format(ratio)}\u00a0: 1${verdict}`;
    cell.title = `sur ${against}`;
  }
  probe.remove();
}

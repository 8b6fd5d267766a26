import type { Decorator, Preview, StoryContext } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { directionOf } from '../src/localization/language.ts';
import { heading } from '../src/templates/heading.ts';

/** The page around a story, as the toolbars choose it. */
export interface Surroundings {
  readonly language: string;
  /** `auto` follows the language. */
  readonly direction: 'auto' | 'ltr' | 'rtl';
  /** `light`, `dark` or the name of a theme of demo/themes. */
  readonly theme: string;
  /** `wcag`: the text spacing that readers may set (WCAG 1.4.12). */
  readonly spacing: 'normal' | 'wcag';
  /** Pixels, or `full`. */
  readonly width: string;
}

// As they are written: compiled, `light-dark()` would follow no scheme but that of its own file.
const sheets = import.meta.glob<string>('../demo/themes/*.css', {
  query: '?raw',
  import: 'default',
  eager: true,
});
/** In the toolbar; a theme that is not here goes by its file's name. */
const themeNames: Readonly<Record<string, string>> = {
  neutral: 'Neutre',
  'university-hospital': 'Hôpital universitaire',
  'regional-group': 'Groupement régional',
  'high-contrast': 'Contraste élevé',
};
const themes = Object.keys(sheets).map((path) => /([^/]+)\.css$/.exec(path)![1]!);

const items = (entries: readonly (readonly [value: string, title: string])[]) =>
  entries.map(([value, title]) => ({ value, title }));

export const globalTypes: NonNullable<Preview['globalTypes']> = {
  language: {
    description: 'Langue de la page',
    toolbar: {
      title: 'Langue',
      icon: 'globe',
      dynamicTitle: true,
      items: items([
        ['fr', 'Français'],
        ['en', 'English'],
        ['de', 'Deutsch'],
        ['es', 'Español'],
        ['pt', 'Português'],
        ['ar', 'العربية'],
      ]),
    },
  },
  direction: {
    description: 'Sens de lecture',
    toolbar: {
      title: 'Sens',
      icon: 'transfer',
      dynamicTitle: true,
      items: items([
        ['auto', 'Sens de la langue'],
        ['ltr', 'De gauche à droite'],
        ['rtl', 'De droite à gauche'],
      ]),
    },
  },
  theme: {
    description: 'Thème de la page',
    toolbar: {
      title: 'Thème',
      icon: 'paintbrush',
      dynamicTitle: true,
      items: items([
        ['light', 'Clair'],
        ['dark', 'Sombre'],
        ...themes.map((name) => [name, themeNames[name] ?? name] as const),
      ]),
    },
  },
  spacing: {
    description: 'Espacement du texte',
    toolbar: {
      title: 'Espacement',
      icon: 'paragraph',
      dynamicTitle: true,
      items: items([
        ['normal', 'Espacement normal'],
        ['wcag', 'Texte espacé (WCAG 1.4.12)'],
      ]),
    },
  },
  width: {
    description: 'Largeur de la page',
    toolbar: {
      title: 'Largeur',
      icon: 'grow',
      dynamicTitle: true,
      items: items([
        ['full', 'Toute la largeur'],
        ['320', '320 px'],
        ['768', '768 px'],
        ['1280', '1280 px'],
      ]),
    },
  },
};

export const initialGlobals: Surroundings = {
  language: 'fr',
  direction: 'auto',
  theme: 'light',
  spacing: 'normal',
  width: 'full',
};

const themeSheet = new CSSStyleSheet();
themeSheet.replaceSync(Object.values(sheets).join('\n'));
const directionSheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(themeSheet);

/** Puts the page of the toolbars around a story. */
export const withSurroundings: Decorator = (story, context) => {
  const { language, direction, theme, spacing, width } = surroundingsOf(context);
  const dir = direction === 'auto' ? directionOf(language) : direction;
  directionSheet.replaceSync(direction === 'auto' ? '' : `[part~='root'] { direction: ${direction}; }`);
  const { documentElement } = document;
  documentElement.lang = language;
  documentElement.dir = context.viewMode === 'docs' ? 'ltr' : dir;
  documentElement.dataset['theme'] = theme;
  documentElement.style.colorScheme = theme === 'dark' ? 'dark' : 'light';
  const content = html`<div
    class="surroundings ${spacing === 'wcag' ? 'spaced' : ''}"
    lang=${language}
    dir=${dir}
    style=${width === 'full' ? nothing : `inline-size: ${width}px`}
  >
    ${story()}
  </div>`;
  if (context.viewMode === 'docs') return content;
  // A page of its own: with a main part and a title, as the page of a hospital has.
  const { levelsAbove = 1 } = context.parameters as { levelsAbove?: number };
  const title = html`<span lang="fr">${context.title}, ${context.name}</span>`;
  return html`<main>
    ${Array.from({ length: levelsAbove }, (_, level) => heading(level + 1, title, { name: 'page-title' }))}
    ${content}
  </main>`;
};

/** Makes the elements of a story follow a forced direction: they set that of their language. */
export function forceDirection(canvas: ParentNode): void {
  for (const element of canvas.querySelectorAll('*')) {
    const root = element.shadowRoot;
    if (root && element.localName.startsWith('charter-') && !root.adoptedStyleSheets.includes(directionSheet))
      root.adoptedStyleSheets.push(directionSheet);
  }
}

function surroundingsOf({ globals }: StoryContext): Surroundings {
  return { ...initialGlobals, ...(globals as Partial<Surroundings>) };
}

import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { directionOf } from '../../src/localization/language.ts';
import { overrideTexts } from '../../src/localization/text-overrides.ts';
import { keep } from './state.ts';
import '../stories.css';

/** The languages of the interface. */
export const languages = ['fr', 'en', 'de', 'es', 'pt', 'ar'] as const;
export type Language = (typeof languages)[number];

/** French with a hospital's own words: a tag of its own, so that the other stories keep theirs. */
const ownFrench = 'fr-x-hopital';

const names = new Intl.DisplayNames('fr', { type: 'language' });

export interface LocalisationOptions<T extends LitElement> {
  readonly template: (language: Language) => TemplateResult | HTMLElement;
  readonly reach: (element: T) => Promise<unknown>;
  /** Numbers that are said in several ways, with what shows each. */
  readonly plurals?: {
    readonly language: Language;
    readonly examples: readonly (readonly [title: string, template: TemplateResult])[];
  };
  /** A text that a hospital replaces. */
  readonly override: { readonly id: string; readonly text: string };
}

/** An element in each language, in the forms of its plurals, and with a text that a hospital replaced. */
export function localisationStory<T extends LitElement>(
  tag: string,
  { template, reach, plurals, override }: LocalisationOptions<T>,
): StoryObj {
  const { id, text } = override;
  return {
    parameters: { controls: { disable: true }, docs: { story: { autoplay: true } } },
    render: () => {
      overrideTexts(ownFrench, { [id]: text });
      return html`
        <div class="languages">
          ${languages.map((language) => inLanguage(language, names.of(language)!, () => template(language)))}
          ${plurals?.examples.map(([title, example]) => inLanguage(plurals.language, title, () => example))}
          <div>
            <div class="doc" lang="fr" dir="ltr">
              <p class="label">Un texte remplacé par l’établissement :</p>
              <pre><code>overrideTexts('fr', { '${id}': '${text}' });</code></pre>
            </div>
            <div lang=${ownFrench} dir="ltr">${keep(() => template('fr'))}</div>
          </div>
        </div>
      `;
    },
    play: async ({ canvasElement }) => {
      await Promise.all([...canvasElement.querySelectorAll<T>(tag)].map(reach));
    },
  };
}

function inLanguage(
  language: Language,
  title: string,
  template: () => TemplateResult | HTMLElement,
): TemplateResult {
  return html`<div>
    <p class="label" lang="fr" dir="ltr">${title}</p>
    <div lang=${language} dir=${directionOf(language)}>${keep(template)}</div>
  </div>`;
}

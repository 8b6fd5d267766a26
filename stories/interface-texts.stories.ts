import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { directionOf } from '../src/localization/language.ts';
import { readTexts, translatedLanguages } from './interface-texts.ts';
import type { TranslatedLanguage } from './interface-texts.ts';
import styles from './interface-texts.css?inline';

interface Args {
  /** Part of an id or of a text. */
  search: string;
  language: TranslatedLanguage;
}

export default {
  title: 'Localisation/Textes de l’interface',
  args: { search: '', language: 'en' },
  argTypes: {
    search: { control: 'text', name: 'chercher' },
    language: { control: 'select', options: translatedLanguages, name: 'traduction' },
  },
} satisfies Meta<Args>;

const names = new Intl.DisplayNames('fr', { type: 'language' });

/** Every text that a hospital can replace, with its id, where it appears and how long it may be. */
export const Textes: StoryObj<Args> = {
  name: 'Tous les textes',
  render: ({ search, language }) => {
    const wanted = search.toLowerCase();
    const texts = readTexts(language).filter(({ id, source, target }) =>
      [id, source, target].some((text) => text.toLowerCase().includes(wanted)),
    );
    return html`<style>
        ${styles}
      </style>
      <div class="texts" lang="fr">
        <h1>Les textes de l’interface</h1>
        <p>
          Un établissement remplace chacun d’eux sans reconstruire la page :
          <code>overrideTexts('fr', { '${texts[0]?.id ?? 'viewer.print'}': '…' })</code>. Les marques
          <code>\${0}</code>, <code>\${1}</code> tiennent la place d’une valeur.
        </p>
        <table>
          <caption>
            Textes affichés : ${texts.length}
          </caption>
          <thead>
            <tr>
              <th scope="col">Identifiant</th>
              <th scope="col">Texte</th>
              <th scope="col">Traduction (${names.of(language)})</th>
              <th scope="col">Où il apparaît</th>
              <th scope="col">Longueur</th>
            </tr>
          </thead>
          <tbody>
            ${texts.map(
              ({ id, source, target, note, limit }) =>
                html`<tr>
                  <th scope="row"><code>${id}</code></th>
                  <td>${source}</td>
                  <td lang=${language} dir=${directionOf(language)}>${target}</td>
                  <td lang="en">${note}</td>
                  <td>${limit === undefined ? source.length : `${source.length} sur ${limit}`}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  },
};

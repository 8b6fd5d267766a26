import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../stories.css';

export default {
  title: 'Bienvenue',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
} satisfies Meta;

/** Where each page of Storybook is, and what it is for. */
const places: readonly (readonly [id: string, title: string, use: string])[] = [
  [
    'éléments-lecture--overview',
    'Lecture',
    'la charte, son sommaire, sa version facile à lire, ses changements',
  ],
  ['éléments-bonnes-pratiques--overview', 'Bonnes pratiques', 'ce que chacun coche'],
  ['éléments-confidentialité--overview', 'Confidentialité', 'les réglages de chaque réseau, un par un'],
  ['éléments-signature--overview', 'Signature', 'l’identité, les déclarations, la signature, son reçu'],
  ['éléments-reçu--overview', 'Reçu', 'la vérification d’un reçu, même hors ligne'],
  [
    'pages-composer-une-page-de-charte--compose',
    'Composer une page de charte',
    'tous ensemble, avec le code à copier',
  ],
  [
    'pages-le-contrat-http--console',
    'Le contrat HTTP',
    'ce qui part, ce que le service répond, ce que la personne voit',
  ],
  ['jetons--tokens', 'Jetons', 'les couleurs, les espaces et les tailles, avec leurs contrastes'],
  [
    'localisation-textes-de-l-interface--textes',
    'Textes de l’interface',
    'chaque texte, sa traduction, sa longueur',
  ],
];

const tools: readonly (readonly [string, string])[] = [
  ['Langue', 'celle de la page : les éléments suivent'],
  ['Sens', 'celui de la langue, ou l’autre pour vérifier une mise en page'],
  ['Thème', 'clair, sombre, ou l’un de ceux qui sont faits avec les seuls jetons'],
  ['Espacement', 'celui que certaines personnes règlent pour lire (WCAG 1.4.12)'],
  ['Largeur', '320 px, c’est un téléphone, ou un écran agrandi quatre fois'],
];

export const Welcome: StoryObj = {
  name: 'Par où commencer',
  render: () => html`
    <div class="doc" lang="fr" dir="ltr">
      <h2>Lire, cocher, régler, signer</h2>
      <p>
        Ces éléments apportent sur l’intranet d’un hôpital sa charte de bon usage des réseaux sociaux. Tout ce
        que vous voyez ici est le vrai code : les états difficiles (hors ligne, session terminée, charte
        modifiée entre-temps, reçu falsifié) sont obtenus par un service qui répond dans la page.
      </p>
      <h2>Où trouver quoi</h2>
      <ul>
        ${places.map(
          ([id, title, use]) =>
            html`<li><a href=${`./?path=/story/${id}`} target="_top">${title}</a> : ${use}</li>`,
        )}
      </ul>
      <h2>Pour chaque élément</h2>
      <ul>
        <li>un bac à sable, où tout se règle, et les événements dans le panneau « Actions » ;</li>
        <li>son anatomie, chaque partie étant nommée sur l’élément lui-même ;</li>
        <li>tous ses états, un par page ;</li>
        <li>ses jetons, ses langues, son usage au clavier et avec un lecteur d’écran ;</li>
        <li>ses parcours, joués sous vos yeux dans le panneau « Interactions ».</li>
      </ul>
      <h2>La barre d’outils</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Outil</th>
            <th scope="col">Ce qu’il change</th>
          </tr>
        </thead>
        <tbody>
          ${tools.map(
            ([tool, effect]) =>
              html`<tr>
                <th scope="row">${tool}</th>
                <td>${effect}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `,
};

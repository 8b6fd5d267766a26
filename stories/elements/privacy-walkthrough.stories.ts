import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, within } from 'storybook/test';
import type { CharterPrivacyWalkthrough } from '../../src/elements/privacy-walkthrough/privacy-walkthrough-element.ts';
import { answerStep, shown, walkthroughStates } from '../states/privacy-walkthrough.ts';
import { accessibilityStory } from '../support/accessibility.ts';
import { anatomyStory } from '../support/anatomy.ts';
import { smallNetworks } from '../support/documents.ts';
import { eventOf, find, parts, rendered, textOf } from '../support/dom.ts';
import { localisationStory } from '../support/localisation.ts';
import { metaOf, playgroundStory, stateStory, subjectOf } from '../support/stories.ts';
import { themingStory } from '../support/theming.ts';

const tag = 'charter-privacy-walkthrough';
/** In two states, the built-in data does not come. */
const stranded = 'stranded-walkthrough';
const states = walkthroughStates();

export default {
  title: 'Éléments/Confidentialité',
  ...metaOf(
    tag,
    'Les réglages de confidentialité de chaque réseau, un par un : but, raison, chemin dans les menus, valeur ' +
      'conseillée, lien direct, et ce que la personne en a fait. Rien ne quitte le navigateur.',
  ),
} satisfies Meta;

export const Playground: StoryObj = {
  name: 'Bac à sable',
  ...playgroundStory(tag, { networks: 'facebook linkedin', network: 'linkedin', platform: 'web' }, shown),
};

export const Overview: StoryObj = {
  name: 'Aperçu',
  parameters: { controls: { disable: true }, docs: { story: { autoplay: true } } },
  render: () => html`<charter-privacy-walkthrough network="whatsapp"></charter-privacy-walkthrough>`,
  play: ({ canvasElement }) => shown(subjectOf(canvasElement, tag)),
};

export const Anatomy: StoryObj = { name: 'Anatomie', ...anatomyStory(tag, states.completed) };

export const Fresh: StoryObj = { name: 'État – Choix du réseau', ...stateStory(tag, states.fresh) };
export const Open: StoryObj = { name: 'État – Réseau ouvert', ...stateStory(tag, states.open) };
export const Unfolded: StoryObj = {
  name: 'État – Réglages renforcés dépliés',
  ...stateStory(tag, states.unfolded),
};
export const HalfDone: StoryObj = {
  name: 'État – À moitié fait',
  ...stateStory(tag, states['half done']),
};
export const Completed: StoryObj = { name: 'État – Réseau terminé', ...stateStory(tag, states.completed) };
export const Erasing: StoryObj = {
  name: 'État – Effacement à confirmer',
  ...stateStory(tag, states.erasing),
};
export const WrongServer: StoryObj = {
  name: 'État – Serveur mal saisi',
  ...stateStory(tag, states['wrong server']),
};
export const ToRecheck: StoryObj = {
  name: 'État – Réglage à revoir',
  ...stateStory(tag, states['to recheck']),
};
export const Overdue: StoryObj = { name: 'État – Données à relire', ...stateStory(tag, states.overdue) };
export const BadFile: StoryObj = {
  name: 'État – Fichier de l’établissement refusé',
  ...stateStory(tag, states['bad file']),
};
export const Failed: StoryObj = { name: 'État – Échec', ...stateStory(stranded, states.failed) };
export const Loading: StoryObj = { name: 'État – Chargement', ...stateStory(stranded, states.loading) };

export const Theming: StoryObj = { name: 'Thèmes', ...themingStory(tag, states.fresh) };

export const Localisation: StoryObj = {
  name: 'Localisation',
  ...localisationStory<CharterPrivacyWalkthrough>(tag, {
    template: () =>
      html`<charter-privacy-walkthrough networks="tiny" src=${smallNetworks}></charter-privacy-walkthrough>`,
    // Every answer is « later »: what is left is said with its number.
    reach: async (element) => {
      await shown(element);
      for (const rank of parts(element, 'step').keys()) await answerStep(element, rank, 'later');
    },
    plurals: {
      language: 'ar',
      examples: [
        [
          'Arabe : plusieurs réglages laissés pour plus tard',
          html`<charter-privacy-walkthrough networks="bluesky"></charter-privacy-walkthrough>`,
        ],
      ],
    },
    override: { id: 'privacy-walkthrough.title', text: 'Mes réseaux, mes réglages' },
  }),
};

export const Accessibility: StoryObj = {
  name: 'Accessibilité',
  ...accessibilityStory(tag, states.open, {
    roles: [
      ['Choix du réseau', 'des boutons ; celui du réseau ouvert est l’élément courant'],
      ['Progression', 'un message de statut, repris par une barre qui porte le même nom'],
      ['Appareil, réponse', 'des groupes de boutons radio, nommés par leur légende'],
      ['Réglages', 'une liste numérotée, dont chaque but est un titre'],
      ['Lien vers un réglage', 'son nom finit par le but du réglage : deux liens ne se confondent pas'],
      ['Échec', 'une alerte, avec un bouton « Réessayer »'],
    ],
    keys: [
      ['Tab', 'va au groupe, au bouton ou au lien suivant'],
      ['Flèches', 'changent la réponse ou l’appareil'],
      ['Entrée', 'ouvre un réseau, suit un lien, presse un bouton'],
      ['Espace', 'choisit une réponse, presse un bouton, déplie les réglages renforcés'],
    ],
    announced: [
      ['Une réponse est donnée', 'le nombre de réglages faits'],
      ['L’adresse du serveur n’en est pas une', 'l’erreur, une fois la saisie finie'],
      ['Les réponses sont effacées', 'qu’elles le sont'],
    ],
    focus: [
      ['Le choix d’un réseau', 'le titre de ce réseau'],
      ['« Tout effacer »', 'le bouton qui confirme'],
      ['L’effacement confirmé', 'le titre de l’élément'],
    ],
  }),
};

/** One network from the choice to the last answer. */
export const NetworkFlow: StoryObj = {
  name: 'Parcours – régler un réseau de bout en bout',
  tags: ['!autodocs', 'flow'],
  parameters: { controls: { disable: true } },
  render: () => html`<charter-privacy-walkthrough networks="bluesky whatsapp"></charter-privacy-walkthrough>`,
  play: async ({ canvasElement, step, userEvent }) => {
    const element = subjectOf<CharterPrivacyWalkthrough>(canvasElement, tag);
    await shown(element);
    const inside = within(element.shadowRoot as unknown as HTMLElement);

    await step('Le réseau choisi s’ouvre, et son titre reçoit le focus', async () => {
      await userEvent.click(inside.getByRole('button', { name: /Bluesky/ }));
      const title = await rendered(element, '[part~=network-title]');
      await element.updateComplete;
      await expect(element.shadowRoot!.activeElement).toBe(title);
    });
    await step('Chaque réponse est annoncée, puis le réseau entier', async () => {
      const isCompleted = eventOf(element, 'charter-network-completed');
      const count = parts(element, 'step').length;
      for (let rank = 0; rank < count; rank++) {
        const isAnswered = eventOf(element, 'charter-step-completed');
        await answerStep(element, rank, rank === 0 ? 'later' : 'done');
        const { detail } = await isAnswered;
        await expect(detail.network).toBe('bluesky');
      }
      const { detail } = await isCompleted;
      await expect(Object.keys(detail.outcomes)).toHaveLength(count);
      await expect(element.matches(':state(completed)')).toBe(true);
    });
    await step('La suite est proposée', async () => {
      await expect(textOf(find(element, '[part~=closing]'))).toContain('1 réglage laissé pour plus tard');
      await expect(textOf(find(element, '[part~=next-button]'))).toContain('WhatsApp');
    });
  },
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, within } from 'storybook/test';
import arabicCharter from '../../src/built-in/generated/charter.ar.ts';
import englishCharter from '../../src/built-in/generated/charter.en.ts';
import frenchCharter from '../../src/built-in/generated/charter.fr.ts';
import type { Charter } from '../../src/charter/charter.ts';
import type { CharterChecklist } from '../../src/elements/checklist/checklist-element.ts';
import { checklistStates as states } from '../states/checklist.ts';
import { accessibilityStory } from '../support/accessibility.ts';
import { anatomyStory } from '../support/anatomy.ts';
import { guide } from '../support/documents.ts';
import { eventOf, part, rendered, settled, textOf } from '../support/dom.ts';
import { localisationStory } from '../support/localisation.ts';
import type { Language } from '../support/localisation.ts';
import { metaOf, playgroundStory, stateStory, subjectOf } from '../support/stories.ts';
import { themingStory } from '../support/theming.ts';

const tag = 'charter-checklist';

export default {
  title: 'Éléments/Bonnes pratiques',
  ...metaOf(
    tag,
    'Les bonnes pratiques de la charte, à cocher. C’est un champ de formulaire : sa valeur est la liste des pratiques ' +
      'cochées, et les pratiques obligatoires manquantes empêchent l’envoi. Rien n’est conservé, sauf demande de la page ' +
      '(persist).',
  ),
} satisfies Meta;

export const Playground: StoryObj = {
  name: 'Bac à sable',
  ...playgroundStory(tag, { charter: guide, name: 'practices' }, settled),
};

export const Overview: StoryObj = {
  name: 'Aperçu',
  parameters: { controls: { disable: true }, docs: { story: { autoplay: true } } },
  render: () =>
    html`<charter-checklist .value=${['no-identification', 'ask-before-publishing']}></charter-checklist>`,
  play: ({ canvasElement }) => settled(subjectOf(canvasElement, tag)),
};

export const Anatomy: StoryObj = { name: 'Anatomie', ...anatomyStory(tag, states['some ticked']) };

export const BuiltIn: StoryObj = {
  name: 'État – Charte fournie',
  ...stateStory(tag, states['built-in charter']),
};
export const SomeTicked: StoryObj = {
  name: 'État – Pratiques cochées',
  ...stateStory(tag, states['some ticked']),
};
export const AllTicked: StoryObj = {
  name: 'État – Tout est coché',
  ...stateStory(tag, states['all ticked']),
};
export const RequiredMissing: StoryObj = {
  name: 'État – Pratiques obligatoires manquantes',
  // The browser's own bubble leaves after some seconds.
  ...stateStory(tag, states['required ones missing'], { picture: false }),
};
export const Disabled: StoryObj = { name: 'État – Désactivé', ...stateStory(tag, states.disabled) };
export const InArabic: StoryObj = {
  name: 'État – Pratiques en arabe',
  ...stateStory(tag, states['practices in Arabic']),
};
export const NothingToTick: StoryObj = {
  name: 'État – Rien à cocher',
  ...stateStory(tag, states['nothing to tick']),
};
export const Failure: StoryObj = { name: 'État – Échec', ...stateStory(tag, states.failure) };
export const Loading: StoryObj = { name: 'État – Chargement', ...stateStory(tag, states.loading) };

export const Theming: StoryObj = { name: 'Thèmes', ...themingStory(tag, states['some ticked']) };

/** A few practices of the charter that the library has in a language, else of the French one. */
function few(language: Language, count: number): Charter {
  const charter = { en: englishCharter, ar: arabicCharter }[language as string] ?? frenchCharter;
  return { ...(charter as Charter), practices: (charter as Charter).practices!.slice(0, count) };
}

/** As many practices as are ticked, so that only the number changes. */
const ticked = (count: number) => {
  const practices = Array.from({ length: 12 }, (_, rank) => ({ id: `p${rank}`, text: `ممارسة ${rank + 1}` }));
  const charter = { ...few('ar', 0), practices };
  const value = practices.slice(0, count).map(({ id }) => id);
  return html`<charter-checklist .charter=${charter} .value=${value}></charter-checklist>`;
};

export const Localisation: StoryObj = {
  name: 'Localisation',
  ...localisationStory<CharterChecklist>(tag, {
    template: (language) => {
      const charter = few(language, 2);
      const value = [charter.practices![0]!.id];
      return html`<charter-checklist .charter=${charter} .value=${value}></charter-checklist>`;
    },
    reach: settled,
    plurals: {
      language: 'ar',
      examples: [
        ['Arabe : aucune pratique (forme « zero »)', ticked(0)],
        ['Arabe : une pratique (forme « one »)', ticked(1)],
        ['Arabe : deux pratiques (forme « two »)', ticked(2)],
        ['Arabe : trois pratiques (forme « few »)', ticked(3)],
        ['Arabe : onze pratiques (forme « many »)', ticked(11)],
      ],
    },
    override: { id: 'checklist.title', text: 'Nos bonnes pratiques' },
  }),
};

export const Accessibility: StoryObj = {
  name: 'Accessibilité',
  ...accessibilityStory(tag, states['some ticked'], {
    roles: [
      ['Groupe de pratiques', 'un groupe de champs, nommé par sa légende ou par le titre'],
      ['Pratique', 'une case à cocher native ; l’explication est sa description'],
      ['Progression', 'un message de statut ; la barre le répète, pour les yeux seuls'],
      ['Champ de formulaire', 'l’élément participe à la validation du formulaire qui le contient'],
    ],
    keys: [
      ['Tab', 'va à la case suivante, puis à « Tout décocher »'],
      ['Espace', 'coche ou décoche'],
      ['Entrée', 'presse « Tout décocher »'],
    ],
    announced: [
      ['Une pratique est cochée', 'le nombre de pratiques cochées'],
      [
        'Une pratique obligatoire manque à l’envoi',
        '« Cochez les pratiques obligatoires. », par le navigateur',
      ],
    ],
    focus: [
      ['focus() sur l’élément', 'la première pratique obligatoire qui manque, sinon la première pratique'],
    ],
  }),
};

/** Tick everything, hear that it is complete, untick everything. */
export const TickingFlow: StoryObj = {
  name: 'Parcours – tout cocher, puis tout décocher',
  tags: ['!autodocs', 'flow'],
  parameters: { controls: { disable: true } },
  render: () => html`<charter-checklist .charter=${guide}></charter-checklist>`,
  play: async ({ canvasElement, step, userEvent }) => {
    const checklist = subjectOf<CharterChecklist>(canvasElement, tag);
    await settled(checklist);
    const inside = within(checklist.shadowRoot as unknown as HTMLElement);

    await step('La pratique obligatoire manque : le champ n’est pas valide', async () => {
      await expect(checklist.checkValidity()).toBe(false);
    });
    await step('Tout est coché : l’élément l’annonce et son état change', async () => {
      const isComplete = eventOf(checklist, 'charter-checklist-completed');
      for (const box of inside.getAllByRole('checkbox')) await userEvent.click(box);
      const { detail } = await isComplete;
      await expect(detail.ticked).toEqual(['blur', 'ask', 'wait']);
      await checklist.updateComplete;
      await expect(checklist.matches(':state(completed)')).toBe(true);
      await expect(checklist.checkValidity()).toBe(true);
      const progress = await rendered(checklist, '[part~=progress]');
      await expect(textOf(progress)).toContain('3 pratiques cochées sur 3');
    });
    await step('« Tout décocher » vide la liste', async () => {
      const isChanged = eventOf(checklist, 'change');
      await userEvent.click(part(checklist, 'clear-button')!);
      await isChanged;
      await expect(checklist.value).toEqual([]);
    });
  },
};

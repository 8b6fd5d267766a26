import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, within } from 'storybook/test';
import arabicCharter from '../../src/built-in/generated/charter.ar.ts';
import englishCharter from '../../src/built-in/generated/charter.en.ts';
import frenchCharter from '../../src/built-in/generated/charter.fr.ts';
import type { Charter } from '../../src/charter/charter.ts';
import type { CharterViewer } from '../../src/elements/viewer/viewer-element.ts';
import { accessibilityStory } from '../support/accessibility.ts';
import { anatomyStory } from '../support/anatomy.ts';
import { guide } from '../support/documents.ts';
import { eventOf, find, part, rendered, settled, textOf } from '../support/dom.ts';
import { localisationStory } from '../support/localisation.ts';
import type { Language } from '../support/localisation.ts';
import { metaOf, playgroundStory, stateStory } from '../support/stories.ts';
import { themingStory } from '../support/theming.ts';
import { viewerStates as states } from '../states/viewer.ts';

const tag = 'charter-viewer';

export default {
  title: 'Éléments/Lecture',
  ...metaOf(
    tag,
    'Affiche la charte : sommaire, sections et références juridiques, bonnes pratiques, version facile à lire, ' +
      'changements depuis la version que la personne connaît, impression. Sans adresse ni document, c’est la charte ' +
      'fournie qui s’affiche.',
  ),
} satisfies Meta;

export const Playground: StoryObj = {
  name: 'Bac à sable',
  ...playgroundStory(tag, { charter: guide, 'changes-since': '1.0.0' }, settled),
};

export const Overview: StoryObj = {
  name: 'Aperçu',
  parameters: { controls: { disable: true } },
  render: () => html`<charter-viewer></charter-viewer>`,
  play: ({ canvasElement }) => settled(canvasElement.querySelector<CharterViewer>(tag)!),
};

export const Anatomy: StoryObj = {
  name: 'Anatomie',
  ...anatomyStory(tag, states['changes since a version']),
};

export const BuiltIn: StoryObj = {
  name: 'État – Charte fournie',
  ...stateStory(tag, states['built-in charter']),
};
export const Changes: StoryObj = {
  name: 'État – Changements depuis une version',
  ...stateStory(tag, states['changes since a version']),
};
export const Plain: StoryObj = {
  name: 'État – Version facile à lire',
  ...stateStory(tag, states['plain version']),
};
export const InArabic: StoryObj = {
  name: 'État – Document en arabe',
  ...stateStory(tag, states['document in Arabic']),
};
export const ContentsUnfolded: StoryObj = {
  name: 'État – Sommaire déplié',
  ...stateStory(tag, states['contents unfolded']),
};
export const WithoutContents: StoryObj = {
  name: 'État – Sans sommaire, titre de niveau 1',
  ...stateStory(tag, states['without contents, title of level 1']),
};
export const BeyondLevelSix: StoryObj = {
  name: 'État – Titres au-delà du niveau 6',
  ...stateStory(tag, states['titles beyond level 6'], { levelsAbove: 5 }),
};
export const Failure: StoryObj = { name: 'État – Échec', ...stateStory(tag, states.failure) };
export const Loading: StoryObj = { name: 'État – Chargement', ...stateStory(tag, states.loading) };

export const Theming: StoryObj = {
  name: 'Thèmes',
  ...themingStory(tag, states['without contents, title of level 1']),
};

/** The first words of the charter that the library has in a language, else of the French one. */
function beginning(language: Language): Charter {
  const charter = { en: englishCharter, ar: arabicCharter }[language as string] ?? frenchCharter;
  const { sections, practices: _practices, sources: _sources, ...rest } = charter as Charter;
  return { ...rest, sections: sections.slice(0, 1) };
}

export const Localisation: StoryObj = {
  name: 'Localisation',
  ...localisationStory<CharterViewer>(tag, {
    template: (language) =>
      html`<charter-viewer without-toc .charter=${beginning(language)}></charter-viewer>`,
    reach: settled,
    override: { id: 'viewer.print', text: 'Imprimer notre charte' },
  }),
};

export const Accessibility: StoryObj = {
  name: 'Accessibilité',
  ...accessibilityStory(tag, states['changes since a version'], {
    roles: [
      ['Charte', 'un article, dans la langue du document'],
      [
        'Titres',
        'de vrais titres, à partir du niveau de heading-level ; chaque section est un niveau plus bas',
      ],
      ['Sommaire', 'un repère de navigation nommé « Sommaire », repliable quand la place manque'],
      ['Version facile à lire', 'un bouton enfoncé ou relâché'],
      ['Chargement', 'un message de statut'],
      ['Échec', 'une alerte, avec un bouton « Réessayer »'],
    ],
    keys: [
      ['Tab', 'va au bouton ou au lien suivant'],
      ['Entrée', 'suit un lien du sommaire, ou presse un bouton'],
      ['Espace', 'presse un bouton, ou déplie le sommaire'],
    ],
    announced: [
      ['La charte se charge', '« Chargement de la charte… »'],
      ['La charte ne peut pas être affichée', 'le message d’échec, aussitôt'],
    ],
    focus: [
      ['Un lien du sommaire', 'le titre de la section'],
      ['« Réessayer »', 'le titre de la charte, ou le bouton si l’échec persiste'],
    ],
  }),
};

/** Read to the end, see what changed, switch to the plain version and back. */
export const ReadingFlow: StoryObj = {
  name: 'Parcours – lire, voir les changements, passer à la version facile à lire',
  tags: ['!autodocs', 'flow'],
  parameters: { controls: { disable: true } },
  render: () => states['changes since a version'].template(),
  play: async ({ canvasElement, step }) => {
    const viewer = canvasElement.querySelector<CharterViewer>(tag)!;
    const inside = within(viewer.shadowRoot as unknown as HTMLElement);

    await step('Chaque fin de section vue est annoncée, puis la charte entière', async () => {
      const isRead = eventOf(viewer, 'charter-read');
      await settled(viewer);
      for (const end of viewer.shadowRoot!.querySelectorAll('.end')) end.scrollIntoView();
      const { detail } = await isRead;
      await expect(detail.sections).toEqual(['secrecy', 'for.staff']);
    });
    await step('Les changements depuis la version 1.0.0 sont dits', async () => {
      const changes = await rendered(viewer, '[part~=changes]');
      await expect(textOf(changes)).toContain('Une section pour le personnel.');
    });
    await step('La version facile à lire remplace le texte', async () => {
      const button = inside.getByRole('button', { name: /facile à lire/ });
      button.click();
      await rendered(viewer, 'section.plain');
      await expect(button).toHaveAttribute('aria-pressed', 'true');
      await expect(textOf(find(viewer, '#secrecy'))).toContain('Ne dites rien des malades.');
    });
    await step('Et le texte entier revient', async () => {
      part(viewer, 'plain-button')!.click();
      await rendered(viewer, '[part~=legal-reference]');
      await expect(viewer.plain).toBe(false);
    });
  },
};

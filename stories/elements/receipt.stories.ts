import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { CharterReceipt } from '../../src/elements/receipt/receipt-element.ts';
import * as flows from '../flows/receipt.ts';
import { checked, receiptStates as states } from '../states/receipt.ts';
import { accessibilityStory } from '../support/accessibility.ts';
import { anatomyStory } from '../support/anatomy.ts';
import { localisationStory } from '../support/localisation.ts';
import { charter, keys, receipts } from '../support/signing-documents.ts';
import { metaOf, playgroundStory, stateStory } from '../support/stories.ts';
import { themingStory } from '../support/theming.ts';

const tag = 'charter-receipt';

export default {
  title: 'Éléments/Reçu',
  ...metaOf(
    tag,
    'Montre un reçu et le vérifie dans le navigateur : la signature n’a pas changé depuis sa réception, le reçu porte ' +
      'la signature de l’établissement, le texte signé est celui de la charte affichée. Rien n’est envoyé ; une fois la ' +
      'page ouverte, la vérification se fait même hors ligne.',
  ),
} satisfies Meta;

export const Playground: StoryObj = {
  name: 'Bac à sable',
  ...playgroundStory(tag, { keys, charter, receipt: receipts.genuine }, checked(receipts.genuine)),
};

export const Overview: StoryObj = {
  name: 'Aperçu',
  parameters: { controls: { disable: true }, docs: { story: { autoplay: true } } },
  render: states.verified.template,
  play: ({ canvasElement }) => states.verified.reach(canvasElement.querySelector<CharterReceipt>(tag)!),
};

export const Anatomy: StoryObj = { name: 'Anatomie', ...anatomyStory(tag, states.verified) };

export const Empty: StoryObj = { name: 'État – Sans reçu', ...stateStory(tag, states.empty) };
export const FileOver: StoryObj = {
  name: 'État – Fichier tenu au-dessus',
  ...stateStory(tag, states['file held over it']),
};
export const Verified: StoryObj = { name: 'État – Authentique', ...stateStory(tag, states.verified) };
export const OfRefusal: StoryObj = {
  name: 'État – Reçu d’un refus de signer',
  ...stateStory(tag, states['of a refusal']),
};
export const WithoutKeys: StoryObj = {
  name: 'État – Sans les clés de l’établissement',
  ...stateStory(tag, states['without keys']),
};
export const OfAnotherVersion: StoryObj = {
  name: 'État – D’une autre version de la charte',
  ...stateStory(tag, states['of another version']),
};
export const Altered: StoryObj = { name: 'État – Fichier modifié', ...stateStory(tag, states.altered) };
export const Forged: StoryObj = { name: 'État – Signé par une autre clé', ...stateStory(tag, states.forged) };
export const OfAnotherText: StoryObj = {
  name: 'État – D’un autre texte sous le même numéro',
  ...stateStory(tag, states['of another text']),
};
export const NotReceipt: StoryObj = {
  name: 'État – Fichier qui n’est pas un reçu',
  ...stateStory(tag, states['not a receipt']),
};

export const Theming: StoryObj = { name: 'Thèmes', ...themingStory(tag, states.verified) };

export const Localisation: StoryObj = {
  name: 'Localisation',
  ...localisationStory<CharterReceipt>(tag, {
    template: () => html`<charter-receipt .keys=${keys} .charter=${charter}></charter-receipt>`,
    reach: checked(receipts.genuine),
    override: { id: 'receipt.verified', text: 'Reçu authentique, vous pouvez le garder' },
  }),
};

export const Accessibility: StoryObj = {
  name: 'Accessibilité',
  ...accessibilityStory(tag, states['without keys'], {
    roles: [
      ['Titre', 'un vrai titre, au niveau de heading-level'],
      ['Fichier', 'un champ de fichier nommé ; déposer le fichier n’est jamais le seul moyen'],
      ['Résultat', 'un message de statut, avec une ligne pour chaque point vérifié'],
      [
        'Lignes du résultat',
        'une liste : la couleur et l’icône ne disent rien de plus que les mots de chaque ligne',
      ],
      ['Contenu du reçu', 'une liste de termes et de valeurs, la date étant une date'],
      ['Engagements signés', 'une liste, dans la langue de la charte'],
    ],
    keys: [
      ['Tab', 'va au champ de fichier, puis au bouton d’impression'],
      ['Espace', 'ouvre le choix du fichier, ou imprime le reçu'],
      ['Entrée', 'comme Espace'],
    ],
    announced: [
      ['Un reçu est lu', 'le résultat, puis chaque point vérifié'],
      ['Le fichier n’est pas un reçu', 'le message ; le champ est dit invalide et décrit par lui'],
      ['Une personne termine sur un poste partagé', 'rien : le reçu est effacé en silence'],
    ],
    focus: [['Le choix d’un fichier', 'il reste sur le champ ; le résultat est annoncé']],
  }),
};

export const VerifyingFlow: StoryObj = {
  name: 'Parcours – déposer un reçu, le voir vérifié',
  tags: ['!autodocs', 'flow'],
  ...flows.verified,
};
export const TamperingFlow: StoryObj = {
  name: 'Parcours – déposer un reçu modifié, l’apprendre',
  tags: ['!autodocs', 'flow'],
  ...flows.tampered,
};

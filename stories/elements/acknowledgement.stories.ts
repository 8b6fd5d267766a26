import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import arabicCharter from '../../src/built-in/generated/charter.ar.ts';
import englishCharter from '../../src/built-in/generated/charter.en.ts';
import type { CharterAcknowledgement } from '../../src/elements/acknowledgement/acknowledgement-element.ts';
import type { Charter } from '../../src/charter/charter.ts';
import * as flows from '../flows/acknowledgement.ts';
import { acknowledgementStates as states } from '../states/acknowledgement.ts';
import '../support/quiet-docs.ts';
import '../../src/elements/checklist/charter-checklist.ts';
import { accessibilityStory } from '../support/accessibility.ts';
import { anatomyStory } from '../support/anatomy.ts';
import { localisationStory } from '../support/localisation.ts';
import type { Language } from '../support/localisation.ts';
import { openReceiver } from '../support/receiver.ts';
import { charter } from '../support/signing-documents.ts';
import { opened } from '../support/signing.ts';
import { metaOf, playgroundStory, stateStory } from '../support/stories.ts';
import { themingStory } from '../support/theming.ts';
import { acknowledgementAccessibility } from './acknowledgement-accessibility.ts';

const tag = 'charter-acknowledgement';

export default {
  title: 'Éléments/Signature',
  ...metaOf(
    tag,
    'Fait signer la charte : identité, engagements, relecture de ce qui quittera le navigateur, signature, reçu. ' +
      'Une signature n’est dite enregistrée qu’une fois reçue par l’établissement ; d’ici là, elle attend, gardée sur ' +
      'l’appareil, et part d’elle-même. Dans ces pages, le service répond pour de bon, sans serveur : ses reçus sont ' +
      'signés et vérifiés.',
  ),
} satisfies Meta;

const receiver = openReceiver(['recorded'], { path: '/service/signatures' });

export const Playground: StoryObj = {
  name: 'Bac à sable',
  ...playgroundStory(
    tag,
    {
      endpoint: receiver.endpoint,
      'receipt-keys': receiver.receiptKeys,
      fields: 'id department?',
      'allow-decline': true,
    },
    opened,
  ),
};

export const Overview: StoryObj = {
  name: 'Aperçu',
  parameters: { controls: { disable: true } },
  render: states['locked identity'].template,
  play: ({ canvasElement }) => opened(canvasElement.querySelector<CharterAcknowledgement>(tag)!),
};

export const Anatomy: StoryObj = {
  name: 'Anatomie – Formulaire',
  ...anatomyStory(tag, states.faults),
};
export const AnatomyOfReview: StoryObj = {
  name: 'Anatomie – Relecture',
  ...anatomyStory(tag, states.review),
};
export const AnatomyOfReceipt: StoryObj = {
  name: 'Anatomie – Reçu',
  ...anatomyStory(tag, states.signed),
};

export const Form: StoryObj = { name: 'État – Formulaire', ...stateStory(tag, states.form) };
export const LockedIdentity: StoryObj = {
  name: 'État – Identité donnée par l’intranet',
  ...stateStory(tag, states['locked identity']),
};
export const Faults: StoryObj = { name: 'État – À corriger', ...stateStory(tag, states.faults) };
export const SeveralFaults: StoryObj = {
  name: 'État – Plusieurs points à corriger',
  ...stateStory(tag, states['several faults']),
};
export const Review: StoryObj = { name: 'État – Relecture', ...stateStory(tag, states.review) };
export const ReviewWithPractices: StoryObj = {
  name: 'État – Relecture, avec les bonnes pratiques',
  ...stateStory(tag, states['review with practices']),
};
export const ReviewChanged: StoryObj = {
  name: 'État – Relecture, ce qui sera signé a changé',
  ...stateStory(tag, states['review changed']),
};
export const TextChanged: StoryObj = {
  name: 'État – Texte changé pendant la relecture',
  ...stateStory(tag, states['text changed']),
};
export const Sending: StoryObj = { name: 'État – Envoi', ...stateStory(tag, states.sending) };
export const Signed: StoryObj = { name: 'État – Signature enregistrée', ...stateStory(tag, states.signed) };
export const SignedWithoutReceipt: StoryObj = {
  name: 'État – Enregistrée, sans reçu du service',
  ...stateStory(tag, states['signed without receipt']),
};
export const Declining: StoryObj = { name: 'État – Refus à motiver', ...stateStory(tag, states.declining) };
export const ReasonMissing: StoryObj = {
  name: 'État – Refus à motiver, raison manquante',
  ...stateStory(tag, states['reason missing']),
};
export const RefusalReviewed: StoryObj = {
  name: 'État – Refus à relire',
  ...stateStory(tag, states['refusal reviewed']),
};
export const Declined: StoryObj = { name: 'État – Refus enregistré', ...stateStory(tag, states.declined) };
export const Offline: StoryObj = {
  name: 'État – En attente, hors ligne',
  ...stateStory(tag, states.offline),
};
export const Pending: StoryObj = {
  name: 'État – En attente, service indisponible',
  ...stateStory(tag, states.pending),
};
export const PendingEncrypted: StoryObj = {
  name: 'État – En attente, chiffrée sur un poste partagé',
  ...stateStory(tag, states['pending, encrypted']),
};
export const SignInNeeded: StoryObj = {
  name: 'État – Reconnexion demandée',
  ...stateStory(tag, states['sign-in needed']),
};
export const SignInNeededWithAddress: StoryObj = {
  name: 'État – Reconnexion demandée, avec son adresse',
  ...stateStory(tag, states['sign-in needed, with its address']),
};
export const NotConfirmed: StoryObj = {
  name: 'État – En attente, réponse qui ne confirme rien',
  ...stateStory(tag, states['not confirmed']),
};
export const NotAccepted: StoryObj = {
  name: 'État – En attente, envoi pas accepté',
  ...stateStory(tag, states['not accepted']),
};
export const OtherPerson: StoryObj = {
  name: 'État – En attente, une autre personne est connectée',
  ...stateStory(tag, states['other person']),
};
export const RefusalPending: StoryObj = {
  name: 'État – Refus en attente',
  ...stateStory(tag, states['refusal pending']),
};
export const OthersWait: StoryObj = {
  name: 'État – D’autres signatures attendent',
  ...stateStory(tag, states['others wait']),
};
export const WaitingTooLong: StoryObj = {
  name: 'État – Une signature attend depuis plus de 30 jours',
  ...stateStory(tag, states['waiting too long']),
};
export const AnotherWaits: StoryObj = {
  name: 'État – Une autre signature attend',
  ...stateStory(tag, states['another waits']),
};
export const Outdated: StoryObj = {
  name: 'État – Charte changée entre-temps',
  ...stateStory(tag, states.outdated),
};
export const Refused: StoryObj = {
  name: 'État – Refusée par le service',
  ...stateStory(tag, states.refused),
};
export const RefusalRefused: StoryObj = {
  name: 'État – Refus de signer, refusé par le service',
  ...stateStory(tag, states['refusal refused']),
};
export const AnotherText: StoryObj = {
  name: 'État – Refusée, le texte n’est pas le bon',
  ...stateStory(tag, states['another text']),
};
export const ForgedReceipt: StoryObj = {
  name: 'État – Reçu faux',
  ...stateStory(tag, states['forged receipt']),
};
export const NotKept: StoryObj = {
  name: 'État – En attente, gardée nulle part sur un poste partagé',
  ...stateStory(tag, states['not kept']),
};
export const NoEndpoint: StoryObj = {
  name: 'État – Aucune adresse où envoyer',
  ...stateStory(tag, states['no endpoint']),
};
export const WrongEndpoint: StoryObj = {
  name: 'État – Adresse d’enregistrement mal réglée',
  ...stateStory(tag, states['wrong endpoint']),
};
export const NobodyThere: StoryObj = {
  name: 'État – Plus personne devant un poste partagé',
  // In a frame of its own among the others, whose page the dialog would take.
  ...stateStory(tag, states['nobody there'], {
    docs: { story: { autoplay: true, inline: false, height: '28em' } },
  }),
};
export const WipedByItself: StoryObj = {
  name: 'État – Effacé de lui-même sur un poste partagé',
  ...stateStory(tag, states['wiped by itself']),
};
export const SignedBefore: StoryObj = {
  name: 'État – Déjà signée',
  ...stateStory(tag, states['signed before']),
};
export const SignedAgain: StoryObj = {
  name: 'État – À signer de nouveau',
  ...stateStory(tag, states['to be signed again']),
};
export const RenewalDue: StoryObj = {
  name: 'État – À renouveler',
  ...stateStory(tag, states['renewal due']),
};
export const DryRun: StoryObj = { name: 'État – Essai', ...stateStory(tag, states['dry run']) };
export const DryRunOver: StoryObj = {
  name: 'État – Essai terminé',
  ...stateStory(tag, states['dry run over']),
};
export const InvalidCharter: StoryObj = {
  name: 'État – Charte invalide',
  ...stateStory(tag, states['invalid charter']),
};
export const Loading: StoryObj = { name: 'État – Chargement', ...stateStory(tag, states.loading) };

export const Theming: StoryObj = { name: 'Thèmes', ...themingStory(tag, states.form) };

/** The charter of the library in a language, else in French, with its first statement alone. */
function shortCharter(language: Language): Charter {
  const { statements, ...rest } = ({ en: englishCharter, ar: arabicCharter }[language as string] ??
    charter) as Charter;
  return { ...rest, statements: statements!.slice(0, 1) };
}

/** A form beside a checklist where so many practices are ticked. */
function withTicked(count: number) {
  const id = `ticked-${count}`;
  const practices = (arabicCharter as Charter).practices!;
  const value = practices.slice(0, count).map((practice) => practice.id);
  return html`<charter-checklist
      id=${id}
      hidden
      .charter=${arabicCharter}
      .value=${value}
    ></charter-checklist>
    <charter-acknowledgement checklist=${id} .charter=${shortCharter('ar')}></charter-acknowledgement>`;
}

export const Localisation: StoryObj = {
  name: 'Localisation',
  ...localisationStory<CharterAcknowledgement>(tag, {
    template: (language) =>
      html`<charter-acknowledgement
        fields="role?"
        allow-decline
        .charter=${shortCharter(language)}
      ></charter-acknowledgement>`,
    reach: opened,
    plurals: {
      language: 'ar',
      examples: [0, 1, 2, 3, 11].map((count) => [
        `Pluriels de l’arabe : bonnes pratiques cochées, ${count}`,
        withTicked(count),
      ]),
    },
    override: { id: 'acknowledgement.review', text: 'Relire avant de signer' },
  }),
};

export const Accessibility: StoryObj = {
  name: 'Accessibilité',
  ...accessibilityStory(tag, states.faults, acknowledgementAccessibility),
};

export const SigningFlow: StoryObj = {
  name: 'Parcours – signer',
  tags: ['!autodocs', 'flow'],
  ...flows.signing,
};
export const OfflineFlow: StoryObj = {
  name: 'Parcours – signer hors ligne, retrouver le réseau',
  tags: ['!autodocs', 'flow'],
  ...flows.offlineThenBack,
};
export const DecliningFlow: StoryObj = {
  name: 'Parcours – refuser de signer',
  tags: ['!autodocs', 'flow'],
  ...flows.declining,
};
export const OutdatedFlow: StoryObj = {
  name: 'Parcours – la charte a changé, signer la nouvelle version',
  tags: ['!autodocs', 'flow'],
  ...flows.outdated,
};
export const SigningInAgainFlow: StoryObj = {
  name: 'Parcours – se reconnecter, puis terminer',
  tags: ['!autodocs', 'flow'],
  ...flows.signingInAgain,
};
export const SharedDeviceFlow: StoryObj = {
  name: 'Parcours – signer sur un poste partagé, puis tout effacer',
  tags: ['!autodocs', 'flow'],
  ...flows.sharedDevice,
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { audiences } from '../../src/charter/audiences.ts';
import '../stories.css';
import { eventOf, rendered, settled, textOf } from '../support/dom.ts';
import { openReceiver } from '../support/receiver.ts';
import { inTurn, serveAt } from '../support/service.ts';
import './compose.css';

interface Args {
  audience: (typeof audiences)[number];
  plain: boolean;
  changesSince: string;
  withChecklist: boolean;
  withWalkthrough: boolean;
  networks: string;
  fields: string[];
  signerName: string;
  lockSigner: boolean;
  allowDecline: boolean;
  sharedDevice: boolean;
  receiptKeys: boolean;
  primary: string;
}

const keysAddress = '/.well-known/jwks.json';
const endpoint = '/api/signatures';

export default {
  title: 'Pages/Composer une page de charte',
  tags: ['!autodocs'],
  args: {
    audience: 'staff',
    plain: false,
    changesSince: '',
    withChecklist: true,
    withWalkthrough: true,
    networks: 'facebook whatsapp',
    fields: ['id', 'department'],
    signerName: 'Claire Martin',
    lockSigner: true,
    allowDecline: false,
    sharedDevice: false,
    receiptKeys: true,
    primary: '#0b5a6c',
  },
  argTypes: {
    audience: { name: 'Public', control: 'inline-radio', options: audiences },
    plain: { name: 'Version facile à lire', control: 'boolean' },
    changesSince: { name: 'Version déjà connue', control: 'text' },
    withChecklist: { name: 'Bonnes pratiques à cocher', control: 'boolean' },
    withWalkthrough: { name: 'Réglages de confidentialité', control: 'boolean' },
    networks: { name: 'Réseaux proposés', control: 'text' },
    fields: {
      name: 'Détails demandés',
      control: 'inline-check',
      options: ['id', 'email', 'role', 'department'],
    },
    signerName: { name: 'Nom de la personne connectée', control: 'text' },
    lockSigner: { name: 'Identité verrouillée', control: 'boolean' },
    allowDecline: { name: 'Refus possible', control: 'boolean' },
    sharedDevice: { name: 'Poste partagé', control: 'boolean' },
    receiptKeys: { name: 'Reçu vérifié', control: 'boolean' },
    primary: { name: 'Couleur de l’établissement', control: 'color' },
  },
} satisfies Meta<Args>;

type Attributes = Readonly<Record<string, string | boolean>>;

/** The elements of the page with their attributes: the code to copy and the page below are both made of it. */
function composition(args: Args): [tag: string, attributes: Attributes][] {
  const signer = args.signerName.trim();
  return [
    [
      'charter-viewer',
      { id: 'charter', audience: args.audience, plain: args.plain, 'changes-since': args.changesSince },
    ],
    ...(args.withChecklist
      ? [['charter-checklist', { id: 'practices', for: 'charter' }] as [string, Attributes]]
      : []),
    ...(args.withWalkthrough
      ? [['charter-privacy-walkthrough', { networks: args.networks }] as [string, Attributes]]
      : []),
    [
      'charter-acknowledgement',
      {
        for: 'charter',
        checklist: args.withChecklist && 'practices',
        endpoint,
        'receipt-keys': args.receiptKeys && keysAddress,
        fields: args.fields.join(' '),
        'signer-name': signer,
        'lock-signer': args.lockSigner && signer !== '',
        'allow-decline': args.allowDecline,
        'shared-device': args.sharedDevice,
      },
    ],
  ];
}

const isGiven = ([, value]: [string, string | boolean]): boolean => value !== false && value !== '';

function codeOf(args: Args): string {
  const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const elements = composition(args).map(([tag, attributes]) => {
    const written = Object.entries(attributes)
      .filter(isGiven)
      .map(([name, value]) => (value === true ? name : `${name}="${escape(String(value))}"`));
    const inline = `<${tag} ${written.join(' ')}></${tag}>`;
    return inline.length <= 90 ? inline : `<${tag}\n  ${written.join('\n  ')}\n></${tag}>`;
  });
  return [
    '<link rel="stylesheet" href="/charte/couleurs.css" />',
    '<script type="module" src="/charte/charter-elements.js"></script>',
    '',
    ...elements,
  ].join('\n');
}

/** The institution's colour by day; by night a lighter one, which can be read on a dark ground. */
const coloursOf = ({ primary }: Args): string =>
  `--charter-palette-primary: light-dark(${primary}, #86d3e0);`;

const sheetOf = (args: Args): string => `:root {\n  ${coloursOf(args)}\n}`;

/** The elements on screen, kept while their attributes change: what a person did in them stays. */
const kept = new Map<string, Element>();

function elementsOf(args: Args): Element[] {
  return composition(args).map(([tag, attributes]) => {
    const element = kept.get(tag) ?? document.createElement(tag);
    kept.set(tag, element);
    for (const [name, value] of Object.entries(attributes)) {
      if (!isGiven([name, value])) element.removeAttribute(name);
      else element.setAttribute(name, value === true ? '' : String(value));
    }
    return element;
  });
}

async function copy(event: Event): Promise<void> {
  const figure = (event.currentTarget as Element).closest('figure')!;
  const said = figure.querySelector('[role=status]')!;
  const code = figure.querySelector('code')!;
  try {
    await navigator.clipboard.writeText(code.textContent);
    said.textContent = 'Copié.';
  } catch {
    getSelection()!.selectAllChildren(code);
    said.textContent = 'Le texte est sélectionné : copiez-le.';
  }
}

const figure = (caption: string, code: string) =>
  html`<figure>
    <figcaption>
      ${caption} <button type="button" @click=${copy}>Copier</button> <span role="status"></span>
    </figcaption>
    <pre tabindex="0"><code>${code}</code></pre>
  </figure>`;

export const Compose: StoryObj<Args> = {
  name: 'Composer et copier le code',
  beforeEach: () => {
    const { keys } = openReceiver(['recorded'], { path: endpoint });
    serveAt(keysAddress, inTurn([keys]));
    kept.clear();
  },
  render: (args) => html`
    <div class="doc compose" lang="fr" dir="ltr">
      <p>
        Choisissez dans le panneau « Controls » : le code et la page suivent. Ici, les signatures sont reçues
        dans la page, et leurs reçus sont vérifiés pour de bon.
      </p>
      ${figure('La page', codeOf(args))} ${figure('La feuille de style', sheetOf(args))}
    </div>
    <div class="page" style=${coloursOf(args)}>${elementsOf(args)}</div>
  `,
  play: async ({ canvasElement, step }) => {
    const viewer = canvasElement.querySelector('charter-viewer')!;
    const acknowledgement = canvasElement.querySelector('charter-acknowledgement')!;
    await step('Les éléments partagent la charte affichée', async () => {
      await settled(viewer);
      await rendered(acknowledgement, 'form');
      await rendered(canvasElement.querySelector('charter-privacy-walkthrough')!, '[part~=title]');
      await settled(canvasElement.querySelector('charter-checklist')!);
      await expect(acknowledgement.digest).toBe(viewer.digest);
    });
  },
};

/** Everything that a person does on the page, from the first practice to the receipt. */
export const WholeFlow: StoryObj<Args> = {
  ...Compose,
  name: 'Parcours – lire, cocher, signer',
  tags: ['flow'],
  args: { fields: [], withWalkthrough: false },
  play: async ({ canvasElement, step }) => {
    const viewer = canvasElement.querySelector('charter-viewer')!;
    const checklist = canvasElement.querySelector('charter-checklist')!;
    const acknowledgement = canvasElement.querySelector('charter-acknowledgement')!;
    await settled(viewer);
    await settled(checklist);
    await rendered(acknowledgement, 'form');

    await step('Les pratiques cochées', async () => {
      for (const box of checklist.shadowRoot!.querySelectorAll<HTMLInputElement>('[type=checkbox]'))
        box.click();
      await checklist.updateComplete;
      await expect(checklist.matches(':state(completed)')).toBe(true);
    });
    await step('Les déclarations, puis la relecture de ce qui part', async () => {
      const boxes = acknowledgement.shadowRoot!.querySelectorAll<HTMLInputElement>('[part~=statement] input');
      for (const box of boxes) box.click();
      acknowledgement.shadowRoot!.querySelector<HTMLElement>('[part~=review-button]')!.click();
      await rendered(acknowledgement, '[part~=sign-button]');
    });
    await step('La signature part avec les pratiques, et son reçu est vérifié', async () => {
      const isSigned = eventOf(acknowledgement, 'charter-signed');
      acknowledgement.shadowRoot!.querySelector<HTMLElement>('[part~=sign-button]')!.click();
      const { detail } = await isSigned;
      await expect(detail.record.practices).toEqual(checklist.value);
      await expect(detail.record.charter.digest).toBe(viewer.digest);
      const receipt = await rendered(acknowledgement, '[part~=receipt]');
      await expect(textOf(receipt)).toContain('Claire Martin');
    });
  },
};

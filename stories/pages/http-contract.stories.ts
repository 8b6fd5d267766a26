import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { expect } from 'storybook/test';
import type { CharterAcknowledgement } from '../../src/elements/acknowledgement/acknowledgement-element.ts';
import { atBeginning } from '../support/at-beginning.ts';
import { click, rendered, textOf } from '../support/dom.ts';
import { opened, review, sign } from '../support/signing.ts';
import { tellInstead } from '../support/stories.ts';
import type { ConsoleAnswer } from './console-answers.ts';
import type { ContractConsole } from './contract-console.ts';
import './contract-console.ts';

export default {
  title: 'Pages/Le contrat HTTP',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
} satisfies Meta;

/** Rows of the contract: the answer, what it means, what the person sees. */
const contract: readonly (readonly [string, string, string])[] = [
  [
    '2xx, objet JSON dont l’id est celui de la signature (et recordDigest, receivedAt justes s’ils y sont) ; ou 201, 202, 204 sans corps',
    'enregistrée',
    'son reçu, à imprimer ou à garder',
  ],
  [
    'aucune réponse, coupée ou sans en-tête ; 408, 409 in-progress, 425, 429, 5xx',
    'pas encore enregistrée',
    'sa signature attend, gardée sur l’appareil, et part d’elle-même ; Retry-After est respecté',
  ],
  [
    '401, 403, 419, 440, toute redirection, toute page HTML en 2xx',
    'la session a pris fin, ou le jeton de la page est périmé',
    'une invitation à se reconnecter ou à recharger la page, avec le bouton',
  ],
  [
    'tout autre 2xx : texte, tableau, objet sans l’id, autre id ou autre empreinte, 200 vide',
    'ne prouve rien',
    'sa signature est gardée : l’intranet a répondu sans confirmer',
  ],
  [
    'tout autre statut sans erreur du contrat : 400, 404, 422 d’un cadriciel ou d’un relais',
    'ne prouve rien',
    'sa signature est gardée : recharger, réessayer ou la télécharger',
  ],
  [
    '409 charter-outdated',
    'la charte a changé',
    'la nouvelle version, avec ses changements ; son identité reste remplie',
  ],
  [
    'les erreurs du contrat qui refusent, avec leur statut (400, 413, 415, 422)',
    'refusée pour de bon',
    'la raison, et sa signature à télécharger',
  ],
];

function explanation(): TemplateResult {
  return html`<div class="doc" lang="fr" dir="ltr">
    <p>
      L’élément envoie une signature au service que l’établissement choisit (<code>endpoint</code>) : une
      requête, un objet JSON, et c’est la réponse seule qui décide de ce que la personne voit. Ici, le service
      répond dans la page, sans serveur, et ses reçus sont signés pour de bon.
    </p>
    <table>
      <caption>
        Ce que le service répond, ce que la personne voit
      </caption>
      <thead>
        <tr>
          <th scope="col">Réponse</th>
          <th scope="col">Sens</th>
          <th scope="col">La personne voit</th>
        </tr>
      </thead>
      <tbody>
        ${contract.map(
          ([answer, meaning, seen]) =>
            html`<tr>
              <th scope="row">${answer}</th>
              <td>${meaning}</td>
              <td>${seen}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p>
      La clé d’idempotence est l’identifiant de la signature : la même peut arriver plusieurs fois, elle n’est
      enregistrée qu’une. Le corps est la forme canonique de l’objet (RFC 8785, textes en NFC) : son
      empreinte, SHA-256, se calcule sur les octets mêmes qui partent. Les erreurs sont des
      <code>application/problem+json</code> (RFC 9457), dont le <code>type</code> est un nom tel que
      <code>urn:charter-elements:problem:charter-outdated</code>.
    </p>
  </div>`;
}

/** Resolves once the console shows an element whose form can be filled in. */
async function ready(canvas: HTMLElement): Promise<CharterAcknowledgement> {
  const contractConsole = canvas.querySelector<ContractConsole>('contract-console')!;
  await contractConsole.begun;
  await contractConsole.updateComplete;
  const element = canvas.querySelector<CharterAcknowledgement>('charter-acknowledgement')!;
  await opened(element);
  return element;
}

export const Console: StoryObj = {
  name: 'Essayer le contrat',
  // Retries come when they are due.
  parameters: { clock: 'running' },
  render: () => html`${explanation()}<contract-console></contract-console>`,
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
  },
};

const logged = (canvas: HTMLElement, kind: string): string[] =>
  [...canvas.querySelectorAll(`.log .${kind} code`)].map(textOf);

/** What each answer makes of a signature: the state, the part on screen, and the answers in the log. */
const outcomes: readonly (readonly [ConsoleAnswer, state: string, part: string, statuses: string[]])[] = [
  // The page verifies receipts, and there is none yet.
  ['accepted', 'pending', 'pending', ['202']],
  ['sign-in-required', 'pending', 'pending', ['401']],
  ['token-expired', 'pending', 'pending', ['419']],
  ['redirect', 'pending', 'pending', ['302']],
  ['login-page', 'pending', 'pending', ['200']],
  ['other-signer', 'pending', 'pending', ['403']],
  ['cut', 'pending', 'pending', ['201']],
  ['headerless', 'pending', 'pending', ['200']],
  ['text', 'pending', 'pending', ['200']],
  ['array', 'pending', 'pending', ['200']],
  ['empty', 'pending', 'pending', ['200']],
  ['no-id', 'pending', 'pending', ['200']],
  ['other-record', 'pending', 'pending', ['201']],
  ['other-digest', 'pending', 'pending', ['201']],
  ['year-1999', 'pending', 'pending', ['201']],
  ['page-422', 'pending', 'pending', ['422']],
  ['page-404', 'pending', 'pending', ['404']],
  ['malformed-problem', 'failed', 'failure', ['422']],
  ['charter-outdated', 'outdated', 'outdated', ['409']],
  ['in-progress', 'pending', 'pending', ['409']],
  ['invalid-record', 'failed', 'failure', ['422']],
  ['too-many-requests', 'pending', 'pending', ['429']],
  ['unavailable', 'pending', 'pending', ['503']],
  ['offline', 'pending', 'pending', ['aucune réponse']],
  ['forged', 'failed', 'failure', ['201']],
  ['recorded', 'signed', 'receipt', ['201']],
];

function choose(canvas: HTMLElement, answer: ConsoleAnswer): void {
  canvas.querySelector<HTMLInputElement>(`#answer-${answer}`)!.click();
}

export const EveryAnswer: StoryObj = {
  name: 'Parcours – chaque réponse, et ce qu’elle donne',
  tags: ['flow'],
  // The console names the rule that each answer breaks.
  beforeEach: atBeginning(tellInstead),
  render: () => html`<contract-console></contract-console>`,
  play: async ({ canvasElement: canvas, step }) => {
    for (const [answer, state, part, statuses] of outcomes) {
      await step(answer, async () => {
        const element = await ready(canvas);
        choose(canvas, answer);
        await sign(element, `[part~=${part}]`);
        await expect(element.matches(`:state(${state})`)).toBe(true);
        await expect(logged(canvas, 'response')).toEqual(statuses);
        await expect(logged(canvas, 'request')).toEqual(['POST /api/signatures']);
        if (answer !== outcomes.at(-1)![0])
          canvas.querySelector<ContractConsole>('contract-console')!.restart();
      });
    }
  },
};

export const Replay: StoryObj = {
  name: 'Parcours – réponse perdue, même signature renvoyée',
  tags: ['flow'],
  render: () => html`<contract-console></contract-console>`,
  play: async ({ canvasElement: canvas, step }) => {
    const element = await ready(canvas);
    await step('La réponse se perd : rien ne dit que la signature est enregistrée', async () => {
      choose(canvas, 'lost');
      await sign(element, '[part~=pending]');
      await expect(logged(canvas, 'response')).toEqual(['aucune réponse']);
    });
    await step('Renvoyée, elle n’est pas enregistrée deux fois : 200, avec le même reçu', async () => {
      click(element, 'retry-button');
      await rendered(element, '[part~=receipt]');
      await expect(logged(canvas, 'response')).toEqual(['aucune réponse', '200']);
      await expect(logged(canvas, 'event').filter((name) => name === 'charter-signed')).toHaveLength(1);
    });
  },
};

export const WhatLeaves: StoryObj = {
  name: 'Parcours – ce qui part est ce qui a été relu',
  tags: ['flow'],
  render: () => html`<contract-console></contract-console>`,
  play: async ({ canvasElement: canvas }) => {
    const element = await ready(canvas);
    await review(element);
    const shown = textOf(element.shadowRoot!.querySelector('[part~=record] pre'));
    click(element, 'sign-button');
    await rendered(element, '[part~=receipt]');
    const [canonical] = canvas.querySelectorAll('pre');
    await expect(JSON.parse(textOf(canonical))).toEqual(JSON.parse(shown));
  },
};

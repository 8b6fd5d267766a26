import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import type { CharterAcknowledgement } from '../../src/elements/acknowledgement/acknowledgement-element.ts';
import type { CharterChecklist } from '../../src/elements/checklist/checklist-element.ts';
import type { CharterReceipt } from '../../src/elements/receipt/receipt-element.ts';
import type { CharterViewer } from '../../src/elements/viewer/viewer-element.ts';
import { digestDocument } from '../../src/charter/digest.ts';
import { click, eventOf, find, rendered, settled, textOf, type } from '../support/dom.ts';
import { openReceiver } from '../support/receiver.ts';
import type { Answer, Exchange } from '../support/receiver.ts';
import { serveJSON } from '../support/service.ts';
import { charter, keys, laterCharter } from '../support/signing-documents.ts';
import './flows.css';
import { fillIn, inState, once, opened, person, review, send } from '../support/signing.ts';

const tag = 'charter-acknowledgement';

/** A page with a receiver that gives these answers, and what came to it. */
function page(
  answers: readonly Answer[],
  template: (receiver: ReturnType<typeof openReceiver>) => ReturnType<typeof html>,
  play: (stage: {
    element: CharterAcknowledgement;
    exchanges: readonly Exchange[];
    canvas: HTMLElement;
    step: (label: string, act: () => Promise<void>) => Promise<void> | void;
  }) => Promise<void>,
): StoryObj {
  let exchanges: Exchange[] = [];
  return {
    parameters: { controls: { disable: true } },
    render: () =>
      once(() => {
        exchanges = [];
        return template(openReceiver(answers, { onExchange: (exchange) => exchanges.push(exchange) }));
      }),
    play: async ({ canvasElement, step }) => {
      const element = canvasElement.querySelector<CharterAcknowledgement>(tag)!;
      await opened(element);
      await play({ element, exchanges, canvas: canvasElement, step });
    },
  };
}

const plain = ({ endpoint, receiptKeys }: { endpoint: string; receiptKeys: string }) =>
  html`<charter-acknowledgement
    allow-decline
    endpoint=${endpoint}
    receipt-keys=${receiptKeys}
  ></charter-acknowledgement>`;

export const signing = page(['recorded'], plain, async ({ element, exchanges, step }) => {
  await step('Ce qui manque est dit en tête du formulaire, qui prend le focus', async () => {
    click(element, 'review-button');
    await rendered(element, '[part~=fault]');
    await expect(find(element, '#name')).toHaveAttribute('aria-invalid', 'true');
    await expect(element.shadowRoot!.activeElement?.id).toBe('error-summary');
  });
  await step('La relecture montre les lignes mêmes qui partiront', async () => {
    await review(element);
    await inState(element, 'reviewing');
    await expect(exchanges).toHaveLength(0);
  });
  const shown = textOf(find(element, '[part~=record] pre'));
  await step('Le service enregistre, son reçu est vérifié, la signature est dite', async () => {
    const { detail } = await send(element, 'sign-button', 'charter-signed');
    await rendered(element, '[part~=receipt]');
    await inState(element, 'signed');
    await expect(JSON.parse(exchanges[0]!.body)).toEqual(JSON.parse(shown));
    await expect(exchanges[0]!.headers['idempotency-key']).toBe(`"${detail.record.id}"`);
    await expect(detail.receipt?.recordDigest).toBe(await digestDocument(detail.record));
    await expect(textOf(find(element, '[part~=receipt]'))).toContain(detail.record.id);
  });
});

export const offlineThenBack = page(['offline', 'recorded'], plain, async ({ element, exchanges, step }) => {
  await step('Hors ligne, la signature attend, et rien ne dit qu’elle est enregistrée', async () => {
    await review(element);
    const { detail } = await send(element, 'sign-button', 'charter-sign-queued');
    await rendered(element, '[part~=pending]');
    await expect(detail.pending).toBe(1);
    await expect(element.matches(':state(pending)')).toBe(true);
    await expect(element.matches(':state(signed)')).toBe(false);
  });
  await step('Le réseau revient : elle part seule, la même', async () => {
    const signed = eventOf(element, 'charter-signed');
    dispatchEvent(new Event('online'));
    await signed;
    await rendered(element, '[part~=receipt]');
    await expect(exchanges).toHaveLength(2);
    await expect(exchanges[1]!.body).toBe(exchanges[0]!.body);
    await expect(await element.getUnsentCount()).toBe(0);
  });
});

export const declining = page(['recorded'], plain, async ({ element, step }) => {
  await step('Refuser demande une raison', async () => {
    click(element, 'decline-button');
    await rendered(element, '#reason');
    type(element, 'name', person);
    click(element, 'review-button');
    await rendered(element, '#reason-fault');
  });
  await step('Le refus est relu, envoyé, puis dit', async () => {
    type(element, 'reason', 'Je souhaite en parler d’abord avec mon cadre de santé.');
    click(element, 'review-button');
    await rendered(element, '[part~=sign-button]');
    const { detail } = await send(element, 'sign-button', 'charter-declined');
    await rendered(element, '[part~=receipt]');
    await inState(element, 'declined');
    await expect(detail.record.decision).toBe('declined');
    await expect(element.matches(':state(signed)')).toBe(false);
  });
});

export const outdated = page(
  ['charter-outdated', 'recorded'],
  ({ endpoint, receiptKeys }) =>
    html`<div class="together">
      <charter-viewer
        id="charter-of-flow"
        without-toc
        src=${serveJSON('charter.json', short(charter), short(laterCharter))}
      ></charter-viewer>
      <charter-acknowledgement
        for="charter-of-flow"
        endpoint=${endpoint}
        receipt-keys=${receiptKeys}
      ></charter-acknowledgement>
    </div>`,
  async ({ element, exchanges, canvas, step }) => {
    const viewer = canvas.querySelector<CharterViewer>('charter-viewer')!;
    await settled(viewer);
    await step('Le service a une version plus récente : la signature n’est pas enregistrée', async () => {
      await review(element);
      await send(element, 'sign-button', 'charter-sign-failed');
      await rendered(element, '[part~=outdated]');
      await inState(element, 'outdated');
    });
    await step('La nouvelle version est lue, ses changements dits ; l’identité reste', async () => {
      const loaded = eventOf(viewer, 'charter-loaded');
      click(element, 'reload-button');
      await expect((await loaded).detail.charter.version).toBe('1.1.0');
      await rendered(element, '[part~=signed-version]');
      await expect(textOf(find(element, '[part~=signed-version]'))).toContain('listes de diffusion');
      await expect(find<HTMLInputElement>(element, '#name').value).toBe(person);
      await expect(find<HTMLInputElement>(element, '#statement-read').checked).toBe(false);
    });
    await step('C’est elle qui est signée', async () => {
      await review(element);
      const { detail } = await send(element, 'sign-button', 'charter-signed');
      await rendered(element, '[part~=receipt]');
      await expect(detail.record.charter.version).toBe('1.1.0');
      await expect(exchanges.map(({ status }) => status)).toEqual([409, 201]);
    });
  },
);

export const signingInAgain = page(
  ['sign-in-required', 'recorded'],
  plain,
  async ({ element, exchanges, step }) => {
    await step('La session a pris fin : la signature est gardée, la reconnexion demandée', async () => {
      await review(element);
      const { detail } = await send(element, 'sign-button', 'charter-sign-queued');
      await rendered(element, '[part~=pending]');
      // It waits for the person: no attempt is planned.
      await expect(detail.nextTryAt).toBeUndefined();
      await expect(detail.pending).toBe(1);
      await expect(element.matches(':state(pending)')).toBe(true);
    });
    await step('Reconnectée, la personne réessaie : la même signature est enregistrée', async () => {
      await send(element, 'retry-button', 'charter-signed');
      await rendered(element, '[part~=receipt]');
      await expect(exchanges.map(({ status }) => status)).toEqual([401, 201]);
      await expect(exchanges[1]!.body).toBe(exchanges[0]!.body);
    });
  },
);

export const sharedDevice = page(
  ['recorded'],
  ({ endpoint }) =>
    html`<div class="together">
      <charter-checklist id="practices-of-flow" .charter=${short(charter)}></charter-checklist>
      <charter-acknowledgement
        shared-device
        checklist="practices-of-flow"
        endpoint=${endpoint}
        .charter=${short(charter)}
      ></charter-acknowledgement>
      <charter-receipt .keys=${keys}></charter-receipt>
    </div>`,
  async ({ element, canvas, step }) => {
    const checklist = canvas.querySelector<CharterChecklist>('charter-checklist')!;
    const receipt = canvas.querySelector<CharterReceipt>('charter-receipt')!;
    await step('Une personne coche, signe, puis vérifie son reçu', async () => {
      for (const box of checklist.shadowRoot!.querySelectorAll<HTMLInputElement>('[type=checkbox]'))
        box.click();
      await fillIn(element);
      await review(element);
      const { detail } = await send(element, 'sign-button', 'charter-signed');
      await rendered(element, '[part~=receipt]');
      await expect(detail.record.practices).toHaveLength(2);
      const checked = eventOf(receipt, 'charter-receipt-checked');
      receipt.receipt = { record: detail.record, ...detail.receipt! };
      await checked;
      await rendered(receipt, '[part~=verdict]');
    });
    await step('« Terminer et effacer » : il ne reste rien d’elle dans la page', async () => {
      const ended = eventOf(element, 'charter-session-ended');
      click(element, 'wipe-button');
      await expect((await ended).detail.reason).toBe('person');
      await rendered(element, 'form');
      await Promise.all([receipt.updateComplete, checklist.updateComplete, element.updateComplete]);
      await expect(checklist.value).toEqual([]);
      await expect(find<HTMLInputElement>(element, '#name').value).toBe('');
      await expect(receipt.receipt).toBeUndefined();
      for (const each of [element, receipt, checklist])
        await expect(each.shadowRoot!.innerHTML).not.toContain(person);
    });
  },
);

/** A charter that fits a story in which others stand beside it. */
function short({ sections, practices = [], sources: _sources, ...rest }: typeof charter): typeof charter {
  const wanted = ['closed-groups', 'image-of-the-institution'];
  return {
    ...rest,
    sections: sections.filter(({ id }) => wanted.includes(id)),
    practices: practices.filter(({ required }) => required).slice(0, 2),
  };
}

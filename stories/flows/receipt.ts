import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import type { CharterReceipt } from '../../src/elements/receipt/receipt-element.ts';
import { eventOf, find, rendered, textOf } from '../support/dom.ts';
import { serveJSON } from '../support/service.ts';
import { charter, keys, receipts } from '../support/signing-documents.ts';
import { once } from '../support/signing.ts';
import { drop, fileOf, pick } from '../states/receipt.ts';

function page(
  play: (
    element: CharterReceipt,
    step: (label: string, act: () => Promise<void>) => Promise<void> | void,
  ) => Promise<void>,
): StoryObj {
  return {
    parameters: { controls: { disable: true } },
    render: () =>
      once(
        () =>
          html`<charter-receipt
            receipt-keys=${serveJSON('jwks.json', keys)}
            .charter=${charter}
          ></charter-receipt>`,
      ),
    play: async ({ canvasElement, step }) => {
      const element = canvasElement.querySelector<CharterReceipt>('charter-receipt')!;
      await element.updateComplete;
      await play(element, step);
    },
  };
}

const outcomes = (element: CharterReceipt): (string | undefined)[] =>
  [...element.shadowRoot!.querySelectorAll<HTMLElement>('[data-outcome]')].map(
    ({ dataset }) => dataset['outcome'],
  );

export const verified = page(async (element, step) => {
  await step('Le fichier est déposé, lu ici, vérifié avec les clés de l’établissement', async () => {
    drop(element, fileOf(receipts.genuine));
    // The keys may come after the file: it is then checked again.
    while (!element.matches(':state(verified)')) await eventOf(element, 'charter-receipt-checked');
    await rendered(element, '[part~=receipt]');
    await expect(outcomes(element)).toEqual(['verified', 'verified', 'verified']);
    await expect(textOf(find(element, '[part~=receipt]'))).toContain('Claire Martin');
  });
});

export const tampered = page(async (element, step) => {
  await step('Un nom a été changé dans le fichier : le reçu n’est pas valable', async () => {
    pick(element, fileOf(receipts.altered));
    while (!element.matches(':state(refuted)')) await eventOf(element, 'charter-receipt-checked');
    await rendered(element, '[part~=verdict]');
    await expect(outcomes(element)[0]).toBe('refuted');
    await expect(textOf(find(element, '[part~=receipt]'))).toContain('Paul Durand');
    await expect(element.matches(':state(verified)')).toBe(false);
  });
  await step('Le vrai fichier prend sa place : rien ne reste du premier', async () => {
    drop(element, fileOf(receipts.genuine));
    while (!element.matches(':state(verified)')) await eventOf(element, 'charter-receipt-checked');
    await rendered(element, '[part~=receipt]');
    await expect(element.shadowRoot!.innerHTML).not.toContain('Paul Durand');
  });
});

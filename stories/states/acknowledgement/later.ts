import { html } from 'lit';
import '../../../src/elements/acknowledgement/charter-acknowledgement.ts';
import '../../../src/elements/checklist/charter-checklist.ts';
import type { CharterAcknowledgement } from '../../../src/elements/acknowledgement/acknowledgement-element.ts';
import { rendered } from '../../support/dom.ts';
import { useManualClock } from '../../support/manual-clock.ts';
import { openReceiver } from '../../support/receiver.ts';
import { serveJSON, serveNothing } from '../../support/service.ts';
import { charter, laterCharter } from '../../support/signing-documents.ts';
import { fillIn, once, opened } from '../../support/signing.ts';
import type { ElementStates } from '../../support/state.ts';

const shared = () =>
  once(
    () =>
      html`<charter-acknowledgement
        shared-device
        endpoint=${openReceiver().endpoint}
      ></charter-acknowledgement>`,
  );

/** When the last person was there, by the clock of the device. */
const lastSign = new Date(2026, 10, 23, 14, 32).getTime();

/** Nobody is there any more, a visit after a signature, a charter that does not come. */
export const laterStates = {
  'nobody there': {
    template: shared,
    reach: async (element) => {
      const clock = useManualClock(lastSign);
      await fillIn(element);
      await element.updateComplete;
      clock.advance(90_000);
      await rendered(element, '[part~=idle-warning][open]');
    },
  },
  'wiped by itself': {
    template: shared,
    reach: async (element) => {
      const clock = useManualClock(lastSign);
      await fillIn(element);
      await element.updateComplete;
      clock.advance(150_000);
      await rendered(element, '[part~=erased]');
    },
  },
  'signed before': {
    template: () =>
      html`<charter-acknowledgement
        signed-version="1.0.0"
        signed-at="2026-11-23"
        .charter=${charter}
      ></charter-acknowledgement>`,
    reach: opened,
  },
  'to be signed again': {
    template: () =>
      once(
        () =>
          html`<charter-acknowledgement
            signed-version="1.0.0"
            signed-at="2026-01-12"
            previous-src=${serveJSON('1.0.0.json', charter)}
            .charter=${laterCharter}
          ></charter-acknowledgement>`,
      ),
    reach: (element) => rendered(element, '[part~=signed-version] div .list'),
  },
  'renewal due': {
    template: () =>
      html`<charter-acknowledgement
        signed-version="1.0.0"
        signed-at="2025-11-03"
        renew-after="P1Y"
        .charter=${charter}
      ></charter-acknowledgement>`,
    reach: opened,
  },
  'invalid charter': {
    template: () =>
      html`<charter-acknowledgement .charter=${{ ...charter, title: '' }}
        ><p>Texte de secours</p></charter-acknowledgement
      >`,
    reach: opened,
    isFault: true,
  },
  loading: {
    template: () =>
      once(
        () =>
          html`<charter-acknowledgement src=${serveNothing('charter.json')}
            ><p>Texte de secours</p></charter-acknowledgement
          >`,
      ),
    reach: (element) => element.updateComplete,
  },
} satisfies ElementStates<CharterAcknowledgement>;

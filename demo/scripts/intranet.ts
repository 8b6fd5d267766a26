import './elements.ts';
import { showSession } from './session.ts';
import type { Person } from './session.ts';
import { followSteps } from './steps.ts';
import { offerThemes } from './themes.ts';

offerThemes();
followSteps();
const person = await showSession();
const acknowledgement = document.querySelector('charter-acknowledgement');
if (person && acknowledgement) prefill(acknowledgement, person);

/** What the single sign-on knows is not asked again, and cannot be changed on the form. */
function prefill(acknowledgement: HTMLElement, { name, staffId, email, role, department }: Person): void {
  const signer = { name, id: staffId, email, role, department };
  for (const [field, value] of Object.entries(signer)) {
    if (value !== undefined) acknowledgement.setAttribute(`signer-${field}`, value);
  }
  acknowledgement.toggleAttribute('lock-signer', true);
}

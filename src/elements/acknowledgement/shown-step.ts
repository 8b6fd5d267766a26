import type { LocalizeController } from '../../localization/localize-controller.ts';
import type { SignatureState } from '../../signing/signature-state.ts';
import type { SignatureFate } from '../../behaviors/shared-device.ts';
import type { AcknowledgementFlow } from './acknowledgement-flow.ts';
import type { LaterSteps, LaterStepsLoader } from './later-steps-loader.ts';
import * as texts from './texts.ts';

/** What decides what is on screen. */
export interface Shown {
  readonly signature: SignatureState;
  readonly flow: AcknowledgementFlow;
  readonly later: LaterStepsLoader;
}

export function isResult(signature: SignatureState): signature is Parameters<LaterSteps['renderResult']>[0] {
  return signature.name !== 'drafting' && signature.name !== 'sending';
}

/** What is on screen, by name: another name is another step, which takes the focus. */
export function stepOf({ signature, flow, later }: Shown): string {
  const isHere = later.steps !== undefined;
  if (isResult(signature)) return isHere ? signature.name : 'loading';
  if (signature.name === 'sending') return isHere ? 'review' : 'loading';
  if (flow.step === 'tried') return 'review';
  return isHere || flow.step === 'form' ? flow.step : 'loading';
}

/** What is said of a signature: another reason to wait is news too. */
export function outcomeOf(
  { signature, flow, later }: Shown,
  localize: LocalizeController,
): string | undefined {
  if (signature.name === 'sending') return texts.sending(localize);
  if (later.isAwaited) return texts.awaited(localize);
  if (flow.isChanged) return later.steps?.reviewChanged(localize);
  return signature.name === 'pending' ? later.steps?.pendingTitle(signature, localize) : undefined;
}

/** What becomes of a signature when its person is wiped from a shared device. */
export function fateOf(signature: SignatureState): SignatureFate {
  switch (signature.name) {
    case 'drafting':
      return 'none';
    case 'signed':
    case 'declined':
      return 'recorded';
    case 'pending':
      return signature.keeping === 'encrypted' ? 'encrypted' : 'unconfirmed';
    default:
      return 'unconfirmed';
  }
}

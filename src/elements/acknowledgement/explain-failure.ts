import type { LocalizeController } from '../../localization/localize-controller.ts';
import { problemName, problemPrefix } from '../../signature/problem.ts';
import type { Problem } from '../../signature/problem.ts';
import * as resultTexts from './result-texts.ts';

/** What happened and what to do, in the element's own words: by the problem's type, then by its status. */
export function explainFailure(problem: Problem, localize: LocalizeController): string {
  const name =
    problem.status === 413
      ? 'payload-too-large'
      : (problemName(problem) ?? problem.type.slice(problemPrefix.length));
  switch (name) {
    case 'endpoint-missing':
      return resultTexts.failureEndpointMissing(localize);
    case 'unknown-charter':
    case 'digest-mismatch':
      return resultTexts.failureDigestMismatch(localize);
    case 'signed-in-the-future':
      return resultTexts.failureSignedInTheFuture(localize);
    case 'idempotency-mismatch':
      return resultTexts.failureIdempotencyMismatch(localize);
    case 'payload-too-large':
      return resultTexts.failurePayloadTooLarge(localize);
    case 'not-kept':
      return resultTexts.failureNotKept(localize);
    case 'receipt-missing':
    case 'receipt-signature':
    case 'receipt-mismatch':
      return resultTexts.failureReceipt(localize);
    case 'receipt-unsupported':
      return resultTexts.failureReceiptUnsupported(localize);
  }
  return resultTexts.failureRefused(localize);
}

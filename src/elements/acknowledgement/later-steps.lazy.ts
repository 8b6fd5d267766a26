/**
 * What comes after the form: its check, refusing, the review, what became of the signature. Loaded when a person goes on, or when a
 * record waits from an earlier visit.
 */
export { createSignatureRecord } from '../../signature/create-record.ts';
export { downloadSignature } from './download-signature.ts';
export { renderErrorSummary } from './views/error-summary.ts';
export { findFaults } from './form-faults.ts';
export { renderDecline } from './views/decline-view.ts';
export { pendingTitle } from './views/pending-view.ts';
export { renderResult } from './views/result-view.ts';
export { reviewChanged } from './review-texts.ts';
export { renderAnotherText, renderReview } from './views/review-view.ts';
export { renderUnsent } from './views/unsent-view.ts';

/**
 * What comes after the form: its check, refusing, the review, what became of the signature. Loaded when a person goes on, or when a
 * record waits from an earlier visit.
 */
export { downloadText } from '../../behaviors/download.ts';
export { writeJSON } from '../../internal/write-json.ts';
export { createSignatureRecord } from '../../signature/create-record.ts';
export { findFaults } from './form-faults.ts';
export { renderDecline } from './decline-view.ts';
export { renderResult, renderUnsent } from './result-view.ts';
export { renderReview } from './review-view.ts';

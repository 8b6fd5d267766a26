import { downloadText } from '../../behaviors/download.ts';
import { writeJSON } from '../../internal/write-json.ts';
import type { SignatureRecord } from '../../signature/record.ts';
import type { SignatureState } from '../../signing/signature-state.ts';

/** Saves what is known of a signature: its record and, once there is one, its receipt. */
export function downloadSignature(record: SignatureRecord, state: SignatureState): void {
  const isRecorded = (state.name === 'signed' || state.name === 'declined') && state.record === record;
  const content = isRecorded ? { record, ...state.receipt } : { record };
  const name = `charte-${record.charter.id}-${record.id}.json`;
  downloadText(writeJSON(content, 2), name, 'application/json');
}

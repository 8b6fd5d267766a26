import { ProblemError } from './problem-error.ts';

/** Bytes of a posted record at most. One with every practice and statement of a long charter takes a few thousand. */
export const maxRecordSize = 64 * 1024;

/** @param maxSize - Bytes. */
export function tooLarge(maxSize: number): ProblemError {
  return new ProblemError(
    'payload-too-large',
    `The body is larger than ${maxSize} bytes. Send one signature record, without anything attached.`,
    { headers: { Connection: 'close' } },
  );
}

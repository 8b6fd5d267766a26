/** `breach` of what the contract requires, `remark` about what the reference receiver does as well. */
export type Verdict = 'pass' | 'breach' | 'remark' | 'skipped';

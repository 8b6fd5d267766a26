import { ProblemError } from './problem-error.ts';
import type { ProblemOptions } from './problem-error.ts';
import type { ProblemName } from 'charter-elements/signature';

/** What is wrong with a form, in French sentences. */
export interface FormFaults {
  /** What the person can correct. */
  readonly person?: readonly string[];
  /** What the author of the page has to correct. */
  readonly page?: readonly string[];
}

/** A form that cannot become a record. */
export class FormError extends ProblemError {
  readonly faults: FormFaults;

  constructor(
    detail: string,
    faults: FormFaults,
    problem: ProblemName = 'invalid-record',
    options: ProblemOptions = {},
  ) {
    super(problem, detail, options);
    this.faults = faults;
  }
}

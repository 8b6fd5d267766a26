import type { OffsetFinding, Severity } from '../findings.ts';

/** What was found while a Markdown file was read. */
export class Problems {
  readonly findings: OffsetFinding[];
  readonly #shift: number;

  constructor(findings: OffsetFinding[] = [], shift = 0) {
    this.findings = findings;
    this.#shift = shift;
  }

  error(offset: number, rule: string, message: string): void {
    this.#add('error', offset, rule, message);
  }

  warn(offset: number, rule: string, message: string): void {
    this.#add('warning', offset, rule, message);
  }

  /** The same list for a part of the file that is read on its own, and begins at `offset`. */
  shiftedBy(offset: number): Problems {
    return new Problems(this.findings, this.#shift + offset);
  }

  #add(severity: Severity, offset: number, rule: string, message: string): void {
    this.findings.push({ severity, offset: offset + this.#shift, rule, message });
  }
}

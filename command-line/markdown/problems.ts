import type { NoParams } from 'charter-elements/charter';
import type { Node } from 'mdast';
import type { FindingCode, FindingParams } from '../messages/finding-codes.ts';
import { foundAt } from '../messages/findings.ts';
import type { OffsetFinding } from '../messages/findings.ts';

/** Where a problem is: at a node of the tree, or at an offset of the text that is read. */
export type At = Node | number;

/** Offset in its text of where something begins. */
export const offsetOf = (at: At): number => (typeof at === 'number' ? at : at.position!.start.offset!);

/** What was found while a Markdown file was read. */
export class Problems {
  readonly findings: OffsetFinding[];
  readonly #shift: number;

  constructor(findings: OffsetFinding[] = [], shift = 0) {
    this.findings = findings;
    this.#shift = shift;
  }

  add<Code extends FindingCode>(
    at: At,
    code: Code,
    ...[params]: FindingParams[Code] extends NoParams ? [] : [FindingParams[Code]]
  ): void {
    this.findings.push(foundAt(offsetOf(at) + this.#shift, code, (params ?? {}) as FindingParams[Code]));
  }

  /** The same list for a part of the file that is read on its own, and begins at `offset`. */
  shiftedBy(offset: number): Problems {
    return new Problems(this.findings, this.#shift + offset);
  }
}

import type { Audience, Charter, Practice, Section } from '../../../charter/charter.ts';
import type { ShownComparison } from '../../../behaviors/comparison-source.ts';
import type { LocalizeController } from '../../../localization/localize-controller.ts';

/** What the templates of the viewer show, and what they tell it. */
export interface CharterView {
  readonly charter: Charter;
  readonly audience: Audience;
  /** Sections and practices that speak to the reader. */
  readonly sections: readonly Section[];
  readonly practices: readonly Practice[];
  /** Level of the title. */
  readonly level: number;
  readonly isPlain: boolean;
  /** Version that the reader knows. */
  readonly knownVersion: string | undefined;
  /** How that version differs from this one, where the page gives it. */
  readonly comparison: ShownComparison | undefined;
  readonly localize: LocalizeController;
  /** Words of the interface, among those of the charter. */
  readonly say: (words: string) => unknown;
  readonly onPlain: () => void;
  readonly onPrint: () => void;
}

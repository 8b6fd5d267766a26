import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { latest } from '../base/latest.ts';
import { addressOf } from '../charter/address.ts';
import type { Charter } from '../charter/charter.ts';
import type { CharterComparison } from '../charter/compare.ts';
import { loadCharter, readCharter } from '../charter/load-charter.ts';
import type { renderComparison } from '../templates/comparison-view.lazy.ts';

/** Which charter is compared with which. */
export interface ComparisonReference {
  readonly charter: Charter | undefined;
  /** Version that the reader knows. */
  readonly version: string | undefined;
  /** Address of that version, where `{id}`, `{version}` and `{locale}` are filled in. */
  readonly src: string | undefined;
  /** That version itself. */
  readonly document?: unknown;
}

/** A comparison, with what shows it: both are loaded where there is something to compare. */
export interface ShownComparison extends CharterComparison {
  readonly render: typeof renderComparison;
}

/** Compares the charter on screen with the version that the reader knows, where the page can give both. */
export class ComparisonSource implements ReactiveController {
  comparison: ShownComparison | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #reference: () => ComparisonReference;
  readonly #turn = latest();
  #current: ComparisonReference | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, reference: () => ComparisonReference) {
    this.#host = host;
    this.#reference = reference;
    host.addController(this);
  }

  hostUpdate(): void {
    const next = this.#reference();
    const current = this.#current;
    const names = ['charter', 'version', 'src', 'document'] as const;
    if (current && names.every((name) => next[name] === current[name])) return;
    this.#current = next;
    this.comparison = undefined;
    void this.#compare(next, this.#turn());
  }

  async #compare(
    { charter, version, src, document }: ComparisonReference,
    signal: AbortSignal,
  ): Promise<void> {
    if (!charter || (document == null && (!src || !version))) return;
    try {
      const [{ compareCharters }, { renderComparison: render }, { charter: before }] = await Promise.all([
        import('../charter/compare.ts'),
        import('../templates/comparison-view.lazy.ts'),
        document == null
          ? loadCharter(
              new URL(addressOf(src!, { ...charter, version: version! }), window.document.baseURI).href,
              { signal },
            )
          : readCharter(document),
      ]);
      if (signal.aborted) return;
      this.comparison = { ...compareCharters(before, charter), render };
      this.#host.requestUpdate();
    } catch (error) {
      if (signal.aborted) return;
      // The charter's own notes still say what changed.
      console.error(`charter-elements: version ${version ?? ''} cannot be compared with this one`, error);
    }
  }
}

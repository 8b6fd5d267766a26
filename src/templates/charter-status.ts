import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { CharterSource } from '../base/charter-source.ts';
import type { LocalizeController } from '../localization/localize-controller.ts';
import { renderLoadFailure } from './load-failure.ts';
import * as texts from './texts.ts';

/** What stands in place of a charter that is loading or failed; the element's children stay visible beside it. */
export function charterStatus(source: CharterSource, localize: LocalizeController): TemplateResult {
  if (source.status === 'loading') {
    // The space parts the words from what turns before them.
    return html`<slot></slot>
      <p class="muted loading" part="loading" role="status">&#32;${texts.loading(localize)}</p>`;
  }
  const reload = (): Promise<void> => {
    source.reload();
    return source.answered();
  };
  return renderLoadFailure(
    source.error,
    reload,
    texts.failed(localize),
    texts.retry(localize),
    texts.failedAdvice(localize),
  );
}

import { html } from 'lit';
import type { LocalizeController } from '../localization/localize-controller.ts';

/** Words of the interface among those of a document: their language is told where it is another one. */
export function interfaceWords(
  words: string,
  locale: string,
  { textLanguage, direction }: LocalizeController,
): unknown {
  const isSame = locale.split('-')[0] === textLanguage.split('-')[0];
  return isSame ? words : html`<span lang=${textLanguage} dir=${direction}>${words}</span>`;
}

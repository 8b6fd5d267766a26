import arabic from '../locales/ar.xlf?raw';
import german from '../locales/de.xlf?raw';
import english from '../locales/en.xlf?raw';
import spanish from '../locales/es.xlf?raw';
import portuguese from '../locales/pt.xlf?raw';

/** A text of the interface, as translators see it. */
export interface InterfaceText {
  readonly id: string;
  /** In French; `${0}`, `${1}`… stand for values. */
  readonly source: string;
  /** Where it appears and what its values are. */
  readonly note: string;
  /** Most characters, where there is little room. */
  readonly limit: number | undefined;
  readonly target: string;
}

const files = { en: english, de: german, es: spanish, pt: portuguese, ar: arabic } as const;

export type TranslatedLanguage = keyof typeof files;
export const translatedLanguages = Object.keys(files) as TranslatedLanguage[];

/** The texts with their translation; a plural form that French has not has a line of its own. */
export function readTexts(language: TranslatedLanguage): InterfaceText[] {
  const document = new DOMParser().parseFromString(files[language], 'application/xml');
  const texts = [...document.querySelectorAll('trans-unit')].map((unit) => {
    const note = unit.querySelector('note')?.textContent ?? '';
    const limit = /\(max (\d+)\)/.exec(note)?.[1];
    return {
      id: unit.id,
      source: textOf(unit.querySelector('source')),
      note: note.replace(/\s*\(max \d+\)/, ''),
      limit: limit === undefined ? undefined : Number(limit),
      target: textOf(unit.querySelector('target')),
    };
  });
  return texts.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function textOf(element: Element | null): string {
  const parts = [...(element?.childNodes ?? [])];
  return parts
    .map((part) => (part instanceof Element ? (part.getAttribute('equiv-text') ?? '') : part.textContent))
    .join('');
}
